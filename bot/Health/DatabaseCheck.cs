using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuidelineBot.Health;

/// <summary>Whether the tables can be read.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<Database> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.BotStates.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
