using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Puts a returned notice right: a draft with everything that it said.</summary>
internal sealed class RedoNotice(NoticeDesk desk, NoticeDrafts drafts, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<NoticeCard.NoticeRef>().Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        if (!NoticeSteps.MayRedo(turn.From, notice))
            return new Reply.View(NoticeCard.Render(views.Notice(notice, turn.From, "この届出は、出し直せる状態ではありません。")));
        var draft =
            (await drafts.OfAsync(turn, cancellationToken)).FirstOrDefault(draft => draft.NoticeId == notice.Id)
            ?? await drafts.CreateAsync(turn, notice.Kind, notice.Fields, notice.Id, cancellationToken);
        var why = notice.Events.LastOrDefault(happened => happened.Step == NoticeStep.Returned)?.Reason;
        return new Reply.Converse(
            draft.Id.ToString(),
            null,
            new Reply.View(NoticeFormCard.Render(views.Form(draft, 0, [], $"差戻しの理由：{why}")))
        );
    }
}
