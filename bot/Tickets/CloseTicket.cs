using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>終了する, by the office or by the one who asked.</summary>
internal sealed class CloseTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await views.ReplyAsync(
            turn,
            await desk.MoveAsync(turn, turn.Read<TicketCard.Ref>().Ticket, TicketStep.Closed, "", cancellationToken),
            "終了しました。",
            cancellationToken
        );
}
