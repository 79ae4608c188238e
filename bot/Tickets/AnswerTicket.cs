using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>A ticket as it is now; also the way back from the form.</summary>
internal sealed class OpenTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public static Reply Unknown => new Reply.Say("この質問は見つかりません。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return Unknown;
        await desk.ReleaseAsync(turn, ticket, cancellationToken);
        return new Reply.Redraw(views.Card(ticket, turn.From, null));
    }
}

/// <summary>担当する, 終了する.</summary>
internal sealed class MoveTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var step = turn.Press!.Verb == TicketCard.TakeVerb ? TicketStep.Taken : TicketStep.Closed;
        var result = await desk.MoveAsync(turn, turn.Read<TicketCard.Ref>().Ticket, step, "", cancellationToken);
        if (result.Ticket is not { } ticket)
            return OpenTicket.Unknown;
        await desk.ReleaseAsync(turn, ticket, cancellationToken);
        return new Reply.Redraw(
            views.Card(ticket, turn.From, result.Refusal ?? (step == TicketStep.Taken ? "担当になりました。" : "終了しました。"))
        );
    }
}

/// <summary>広報広聴課 writes and sends the answer; it goes to the chat in which the question was asked.</summary>
internal sealed class AnswerTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Write>();
        var text = asked.Text?.Trim() ?? "";
        var isForm = turn.Press!.Verb == TicketCard.FormVerb;
        if (isForm || text.Length is 0 or > TicketCard.LongestText)
        {
            if (await desk.FindAsync(turn, asked.Ticket, cancellationToken) is not { } open)
                return OpenTicket.Unknown;
            await desk.HoldAsync(turn, open, cancellationToken);
            return new Reply.Redraw(
                TicketCard.RenderForm(
                    views.Model(open) with
                    {
                        Text = text,
                        Error = isForm ? null : $"回答を{TicketCard.LongestText}文字以内でお書きください。",
                    }
                )
            );
        }
        var result = await desk.MoveAsync(turn, asked.Ticket, TicketStep.Answered, text, cancellationToken);
        if (result.Ticket is not { } ticket)
            return OpenTicket.Unknown;
        if (result.Refusal is { } refusal)
            // What was written is not lost: it can still be copied.
            return new Reply.Redraw(TicketCard.RenderForm(views.Model(ticket) with { Text = text, Error = refusal }));
        await desk.ReleaseAsync(turn, ticket, cancellationToken);
        return new Reply.Redraw(views.Card(ticket, turn.From, "回答を送りました。"));
    }
}

/// <summary>The one who asked asks on.</summary>
internal sealed class FollowUpTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Write>();
        var text = asked.Text?.Trim() ?? "";
        if (text.Length is 0 or > TicketCard.LongestText)
            return await desk.FindAsync(turn, asked.Ticket, cancellationToken) is { } unchanged
                ? new Reply.Redraw(
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
        return result.Ticket is { } ticket
            ? new Reply.Redraw(TicketCard.RenderForAsker(views.Model(ticket) with { Told = result.Refusal ?? "追加の質問を送りました。" }))
            : OpenTicket.Unknown;
    }
}
