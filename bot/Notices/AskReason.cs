using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Asks for the reason that a step needs.</summary>
internal sealed class AskReason(NoticeDesk desk, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.Decide>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        if (NoticeSteps.Of(asked.Step) is not { } step || !NoticeSteps.Open(turn.From, notice).Contains(step))
            return OpenNotice.Refused(notice, asked.Version, turn.From, "この届出では、その操作はできなくなっています。", views);
        await desk.HoldCardAsync(turn, notice, isForm: true, cancellationToken);
        return new Reply.View(Form(notice, asked, step, views));
    }

    public static AdaptiveCards.AdaptiveCard Form(
        Notice notice,
        NoticeCard.Decide asked,
        NoticeStep step,
        NoticeViews views,
        string? error = null
    ) =>
        NoticeCard.RenderReason(
            new NoticeCard.ReasonModel(
                asked.Notice,
                asked.Version,
                asked.Step,
                NoticeNumber.Of(notice),
                views.FormOf(notice.Kind).FullTitle,
                NoticeWords.ReasonOf(step),
                NoticeWords.ButtonOf(step),
                asked.Reason ?? "",
                error
            )
        );
}
