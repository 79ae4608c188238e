using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Approvals;

/// <summary>Who was asked decides about a post, as they saw it.</summary>
internal sealed class ApprovalDecision(ApprovalDesk desk, ApprovalViews views)
{
    public async Task<Reply> DecideAsync(Turn turn, bool isApproved, CancellationToken cancellationToken)
    {
        var asked = turn.Read<ApprovalCard.Decide>();
        if (await desk.FindAsync(turn.From, asked.Approval, cancellationToken) is not { } approval)
            return new Reply.Say("この承認の依頼は見つかりません。");
        var reason = Plain.Cut(asked.Reason?.Trim() ?? "", ApprovalCard.LongestReason - 1);
        var isOwn = approval.ApproverId == turn.From.Id;
        if (isOwn && !isApproved && reason.Length == 0)
            return new Reply.View(
                ApprovalCard.Render(
                    await views.ModelAsync(approval, canDecide: true, cancellationToken) with
                    {
                        Error = "差し戻す理由を書いてください。",
                    }
                )
            );
        var isDecided = await desk.DecideAsync(
            turn,
            approval.Id,
            asked.Seal,
            isApproved ? ApprovalState.Approved : ApprovalState.Returned,
            isApproved ? "" : reason,
            cancellationToken
        );
        approval = (await desk.FindAsync(approval.Id, cancellationToken))!;
        var model = await views.ModelAsync(approval, canDecide: isOwn, cancellationToken) with
        {
            Told = Told(isDecided, isApproved, isOwn, approval),
        };
        return isDecided ? new Reply.Update(ApprovalCard.Render(model)) : new Reply.View(ApprovalCard.Render(model));
    }

    private static string Told(bool isDecided, bool isApproved, bool isOwn, PostApproval approval) =>
        isDecided
            ? isApproved
                ? "承認しました。依頼した方にお知らせします。"
                : "差し戻しました。依頼した方にお知らせします。"
            : !isOwn
                ? "決められるのは、承認を頼まれた方だけです。"
                : approval.State == ApprovalState.Asked
                    ? "ご覧になった文と違うため、決められません。今の文は下のとおりです。"
                    : "この依頼は、もう決まっています。";
}

/// <summary>「この文を承認する」</summary>
internal sealed class ApprovePost(ApprovalDecision decision) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) => decision.DecideAsync(turn, true, cancellationToken);
}

/// <summary>「差し戻す」</summary>
internal sealed class ReturnPost(ApprovalDecision decision) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) => decision.DecideAsync(turn, false, cancellationToken);
}
