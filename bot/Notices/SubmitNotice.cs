using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Submits a draft that its owner has seen whole.</summary>
internal sealed class SubmitNotice(NoticeDrafts drafts, NoticeDesk desk, NoticeCards cards, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeConfirmCard.Submit>();
        if (!Guid.TryParse(asked.Draft, out var id))
            return EditDraft.Gone;
        var result = await desk.SubmitAsync(turn, id, asked.Version, cancellationToken);
        if (result.Refusal is null && result.Notice is { } notice)
            return new Reply.Leave(
                asked.Draft,
                new Reply.Update(
                    NoticeCard.Render(
                        await cards.ForAsync(
                            turn,
                            notice,
                            $"提出しました。{views.FormOf(notice.Kind).Addressee}に届けます。この後の動きは「届出状況」でご覧いただけます。",
                            null,
                            cancellationToken
                        )
                    )
                )
                {
                    IsLive = true,
                }
            );
        if (await drafts.FindAsync(turn, asked.Draft, cancellationToken) is not { } draft)
            return new Reply.Say(result.Refusal ?? "下書きが見つかりません。");
        return new Reply.View(NoticeConfirmCard.Render(views.Confirm(draft, await desk.CheckAsync(draft, cancellationToken))));
    }
}
