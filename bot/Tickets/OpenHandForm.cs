using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>Somebody of the office is about to choose who shall see to a ticket.</summary>
internal sealed class OpenHandForm(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        await desk.KnowCardAsync(turn, ticket, isForm: true, isOld: false, cancellationToken);
        return new Reply.View(views.HandForm(ticket, await desk.ColleaguesAsync(ticket, cancellationToken)));
    }
}
