using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>広報広聴課 is about to write the answer.</summary>
internal sealed class OpenAnswerForm(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        await desk.HoldAsync(turn, ticket, cancellationToken);
        return new Reply.View(TicketCard.RenderForm(views.Model(ticket)));
    }
}
