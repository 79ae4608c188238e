using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Turns;

namespace GuidelineBot.Handovers;

/// <summary>The card of a batch is wanted again.</summary>
internal sealed class OpenBatch(NoticeDesk desk, HandoverCards cards) : ITurnHandler
{
    public static Reply Unknown => new Reply.Say("この届出は見つかりません。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindBatchAsync(turn, turn.Read<NoticeBatchCard.BatchRef>().Batch, cancellationToken) is { Count: > 0 } all
            ? new Reply.View(NoticeBatchCard.Render(await cards.ForAsync(turn, all, cancellationToken)))
            : Unknown;
}

/// <summary>Asks once whether a step is meant for all of a batch, and why, where that is needed.</summary>
internal sealed class AskBatch(NoticeDesk desk) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeBatchCard.Decide>();
        if (
            NoticeSteps.Of(asked.Step) is not { } step
            || await desk.FindBatchAsync(turn, asked.Batch, cancellationToken) is not { Count: > 0 } all
        )
            return OpenBatch.Unknown;
        var remarks = new List<string>();
        if (step == NoticeStep.Accepted)
            foreach (var notice in all.Where(notice => notice.Status == NoticeStatus.Submitted))
            foreach (var remark in await desk.RegisterRemarksAsync(notice, cancellationToken))
                remarks.Add($"{NoticeViews.About(notice.Fields)}：{remark}");
        return new Reply.View(NoticeBatchCard.RenderAsk(Model(asked.Batch, step, remarks, null)));
    }

    public static NoticeBatchCard.AskModel Model(Guid batch, NoticeStep step, IReadOnlyList<string> remarks, string? error) =>
        new(
            batch,
            NoticeSteps.NameOf(step),
            step == NoticeStep.TakenBack
                ? "受理した届出を、まとめて取り消しますか？"
                : $"まだ決まっていない届出を、まとめて「{NoticeWords.Of(step)}」にしますか？",
            NoticeWords.ButtonOf(step),
            remarks
        )
        {
            Reason = NoticeSteps.NeedsReason(step) ? NoticeWords.ReasonOf(step) : null,
            Error = error,
        };
}

/// <summary>Approves, accepts or returns all of a batch that is open to the presser, or takes all back that can be.</summary>
internal sealed class DecideBatch(NoticeDesk desk, HandoverCards cards, HandoverTelling telling) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeBatchCard.Decide>();
        if (
            NoticeSteps.Of(asked.Step)
            is not ((NoticeStep.Approved or NoticeStep.Accepted or NoticeStep.Returned or NoticeStep.TakenBack) and var step)
        )
            return OpenBatch.Unknown;
        var reason = asked.Reason?.Trim() ?? "";
        if (NoticeSteps.NeedsReason(step) && (reason.Length == 0 || reason.Length > NoticeBatchCard.LongestReason))
            return new Reply.View(
                NoticeBatchCard.RenderAsk(
                    AskBatch.Model(
                        asked.Batch,
                        step,
                        [],
                        $"{NoticeWords.ReasonOf(step)}を{NoticeBatchCard.LongestReason}文字以内でお書きください。"
                    )
                )
            );
        var result = await desk.MoveAllAsync(
            turn,
            asked.Batch,
            step,
            reason.Length == 0 ? null : reason,
            (change, moved) => telling.OfStepAsync(change, turn, moved, step, cancellationToken),
            cancellationToken
        );
        if (result.Notices.Count == 0)
            return OpenBatch.Unknown;
        var model = await cards.ForAsync(turn, result.Notices, cancellationToken);
        return result.Refusal is { } why
            ? new Reply.View(NoticeBatchCard.Render(model with { Told = why }))
            : new Reply.Update(
                NoticeBatchCard.Render(
                    model with
                    {
                        Told =
                            $"{result.Moved.Count}件を「{NoticeWords.Of(step)}」として記録し、{result.Notices[0].SubmitterName}さんに知らせます。",
                    }
                )
            )
            {
                IsLive = true,
            };
    }
}
