using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Takes a step: accept, return, ask, answer, withdraw, permit, refuse.</summary>
internal sealed class MoveNotice(NoticeDesk desk, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.Decide>();
        if (NoticeSteps.Of(asked.Step) is not { } step)
            return OpenNotice.Unknown;
        var reason = asked.Reason?.Trim() ?? "";
        if (
            NoticeSteps.NeedsReason(step)
            && (reason.Length == 0 || reason.Length > NoticeCard.LongestReason)
            && await desk.FindAsync(turn, asked.Notice, cancellationToken) is { } unexplained
        )
        {
            await desk.HoldCardAsync(turn, unexplained, isForm: true, cancellationToken);
            return new Reply.View(
                AskReason.Form(
                    unexplained,
                    asked,
                    step,
                    views,
                    $"{NoticeWords.ReasonOf(step)}を{NoticeCard.LongestReason}文字以内でお書きください。"
                )
            );
        }

        var result = await desk.MoveAsync(turn, asked.Notice, asked.Version, step, reason.Length == 0 ? null : reason, cancellationToken);
        if (result.Notice is not { } notice)
            return result.Refusal is { } refusal ? new Reply.Say(refusal) : OpenNotice.Unknown;
        return result.Refusal is { } why
            ? OpenNotice.Refused(notice, asked.Version, turn.From, why, views)
            : new Reply.Update(
                NoticeCard.Render(views.Notice(notice, turn.From, $"「{NoticeWords.Of(step)}」として記録し、お知らせします。"))
            )
            {
                IsLive = true,
            };
    }
}
