using GuidelineBot.Knowledge;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuidelineBot.Health;

/// <summary>Degraded while a broken file keeps the newest state of the knowledge folder, or a part of it, from being used.</summary>
internal sealed class KnowledgeCheck(LiveKnowledge knowledge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            !knowledge.IsLoaded ? HealthCheckResult.Unhealthy("The knowledge is not loaded yet.")
            : knowledge.Rejected.Count > 0 || knowledge.Current.Findings.Any(finding => finding.IsError)
                ? HealthCheckResult.Degraded("A file of the knowledge has an error; the status page says which.")
            : HealthCheckResult.Healthy()
        );
}
