using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>Questions that staff put to 広報広聴課.</summary>
internal sealed class Tickets(IDbContextFactory<Database> databases, TimeProvider clock)
{
    public async Task<Ticket> OpenAsync(Turn turn, string question, string? note, CancellationToken cancellationToken)
    {
        var ticket = new Ticket
        {
            AskedAt = clock.GetUtcNow(),
            AskedById = turn.From.Id,
            AskedByName = turn.From.Name,
            Conversation = turn.Conversation.Id,
            Question = question,
            Comment = note,
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Tickets.Add(ticket);
        await database.SaveChangesAsync(cancellationToken);
        return ticket;
    }

    /// <param name="page">From 0; of one that does not exist, the nearest is read.</param>
    /// <returns>Open tickets, oldest first: those of the page, which page that is, and how many tickets there are.</returns>
    public async Task<(IReadOnlyList<Ticket> Tickets, int Page, int Total)> OpenOnesAsync(int page, int length, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = database.Tickets.AsNoTracking().Where(ticket => ticket.Status == TicketStatus.Open);
        var total = await open.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / length));
        return (await open.OrderBy(ticket => ticket.AskedAt).ThenBy(ticket => ticket.Id).Skip(page * length).Take(length).ToListAsync(cancellationToken), page, total);
    }

    /// <summary>Short enough to say over the telephone; the last digits of a version 7 GUID are random.</summary>
    public static string NumberOf(Ticket ticket) => $"Q-{ticket.Id.ToString("N")[^8..].ToUpperInvariant()}";
}
