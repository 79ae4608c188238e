using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>
/// One live form a draft: as soon as a newer one is shown, or a value is written elsewhere, the cards of older ones are closed and lead to
/// the draft as it is now.
/// </summary>
internal sealed class DraftForms(IDbContextFactory<Database> databases, NoticeViews views) : ILiveCardArtist
{
    public const string TopicName = LiveCards.Forms;

    /// <summary>The state of the cards of a draft that was submitted or thrown away.</summary>
    public const int Gone = int.MaxValue;

    public string Topic => TopicName;

    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var draft = Guid.TryParse(about, out var id)
            ? await database.NoticeDrafts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken)
            : null;
        var card = draft is null
            ? NoticeFormCard.RenderClosed("届出の下書き", "この下書きは、提出されたか、削除されています。", null)
            : NoticeFormCard.RenderClosed(
                views.FormOf(draft.Kind).FullTitle,
                "この下書きは、新しいフォームか会話に続いています。今の内容は「再開」でご覧いただけます。",
                about
            );
        return (card, card.FallbackText, draft?.Forms ?? Gone);
    }
}
