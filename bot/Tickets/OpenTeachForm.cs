using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The office is about to make an answered ticket part of what the bot knows.</summary>
internal sealed class OpenTeachForm(TicketDesk desk, TeachForm form) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        if (TeachForm.AnswerOf(ticket) is null)
            return TeachForm.Unanswered;
        await desk.KnowCardAsync(turn, ticket, isForm: true, isOld: false, cancellationToken);
        return new Reply.View(await form.RenderAsync(ticket, null, cancellationToken));
    }
}
