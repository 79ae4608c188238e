using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Tests.Observability;

/// <summary>Takes what is exported over OTLP (HTTP, protobuf). Texts stand in it as they are, so what was sent can be looked through.</summary>
internal sealed class OtlpDouble : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpDouble(WebApplication app) => this.app = app;

    /// <summary>What came, by signal: <c>traces</c>, <c>metrics</c>, <c>logs</c>.</summary>
    public ConcurrentDictionary<string, string> Received { get; } = [];

    /// <summary>Settings of a bot that exports here.</summary>
    public Dictionary<string, string> Settings =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            // In milliseconds: a test does not wait for the usual minute.
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
        };

    public static async Task<OtlpDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpDouble(builder.Build());
        receiver.app.MapPost(
            "/v1/{signal}",
            async (string signal, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                receiver.Received.AddOrUpdate(
                    signal,
                    _ => Encoding.UTF8.GetString(body.ToArray()),
                    (_, before) => before + Encoding.UTF8.GetString(body.ToArray())
                );
            }
        );
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until all of these words have come.</summary>
    public async Task HoldsAsync(string signal, params string[] words)
    {
        for (var tries = 0; !words.All(word => Received.GetValueOrDefault(signal, "").Contains(word, StringComparison.Ordinal)); tries++)
        {
            Assert.True(
                tries < 300,
                $"Of {string.Join(", ", words)} not all are among the {signal}: {Received.GetValueOrDefault(signal, "")}"
            );
            await Task.Delay(100);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
