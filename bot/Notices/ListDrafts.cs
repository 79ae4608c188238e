using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>One's own drafts, wherever they were begun.</summary>
internal sealed class ListDrafts(NoticeDrafts drafts, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var rows = (await drafts.OfAsync(turn, cancellationToken))
            .Select(draft => new DraftsCard.Row(
                draft.Id.ToString(),
                views.FormOf(draft.Kind).FullTitle,
                NoticeViews.About(draft.Fields),
                views.Local(draft.UpdatedAt)
            ))
            .ToList();
        var (card, told) = (DraftsCard.Render(new DraftsCard.Model(rows)), $"下書きは{rows.Count}件です。");
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, told) : new Reply.View(card), told);
    }
}
