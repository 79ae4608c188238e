using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Load;

/// <summary>
/// Stands in for Teams' connector service: takes every message, answers with an id at once, and keeps the last message of each conversation
/// that asked for it.
/// </summary>
internal sealed class Sink : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"sent"}"""u8.ToArray();

    private readonly WebApplication app;

    private Sink(WebApplication app) => this.app = app;

    /// <summary>The chat that wants to be told of notices.</summary>
    public const string Office = "19:load-office@thread.v2";

    private int told;

    public string ServiceUrl => app.Urls.First() + "/";

    /// <summary>Messages that came to <see cref="Office"/>.</summary>
    public int Told => told;

    /// <summary>By conversation: those with an entry get their last message kept.</summary>
    public ConcurrentDictionary<string, byte[]> Kept { get; } = new();

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new Sink(builder.Build());
        sink.app.Run(sink.TakeAsync);
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        // /v3/conversations/{id}/activities/{activity}
        var conversation = http.Request.Path.Value!.Split('/') is [_, _, _, var id, ..] ? Uri.UnescapeDataString(id) : "";
        if (conversation == Office)
            Interlocked.Increment(ref told);
        if (Kept.ContainsKey(conversation))
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            Kept[conversation] = body.ToArray();
        }
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Answer);
    }
}
