using GuidelineBot.Knowledge;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuidelineBot.Health;

/// <summary>Degraded while a broken file keeps the newest state of the knowledge folder from being used.</summary>
internal sealed class KnowledgeCheck(LiveKnowledge knowledge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            !knowledge.IsLoaded ? HealthCheckResult.Unhealthy("The knowledge is not loaded yet.")
            : knowledge.Rejected is [var first, ..] ? HealthCheckResult.Degraded($"{first.File}:{first.Line}: {first.Message}")
            : HealthCheckResult.Healthy($"{knowledge.Current.Own.Name} {knowledge.Current.Own.Revision}")
        );
}
