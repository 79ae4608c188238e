using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The office is about to write the answer.</summary>
internal sealed class OpenAnswerForm(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        await desk.KnowCardAsync(turn, ticket, isForm: true, isOld: false, cancellationToken);
        return new Reply.View(TicketCard.RenderForm(views.Model(ticket)));
    }
}
