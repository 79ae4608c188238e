using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Submits a draft that its owner has seen whole.</summary>
internal sealed class SubmitNotice(
    NoticeDrafts drafts,
    NoticeDesk desk,
    NoticeCards cards,
    NoticeConfirmation confirmation,
    NoticeChiefs chiefs
) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeConfirmCard.Submit>();
        if (!Guid.TryParse(asked.Draft, out var id))
            return EditDraft.Gone;
        var found = desk.NeedsApproval ? await chiefs.FindAsync(turn, asked.Chief ?? "", asked.ChiefId, cancellationToken) : null;
        // A draft that is gone was submitted by the first copy of this press, whoever is chief.
        if (found is { Error: not null } && await drafts.FindAsync(turn, asked.Draft, cancellationToken) is { } unapproved)
            return new Reply.View(
                NoticeConfirmCard.Render(await confirmation.ModelAsync(turn, unapproved, cancellationToken, asked.Chief, found))
            );
        var result = await desk.SubmitAsync(turn, id, asked.Version, cancellationToken, found?.Chief);
        if (result.Refusal is null && result.Notice is { } notice)
        {
            var told = await desk.SubmittedAsync(notice, cancellationToken);
            var card = NoticeCard.Render(await cards.ForAsync(turn, notice, told, null, cancellationToken));
            return new Reply.Leave(asked.Draft, new Reply.Update(card) { IsLive = true });
        }
        return await drafts.FindAsync(turn, asked.Draft, cancellationToken) is { } draft
            ? new Reply.View(NoticeConfirmCard.Render(await confirmation.ModelAsync(turn, draft, cancellationToken, asked.Chief)))
            : new Reply.Say(result.Refusal ?? "下書きが見つかりません。");
    }
}
