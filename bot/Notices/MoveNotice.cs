using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Takes a step: approve, accept, return, ask, answer, withdraw, pull back, permit, refuse, take back.</summary>
internal sealed class MoveNotice(NoticeDesk desk, NoticeCards cards, NoticeViews views, NoticeForms forms, NoticeList lists) : ITurnHandler
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
            var error = $"{NoticeWords.ReasonOf(step)}を{NoticeCard.LongestReason}文字以内でお書きください。";
            return new Reply.View(AskReason.Form(unexplained, asked, step, views, error));
        }

        var result = await desk.MoveAsync(turn, asked.Notice, asked.Version, step, reason.Length == 0 ? null : reason, cancellationToken);
        if (result.Notice is not { } notice)
            return result.Refusal is { } refusal ? new Reply.Say(refusal) : OpenNotice.Unknown;
        if (result.Refusal is { } why)
            return await cards.RefusedAsync(turn, notice, asked.Version, why, asked.List, cancellationToken);
        var told = $"「{NoticeWords.Of(step)}」として記録し、お知らせします。";
        var shown = new Reply.Update(NoticeCard.Render(await cards.ForAsync(turn, notice, told, asked.List, cancellationToken)))
        {
            IsLive = asked.List is null,
            ForEveryone = await lists.AgainAsync(turn, asked.List, cancellationToken),
        };
        return result.Draft is { } draft
            ? new Reply.Converse(
                draft.Id.ToString(),
                null,
                shown,
                await PulledBackAsync(turn, draft, NoticeNumber.Of(notice), cancellationToken)
            )
            : shown;
    }

    /// <summary>What was pulled back is there to be put right, below.</summary>
    private async Task<Reply> PulledBackAsync(Turn turn, NoticeDraft draft, string number, CancellationToken cancellationToken)
    {
        var told = $"{number}を引き戻しました。直して提出すると、同じ番号で届きます。";
        return new Reply.Show(await forms.CardAsync(turn, draft, 0, [], cancellationToken, told), told)
        {
            Shown = new(DraftForms.TopicName, draft.Id, draft.Forms),
        };
    }
}
