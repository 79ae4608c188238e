using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>担当する.</summary>
internal sealed class TakeTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await views.ReplyAsync(
            turn,
            await desk.MoveAsync(turn, turn.Read<TicketCard.Ref>().Ticket, TicketStep.Taken, "", cancellationToken),
            "担当になりました。",
            cancellationToken
        );
}
