using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>広報広聴課 looks at the questions that wait for an answer.</summary>
internal sealed class ListTickets(TicketDesk tickets, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var wanted = turn.Press is null ? 0 : turn.Read<OpenTicketsCard.Page>().Number;
        var (open, page, total) = await tickets.OpenOnesAsync(wanted, OpenTicketsCard.PageLength, cancellationToken);
        var card = OpenTicketsCard.Render(new OpenTicketsCard.Model(
            [.. open.Select(ticket => new OpenTicketsCard.Ticket(
                TicketDesk.NumberOf(ticket), TimeZoneInfo.ConvertTime(ticket.AskedAt, clock.LocalTimeZone), ticket.AskedByName, ticket.Question, ticket.Comment, ticket.Id.ToString()))],
            page, total));
        return turn.Press is null ? new Reply.Show(card, $"未回答の質問は{total}件です。") : new Reply.Redraw(card);
    }
}
