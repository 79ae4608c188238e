using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Tests;

/// <summary>Stands in for Teams' connector service: a real server on loopback that keeps every call the bot makes.</summary>
public sealed class TeamsDouble : IAsyncDisposable
{
    private readonly WebApplication app;
    private int ids;

    private TeamsDouble(WebApplication app) => this.app = app;

    public ConcurrentQueue<OutgoingCall> Calls { get; } = [];

    /// <summary>The calls that were answered as usual.</summary>
    public ConcurrentQueue<OutgoingCall> Taken { get; } = [];

    /// <summary>Answers instead of the usual 201; for faults.</summary>
    public Func<OutgoingCall, IResult?> Answer { get; set; } = _ => null;

    public string ServiceUrl => app.Urls.First() + "/";

    /// <summary>Messages that a person would see, oldest first.</summary>
    public IReadOnlyList<JsonNode> Messages =>
        [.. Calls.Where(call => call.Body?["type"]?.GetValue<string>() == "message").Select(call => call.Body!)];

    public static async Task<TeamsDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new TeamsDouble(builder.Build());
        teams.app.Map("/{**path}", teams.TakeAsync);
        await teams.app.StartAsync();
        return teams;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var call = new OutgoingCall(
            request.Method,
            request.Path + request.QueryString,
            request.Headers.Authorization.ToString(),
            request.ContentLength is null or 0 ? null : await JsonNode.ParseAsync(request.Body)
        );
        Calls.Enqueue(call);
        if (Answer(call) is { } fault)
            return fault;
        Taken.Enqueue(call);
        return Results.Json(new { id = $"sent-{Interlocked.Increment(ref ids)}" }, statusCode: 201);
    }
}

/// <summary>One call of the bot to its channel.</summary>
public sealed record OutgoingCall(string Method, string Path, string Authorization, JsonNode? Body);
