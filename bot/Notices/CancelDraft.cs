using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Asks before a draft is thrown away.</summary>
internal sealed class CancelDraft(NoticeDrafts drafts, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeFormCard.DraftRef>();
        return await drafts.FindAsync(turn, asked.Draft, cancellationToken) is { } draft
            ? new Reply.Redraw(NoticeFormCard.RenderCancel(asked.Draft, views.FormOf(draft.Kind).FullTitle))
            : EditDraft.Gone;
    }
}

/// <summary>Throws a draft away.</summary>
internal sealed class DropDraft(NoticeDrafts drafts) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeFormCard.DraftRef>();
        return await drafts.DropAsync(turn, asked.Draft, cancellationToken)
            ? new Reply.Leave(
                asked.Draft,
                new Reply.Redraw(NoticeFormCard.RenderClosed("下書きを削除しました", "ほかの届出・申請も作れます。", null))
            )
            : EditDraft.Gone;
    }
}
