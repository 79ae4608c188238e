using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GuidelineBot.Observability;

/// <summary>Traces, metrics and logs by OpenTelemetry, sent over OTLP where the environment says to.</summary>
internal static class ObservabilitySetup
{
    private const string Download = "/downloads/";

    public static IServiceCollection AddObservability(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Instruments>();
        services.AddSingleton<Gauges>();
        services.AddHostedService(provider => provider.GetRequiredService<Gauges>());
        // Where nobody listens nothing is set up: the instruments then cost next to nothing.
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return services;

        services
            .AddOpenTelemetry()
            // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last, so they win.
            .ConfigureResource(resource =>
                resource
                    .Clear()
                    .AddService(Instruments.Name, serviceVersion: ProductVersion.Full)
                    .AddTelemetrySdk()
                    .AddEnvironmentVariableDetector()
            )
            .WithMetrics(metrics =>
                metrics.AddMeter(Instruments.Name, "System.Runtime", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "Npgsql")
            )
            .WithTracing(tracing =>
                tracing
                    .AddSource(Instruments.Name, "Npgsql")
                    .AddAspNetCoreInstrumentation(options =>
                    {
                        options.Filter = http => http.Request.Path != "/healthz" && http.Request.Path != "/readyz";
                        options.EnrichWithHttpRequest = (span, request) =>
                        {
                            // Whoever reads a trace must not be able to fetch the paper.
                            if (request.Path.StartsWithSegments(Download.TrimEnd('/')))
                                span.SetTag("url.path", Download);
                        };
                    })
                    // The paths of the connector's calls hold the ids of chats.
                    .AddHttpClientInstrumentation(options =>
                        options.EnrichWithHttpRequestMessage = (span, request) =>
                            span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority))
                    )
            )
            .WithLogging()
            .UseOtlpExporter();
        return services;
    }
}
