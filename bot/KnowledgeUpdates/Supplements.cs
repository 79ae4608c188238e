using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>What 広報広聴課 added to the knowledge from questions of staff: in force at once, here and within seconds on every other instance.</summary>
internal sealed class Supplements(IDbContextFactory<Database> databases, LiveKnowledge knowledge, TimeProvider clock)
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
    public async Task AddAsync(Supplement supplement, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await database.Supplements.Where(kept => kept.TicketId == supplement.TicketId).ExecuteDeleteAsync(cancellationToken);
            database.Supplements.Add(supplement);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await RefreshAsync(cancellationToken);
    }

    public async Task RemoveAsync(Guid ticket, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            await database.Supplements.Where(kept => kept.TicketId == ticket).ExecuteDeleteAsync(cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        await Task.Run(() => knowledge.Refresh(all), cancellationToken);
    }
}
