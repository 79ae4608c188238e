using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>Makes sure that a message which Teams sends twice is acted on once.</summary>
internal sealed class ProcessedActivities(IDbContextFactory<Database> databases, Statements statements, TimeProvider clock)
{
    /// <summary>Longer than Teams sends copies of anything.</summary>
    internal static readonly TimeSpan AnswerKept = TimeSpan.FromMinutes(10);

    /// <summary>Of any number of callers with one key, exactly one gets <see cref="ClaimResult.Claimed"/>.</summary>
    /// <param name="key">At most 512 characters.</param>
    /// <param name="staleAfter">
    /// Longer than any turn can take: by then the claimer counts as crashed, and one other caller may take over; so may it where the clock
    /// was set back by more.
    /// </param>
    public async Task<ClaimResult> ClaimAsync(string key, TimeSpan staleAfter, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var claimed = await statements.RunAsync(
                $"""
                INSERT INTO processed_activities (key, claimed_at) VALUES ({key}, {now})
                ON CONFLICT (key) DO UPDATE SET claimed_at = excluded.claimed_at
                WHERE processed_activities.finished_at IS NULL
                    AND (processed_activities.claimed_at < {now - staleAfter} OR processed_activities.claimed_at > {now + staleAfter})
                """,
                cancellationToken
            );
            if (claimed == 1)
                return new ClaimResult.Claimed();

            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var other = await database
                .ProcessedActivities.AsNoTracking()
                .SingleOrDefaultAsync(activity => activity.Key == key, cancellationToken);
            if (other is { FinishedAt: not null })
                return new ClaimResult.Finished(other.ResponseStatus, other.ResponseBody);
            if (other is not null)
                return new ClaimResult.Running();
            // Released between the two statements: try again.
        }
    }

    /// <summary>
    /// Notes down, in the transaction of what the activity does, that it is done: from the commit on no copy does it again, though the
    /// process die before it has answered.
    /// </summary>
    /// <param name="key">Empty for what comes from nobody outside.</param>
    /// <exception cref="DoneBeforeException">Another copy has done it; this one is to leave everything as it was.</exception>
    public static async Task DoneAsync(Database database, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (key.Length == 0)
            return;
        var instant = database.Stored(now);
        // Who comes second waits here for the first one's commit, and then changes no row.
        if (
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO processed_activities (key, claimed_at, finished_at) VALUES ({key}, {instant}, {instant})
                ON CONFLICT (key) DO UPDATE SET finished_at = excluded.finished_at WHERE processed_activities.finished_at IS NULL
                """,
                cancellationToken
            ) == 0
        )
            throw new DoneBeforeException();
    }

    /// <summary>Keeps the answer for whoever sends the same again; the first answer stays.</summary>
    public Task FinishAsync(string key, int status, string? body, CancellationToken cancellationToken) =>
        statements.RunAsync(
            $"""
            UPDATE processed_activities SET finished_at = {clock.GetUtcNow()}, response_status = {status}, response_body = {body}
            WHERE key = {key} AND response_status IS NULL
            """,
            cancellationToken
        );

    /// <summary>
    /// Drops the answers that nobody will ask for again; that it was done stays known. Without it a hand that never rests would fill the
    /// disk with answers.
    /// </summary>
    public static Task<int> DropAnswersAsync(Database database, DateTimeOffset now, CancellationToken cancellationToken) =>
        database
            .ProcessedActivities.Where(activity => activity.ResponseBody != null && activity.ClaimedAt < now - AnswerKept)
            .ExecuteUpdateAsync(set => set.SetProperty(activity => activity.ResponseBody, (string?)null), cancellationToken);

    /// <summary>Gives an unfinished claim back, so that the next delivery is acted on.</summary>
    public async Task ReleaseAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database
            .ProcessedActivities.Where(activity => activity.Key == key && activity.FinishedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Whether the caller is to act on an activity.</summary>
internal abstract record ClaimResult
{
    /// <summary>The caller acts, then finishes or releases.</summary>
    internal sealed record Claimed : ClaimResult;

    /// <summary>Someone else is at it.</summary>
    internal sealed record Running : ClaimResult;

    /// <summary>
    /// Done before; this was the answer. Without a status there is none: not yet, or not any more, because the process that had it died.
    /// </summary>
    internal sealed record Finished(int? Status, string? Body) : ClaimResult;
}

/// <summary>Of two copies of one activity the other was faster.</summary>
internal sealed class DoneBeforeException() : Exception("Another copy of this activity has taken effect.");
