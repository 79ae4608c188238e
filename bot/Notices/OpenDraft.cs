using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Opens a draft's form, also one that was begun in another chat.</summary>
internal sealed class OpenDraft(NoticeDrafts drafts, NoticeDesk desk, NoticeForms forms) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeFormCard.Open>();
        if (await drafts.FindAsync(turn, asked.Draft, cancellationToken) is not { } draft)
            return EditDraft.Gone;
        var problems = asked.Marked ? (await desk.CheckAsync(draft, cancellationToken)).Problems : [];
        return new Reply.Converse(
            asked.Draft,
            null,
            new Reply.View(await forms.CardAsync(turn, draft, asked.Part, problems, cancellationToken))
        );
    }
}
