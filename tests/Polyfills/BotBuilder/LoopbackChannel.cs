using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Polyfills;

/// <summary>A channel on a loopback port that notes every call and answers with an id.</summary>
internal sealed class LoopbackChannel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Call> calls = new();

    private LoopbackChannel(WebApplication app) => this.app = app;

    public string Url { get; private set; } = string.Empty;

    /// <summary>What to answer, by method and path; otherwise <c>{"id":"sent-N"}</c>.</summary>
    public Dictionary<string, (int Status, string Body)> Answers { get; } = [];

    public IReadOnlyList<Call> Calls => [.. calls];

    public static async Task<LoopbackChannel> StartAsync()
    {
        var app = Host();
        var channel = new LoopbackChannel(app);
        app.Run(channel.AnswerAsync);
        await app.StartAsync();
        channel.Url = app.Urls.Single();
        return channel;
    }

    public static WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var call = new Call(context.Request.Method, path, body.Length == 0 ? null : JObject.Parse(body), context.Request.Headers.Authorization);
        calls.Enqueue(call);

        var (status, answer) = Answers.GetValueOrDefault($"{call.Method} {call.Path}", (200, $"{{\"id\":\"sent-{calls.Count}\"}}"));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    internal sealed record Call(string Method, string Path, JObject? Body, string? Authorization);
}
