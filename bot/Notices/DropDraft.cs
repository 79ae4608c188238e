using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Throws a draft away.</summary>
internal sealed class DropDraft(NoticeDrafts drafts) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeFormCard.DraftRef>();
        return await drafts.DropAsync(turn, asked.Draft, cancellationToken)
            ? new Reply.Leave(
                asked.Draft,
                new Reply.Update(NoticeFormCard.RenderClosed("下書きを削除しました", "ほかの届出・申請も作れます。", null))
            )
            : EditDraft.Gone;
    }
}
