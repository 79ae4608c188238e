using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>「自分の質問」: one's own questions to the office, the newest first.</summary>
internal sealed class ListOwnTickets(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        // What somebody asked is told to others as a number alone.
        if (turn.Press is null && turn.Conversation.Kind != ConversationKind.Personal)
            return new Reply.Say("ご自分の質問は、ボットとの個人チャットで「自分の質問」と入力するとご覧いただけます。");
        var (tickets, page, total) = await desk.OwnAsync(
            turn.From,
            turn.Press is null ? 0 : turn.Read<OwnTicketsCard.Page>().Number,
            OwnTicketsCard.PageLength,
            cancellationToken
        );
        var model = new OwnTicketsCard.Model(views.Office, [.. tickets.Select(views.OwnRow)], page, total);
        var card = OwnTicketsCard.Render(model);
        return turn.Press is null ? new Reply.Show(card, OwnTicketsCard.Summary(model)) : new Reply.View(card);
    }
}
