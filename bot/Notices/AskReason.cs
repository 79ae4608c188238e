using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Asks for the reason that a step needs, or once whether it is meant.</summary>
internal sealed class AskReason(NoticeDesk desk, NoticeCards cards, NoticeViews views, LiveKnowledge knowledge, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.Decide>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        var reader = await cards.ReaderAsync(turn, cancellationToken);
        if (NoticeSteps.Of(asked.Step) is not { } step)
            return OpenNotice.Unknown;
        if (NoticeDesk.RefusalOf(reader, notice, step, clock.GetUtcNow()) is { } why)
            return await cards.RefusedAsync(turn, notice, asked.Version, why, asked.List, cancellationToken);
        await desk.HoldCardAsync(turn, notice, isForm: true, cancellationToken);
        return new Reply.View(
            NoticeSteps.NeedsYes(step)
                ? Yes(
                    await cards.ForAsync(turn, notice, null, asked.List, cancellationToken),
                    asked,
                    notice,
                    step,
                    await desk.RegisterRemarksAsync(notice, cancellationToken)
                )
                : Form(notice, asked, step, views)
        );
    }

    public static AdaptiveCard Form(Notice notice, NoticeCard.Decide asked, NoticeStep step, NoticeViews views, string? error = null) =>
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
            {
                List = asked.List,
            }
        );

    private AdaptiveCard Yes(NoticeCard.Model model, NoticeCard.Decide asked, Notice notice, NoticeStep step, IReadOnlyList<string> remarks)
    {
        var isRegistered = step == NoticeStep.Accepted;
        return NoticeCard.RenderYes(
            new NoticeCard.YesModel(
                model with
                {
                    Version = asked.Version,
                },
                asked.Step,
                $"この届出を{NoticeWords.Of(step)}しますか？",
                [
                    .. remarks,
                    $"{(isRegistered ? "台帳に記載し、" : "")}{notice.SubmitterName}さんに知らせます。10分以内なら取り消せます。",
                    .. isRegistered && notice.Kind is Knowledge.Notices.NoticeKind.Start or Knowledge.Notices.NoticeKind.End
                        ? [$"そのあと、ウェブサイトの一覧を直してください（ガイドライン {knowledge.Current.LabelOf(Demand.KeepList)}）。"]
                        : Array.Empty<string>(),
                ],
                NoticeWords.ButtonOf(step)
            )
        );
    }
}
