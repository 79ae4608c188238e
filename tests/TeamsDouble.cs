using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Tests;

/// <summary>
/// Stands in for Teams' connector service: a real server on loopback that keeps every call the bot makes. Like Teams it holds each message
/// as everybody sees it, shows the answer to a press to the presser alone, and forgets that answer as soon as the message is drawn again.
/// </summary>
public sealed class TeamsDouble : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Conversation, string Message), JsonNode> shown = [];
    private readonly ConcurrentDictionary<(string Conversation, string Message, string Person), JsonNode> answers = [];
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

    /// <summary>The card of a message as this person sees it now.</summary>
    public JsonNode Seen(string conversation, string message, string person) =>
        answers.TryGetValue((conversation, message, person), out var answer) ? answer : shown[(conversation, message)].Card();

    /// <summary>The id under which a message that the bot sent stands in its chat.</summary>
    public string IdOf(JsonNode message) => shown.First(known => ReferenceEquals(known.Value, message)).Key.Message;

    /// <summary>A message of the bot's that has stood there before.</summary>
    public void Stood(string conversation, string message, JsonNode activity) => shown[(conversation, message)] = activity;

    /// <summary>Every client draws all messages again: a reload, another device, a reaction.</summary>
    public void Reload() => answers.Clear();

    /// <summary>The client shows what a press was answered: a card takes the place of the pressed one.</summary>
    public void Answered(JsonNode press, JsonNode answer)
    {
        if (press["replyToId"] is { } message && answer["type"]?.ToString() == "application/vnd.microsoft.card.adaptive")
            answers[(press["conversation"]!["id"]!.ToString(), message.ToString(), press["from"]!["id"]!.ToString())] = answer["value"]!;
    }

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
        var id = call.Method == "PUT" ? call.Activity : $"sent-{Interlocked.Increment(ref ids)}";
        if (call.Body?["type"]?.ToString() == "message")
            Draw(call.Conversation, id, call.Body);
        return Results.Json(new { id }, statusCode: 201);
    }

    private void Draw(string conversation, string message, JsonNode activity)
    {
        shown[(conversation, message)] = activity;
        foreach (var answer in answers.Keys.Where(answer => answer.Conversation == conversation && answer.Message == message))
            answers.TryRemove(answer, out _);
    }
}

/// <summary>One call of the bot to its channel.</summary>
public sealed record OutgoingCall(string Method, string Path, string Authorization, JsonNode? Body)
{
    /// <summary>The conversation that it is about; empty for other calls.</summary>
    public string Conversation => Part(3);

    /// <summary>The message that it edits, or answers.</summary>
    public string Activity => Part(5);

    /// <summary>Of <c>/v3/conversations/ID/activities/ID</c>.</summary>
    private string Part(int place) =>
        Path.Split('?')[0].Split('/') is var parts && place < parts.Length ? Uri.UnescapeDataString(parts[place]) : "";
}
