using GuidelineBot.Cards;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>What was added from a ticket is taken out again.</summary>
internal sealed class UnteachTicket(TicketDesk desk, TeachForm form, Supplements supplements) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        if (TeachForm.AnswerOf(ticket) is null)
            return TeachForm.Unanswered;
        await supplements.RemoveAsync(turn.Key, ticket.Id, cancellationToken);
        await desk.KnowCardAsync(turn, ticket, isForm: false, isOld: true, cancellationToken);
        return new Reply.Update(await form.RenderAsync(ticket, "知識から外しました。", cancellationToken)) { IsLive = true };
    }
}
