using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Puts a returned notice right: a draft with everything that it said.</summary>
internal sealed class RedoNotice(NoticeDesk desk, NoticeDrafts drafts, NoticeCards cards, NoticeForms forms) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<NoticeCard.NoticeRef>().Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        if (!NoticeSteps.MayRedo(await cards.ReaderAsync(turn, cancellationToken), notice))
            return new Reply.View(
                NoticeCard.Render(await cards.ForAsync(turn, notice, "この届出は、出し直せる状態ではありません。", null, cancellationToken))
            );
        var draft =
            (await drafts.OfAsync(turn, cancellationToken)).FirstOrDefault(draft => draft.NoticeId == notice.Id)
            ?? await drafts.CreateAsync(turn, notice.Kind, notice.Fields, notice.Id, cancellationToken);
        var why =
            notice.Status == NoticeStatus.Returned ? notice.Events.LastOrDefault(happened => happened.Step == NoticeStep.Returned) : null;
        return new Reply.Converse(
            draft.Id.ToString(),
            null,
            new Reply.View(await forms.CardAsync(turn, draft, 0, [], cancellationToken, why is null ? null : $"差戻しの理由：{why.Reason}"))
        );
    }
}
