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
            ? new Reply.View(NoticeFormCard.RenderCancel(asked.Draft, views.FormOf(draft.Kind).FullTitle))
            : EditDraft.Gone;
    }
}
