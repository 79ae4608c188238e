using GuidelineBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>A chat that the office registers gets the questions that wait already.</summary>
internal sealed class OpenTicketsAtOffice : IOfficeNews
{
    public string What => "未回答の質問";

    public async Task<int> ShowOpenAsync(Change change, string place, CancellationToken cancellationToken)
    {
        var open = await change
            .Database.Tickets.AsNoTracking()
            .Where(ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress)
            .OrderBy(ticket => ticket.AskedAt)
            .ToListAsync(cancellationToken);
        var standing = await LiveCards.AboutsIn(change.Database, TicketDesk.Topic, place).ToListAsync(cancellationToken);
        foreach (var ticket in open.Where(ticket => !standing.Contains(ticket.Id.ToString())).TakeLast(IOfficeNews.MostCards))
            await change.ShowAsync(TicketDesk.Topic, ticket.Id, place, "", ticket.Version, cancellationToken);
        return open.Count;
    }
}
