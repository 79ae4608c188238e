using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>Makes sure that a message which Teams sends twice is acted on once.</summary>
internal sealed class ProcessedActivities(IDbContextFactory<Database> databases, TimeProvider clock)
{
    /// <summary>Of any number of callers with one key, exactly one gets <see cref="ClaimResult.Claimed"/>.</summary>
    /// <param name="key">At most 512 characters.</param>
    /// <param name="staleAfter">Longer than any turn can take: by then the claimer counts as crashed, and one other caller may take over.</param>
    public async Task<ClaimResult> ClaimAsync(string key, TimeSpan staleAfter, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = clock.GetUtcNow();
            var claimed = await database.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO processed_activities (key, claimed_at) VALUES ({key}, {database.Stored(now)})
                 ON CONFLICT (key) DO UPDATE SET claimed_at = excluded.claimed_at
                 WHERE processed_activities.finished_at IS NULL AND processed_activities.claimed_at < {database.Stored(now - staleAfter)}
                 """,
                cancellationToken);
            if (claimed == 1)
                return new ClaimResult.Claimed();

            var other = await database.ProcessedActivities.AsNoTracking().SingleOrDefaultAsync(activity => activity.Key == key, cancellationToken);
            if (other is { FinishedAt: not null })
                return new ClaimResult.Finished(other.ResponseStatus, other.ResponseBody);
            if (other is not null)
                return new ClaimResult.Running();
            // Released between the two statements: try again.
        }
    }

    /// <summary>Keeps the answer for whoever sends the same again; the first answer stays.</summary>
    public async Task FinishAsync(string key, int? status, string? body, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        DateTimeOffset? now = clock.GetUtcNow();
        await database.ProcessedActivities
            .Where(activity => activity.Key == key && activity.FinishedAt == null)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(activity => activity.FinishedAt, now)
                    .SetProperty(activity => activity.ResponseStatus, status)
                    .SetProperty(activity => activity.ResponseBody, body),
                cancellationToken);
    }

    /// <summary>Gives an unfinished claim back, so that the next delivery is acted on.</summary>
    public async Task ReleaseAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.ProcessedActivities.Where(activity => activity.Key == key && activity.FinishedAt == null).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>How many were forgotten.</returns>
    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.ProcessedActivities.Where(activity => activity.ClaimedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Whether the caller is to act on an activity.</summary>
internal abstract record ClaimResult
{
    /// <summary>The caller acts, then finishes or releases.</summary>
    internal sealed record Claimed : ClaimResult;

    /// <summary>Someone else is at it.</summary>
    internal sealed record Running : ClaimResult;

    /// <summary>Done before; this was the answer.</summary>
    internal sealed record Finished(int? Status, string? Body) : ClaimResult;
}
