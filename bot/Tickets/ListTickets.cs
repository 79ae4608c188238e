using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The office looks at the questions that wait for an answer.</summary>
internal sealed class ListTickets(TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var list = await views.ListAsync(turn.Press is null ? 0 : turn.Read<OpenTicketsCard.Page>().Number, cancellationToken);
        var (card, told) = (OpenTicketsCard.Render(list), $"未回答の質問は{list.Total}件です。");
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, told) : new Reply.View(card), told);
    }
}
