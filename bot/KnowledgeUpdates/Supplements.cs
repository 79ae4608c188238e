using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>
/// What the office added to the knowledge from questions of staff: in force at once, here and within seconds on every other instance.
/// </summary>
internal sealed class Supplements(IDbContextFactory<Database> databases, Changes changes, LiveKnowledge knowledge, TimeProvider clock)
{
    public async Task<IReadOnlyList<Addition>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await AllAsync(database, clock.LocalTimeZone, cancellationToken);
    }

    public static async Task<IReadOnlyList<Addition>> AllAsync(Database database, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        [
            .. (await database.Supplements.AsNoTracking().OrderBy(supplement => supplement.At).ToListAsync(cancellationToken)).Select(
                supplement => new Addition(
                    supplement.TicketNumber,
                    Wareki.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(supplement.At, zone).DateTime)),
                    supplement.Question,
                    supplement.Clause is { } clause ? ClauseId.Parse(clause) : null,
                    supplement.Answer
                )
            ),
        ];

    public async Task<Supplement?> OfAsync(Guid ticket, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Supplements.AsNoTracking()
            .SingleOrDefaultAsync(supplement => supplement.TicketId == ticket, cancellationToken);
    }

    /// <summary>A later one of the same ticket takes the place of the earlier.</summary>
    /// <param name="turn">The key by which copies of the turn are known.</param>
    public async Task AddAsync(string turn, Supplement supplement, CancellationToken cancellationToken)
    {
        await changes.CommitAsync(
            turn,
            async change =>
            {
                await Of(change.Database, supplement.TicketId).ExecuteDeleteAsync(cancellationToken);
                change.Database.Supplements.Add(supplement);
                return true;
            },
            cancellationToken
        );
        await RefreshAsync(cancellationToken);
    }

    /// <param name="turn">The key by which copies of the turn are known.</param>
    public async Task RemoveAsync(string turn, Guid ticket, CancellationToken cancellationToken)
    {
        await changes.CommitAsync(turn, change => Of(change.Database, ticket).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    private static IQueryable<Supplement> Of(Database database, Guid ticket) => database.Supplements.Where(kept => kept.TicketId == ticket);

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        await Task.Run(() => knowledge.Refresh(all), cancellationToken);
    }
}
