using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The office looks at the questions that wait for an answer.</summary>
internal sealed class ListTickets(TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var list = await views.ListAsync(turn.Press is null ? 0 : turn.Read<OpenTicketsCard.Page>().Number, cancellationToken);
        return turn.Press is null
            ? new Reply.Show(OpenTicketsCard.Render(list), $"未回答の質問は{list.Total}件です。")
            : new Reply.View(OpenTicketsCard.Render(list));
    }
}
