using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The office sends the answer; it goes to the chat in which the question was asked.</summary>
internal sealed class AnswerTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Write>();
        var text = asked.Text?.Trim() ?? "";
        if (text.Length is 0 or > TicketCard.LongestText)
        {
            if (await desk.FindAsync(turn, asked.Ticket, cancellationToken) is not { } open)
                return OpenTicket.Unknown;
            await desk.KnowCardAsync(turn, open, isForm: true, isOld: false, cancellationToken);
            return Form(open, text, $"回答を{TicketCard.LongestText}文字以内でお書きください。");
        }
        var result = await desk.MoveAsync(turn, asked.Ticket, TicketStep.Answered, text, cancellationToken);
        return result is { Ticket: { } ticket, Refusal: { } refusal }
            // What was written is not lost: it can still be copied.
            ? Form(ticket, text, refusal)
            : await views.ReplyAsync(turn, result, "回答を送りました。", cancellationToken);
    }

    private Reply.View Form(Ticket ticket, string text, string error) =>
        new(TicketCard.RenderForm(views.Model(ticket) with { Text = text, Error = error }));
}
