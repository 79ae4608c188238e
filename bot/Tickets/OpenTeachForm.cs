using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>広報広聴課 is about to make an answered ticket part of what the bot knows.</summary>
internal sealed class OpenTeachForm(TicketDesk desk, TeachForm form) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        if (TeachForm.AnswerOf(ticket) is null)
            return TeachForm.Unanswered;
        await desk.HoldAsync(turn, ticket, cancellationToken);
        return new Reply.View(await form.RenderAsync(ticket, null, cancellationToken));
    }
}
