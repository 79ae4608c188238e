using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Approvals;

/// <summary>Is what is about to be published what was approved? One changed character, and it is not.</summary>
internal sealed class ComparePost(ApprovalDesk desk, ApprovalViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var sent = turn.Read<ApprovalCard.Compare>();
        if (await desk.FindAsync(turn.From, sent.Approval, cancellationToken) is not { } approval)
            return new Reply.Say("この承認の依頼は見つかりません。");
        var (text, approved) = ((sent.Text ?? "").Trim().ReplaceLineEndings("\n"), approval.Text.ReplaceLineEndings("\n"));
        var model = await views.ModelAsync(approval, canDecide: false, cancellationToken);
        return new Reply.View(
            ApprovalCard.Render(
                approval.State != ApprovalState.Approved ? model with { Error = "この依頼は、まだ承認されていません。" }
                : PostApproval.SealOf(text, approval.AccountId) == approval.Seal
                    ? model with
                    {
                        Told = $"承認された文と同じです。「{approval.AccountName}」に投稿できます。",
                    }
                : model with { Error = $"承認された文と違います（{Differs(text, approved)}文字目から）。この文は承認されていません。" }
            )
        );
    }

    /// <summary>Counted from 1.</summary>
    private static int Differs(string text, string approved) => text.Zip(approved).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
}
