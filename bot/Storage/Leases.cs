using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>A row that one instance at a time works on.</summary>
internal interface ILeased
{
    Guid Id { get; }

    /// <summary>When it is to be tried (again).</summary>
    DateTimeOffset DueAt { get; }

    /// <summary>Until then one instance is at it; one that died lets go by this.</summary>
    DateTimeOffset? LeasedUntil { get; }

    int Attempts { get; }
}

/// <summary>Gives each row to one instance at a time.</summary>
internal static class Leases
{
    /// <param name="open">The rows that wait for work, whenever it is due.</param>
    /// <param name="lease">Longer than the work may take.</param>
    /// <param name="longestPause">Nothing waits longer; a row that seems to was written before the clock was set back.</param>
    /// <returns>The row that is due first, which is this caller's until the lease ends; null where none is due.</returns>
    public static async Task<Guid?> TakeAsync<T>(
        IQueryable<T> open,
        TimeSpan lease,
        TimeSpan longestPause,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
        where T : class, ILeased
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var (never, leased) = (now + longestPause + Clocks.Apart, now + lease + Clocks.Apart);
            var due = open.Where(row =>
                (row.DueAt <= now || row.DueAt > never) && (row.LeasedUntil == null || row.LeasedUntil < now || row.LeasedUntil > leased)
            );
            if (await due.OrderBy(row => row.DueAt).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
                return null;
            DateTimeOffset? until = now + lease;
            // Only one instance's update finds the row as it was.
            var taken = await due.Where(row => row.Id == id)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(found => found.LeasedUntil, until)
                            .SetProperty(found => found.Attempts, found => found.Attempts + 1),
                    cancellationToken
                );
            if (taken == 1)
                return id;
        }
    }
}
