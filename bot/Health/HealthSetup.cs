using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace GuidelineBot.Health;

/// <summary><c>/healthz</c>: the process is alive. <c>/readyz</c>: the database answers and the knowledge is in force.</summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<KnowledgeCheck>("knowledge", tags: [Ready]);
        services.AddSingleton<StatusItems>();
        return services;
    }

    public static void MapHealth(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(
            "/readyz",
            new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
        );
    }

    // Why it is so stands on the status page and in the log: this one is for everybody, and a fault's words name hosts and files.
    private static Task WriteAsync(HttpContext http, Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString() }),
            }
        );
}
