using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The one who asked asks on.</summary>
internal sealed class FollowUpTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Write>();
        var text = asked.Text?.Trim() ?? "";
        if (text.Length is 0 or > TicketCard.LongestText)
            return await desk.FindAsync(turn, asked.Ticket, cancellationToken) is { } unchanged
                ? new Reply.View(
                    TicketCard.RenderForAsker(
                        views.Model(unchanged) with
                        {
                            Text = text,
                            Error = $"追加の質問を{TicketCard.LongestText}文字以内でお書きください。",
                        }
                    )
                )
                : OpenTicket.Unknown;
        var result = await desk.MoveAsync(turn, asked.Ticket, TicketStep.AskedOn, text, cancellationToken);
        if (result.Ticket is not { } ticket)
            return OpenTicket.Unknown;
        var card = TicketCard.RenderForAsker(views.Model(ticket) with { Told = result.Refusal ?? "追加の質問を送りました。" });
        return result.Refusal is null ? new Reply.Update(card) : new Reply.View(card);
    }
}
