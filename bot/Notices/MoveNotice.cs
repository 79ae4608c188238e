using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>A submitted notice as it is now.</summary>
internal sealed class OpenNotice(NoticeDesk desk, NoticeViews views) : ITurnHandler
{
    public static Reply Unknown => new Reply.Say("その届出は見つかりません。ご自分の届出は「届出状況」でご覧いただけます。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindAsync(turn, turn.Read<NoticeCard.NoticeRef>().Notice, cancellationToken) is { } notice
            ? new Reply.Redraw(NoticeCard.Render(views.Notice(notice, turn.From)))
            : Unknown;
}

/// <summary>Links to the notice's Word documents.</summary>
internal sealed class OpenPapers(NoticeDesk desk, NoticePapers papers, DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.NoticeRef>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        var files = new List<DownloadCard.Link>();
        foreach (var (place, paper) in papers.Of(notice).Index())
            files.Add(
                new DownloadCard.Link(
                    paper.FileName.Split('_')[0],
                    await links.MakeAsync(turn.From, papers.Source, $"{notice.Id}/{place}", cancellationToken)
                )
            );
        return new Reply.Redraw(
            DownloadCard.Render(
                new DownloadCard.Model(
                    "書類（Word）",
                    NoticeNumber.Of(notice),
                    files,
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("届出へ戻る", NoticeCard.OpenVerb, asked)
                )
            )
        );
    }
}

/// <summary>Asks for the reason that a step needs.</summary>
internal sealed class AskReason(NoticeDesk desk, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.Decide>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        return NoticeSteps.Of(asked.Step) is { } step && NoticeSteps.Open(turn.From, notice).Contains(step)
            ? new Reply.Redraw(Form(notice, asked, step, views))
            : new Reply.Redraw(NoticeCard.Render(views.Notice(notice, turn.From, "この届出では、その操作はできなくなっています。")));
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

/// <summary>Takes a step: accept, return, ask, answer, withdraw, permit, refuse.</summary>
internal sealed class MoveNotice(NoticeDesk desk, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.Decide>();
        if (NoticeSteps.Of(asked.Step) is not { } step)
            return OpenNotice.Unknown;
        var reason = asked.Reason?.Trim() ?? "";
        if (
            NoticeSteps.NeedsReason(step)
            && (reason.Length == 0 || reason.Length > NoticeCard.LongestReason)
            && await desk.FindAsync(turn, asked.Notice, cancellationToken) is { } unexplained
        )
            return new Reply.Redraw(
                AskReason.Form(
                    unexplained,
                    asked,
                    step,
                    views,
                    $"{NoticeWords.ReasonOf(step)}を{NoticeCard.LongestReason}文字以内でお書きください。"
                )
            );

        var result = await desk.MoveAsync(turn, asked.Notice, asked.Version, step, reason.Length == 0 ? null : reason, cancellationToken);
        if (result.Notice is not { } notice)
            return result.Refusal is { } refusal ? new Reply.Say(refusal) : OpenNotice.Unknown;
        return new Reply.Redraw(
            NoticeCard.Render(
                views.Notice(notice, turn.From, result.Refusal ?? $"「{NoticeWords.Of(step)}」として記録し、お知らせします。")
            )
        );
    }
}

/// <summary>Puts a returned notice right: a draft with everything that it said.</summary>
internal sealed class RedoNotice(NoticeDesk desk, NoticeDrafts drafts, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<NoticeCard.NoticeRef>().Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        if (!NoticeSteps.MayRedo(turn.From, notice))
            return new Reply.Redraw(NoticeCard.Render(views.Notice(notice, turn.From, "この届出は、出し直せる状態ではありません。")));
        var draft =
            (await drafts.OfAsync(turn, cancellationToken)).FirstOrDefault(draft => draft.NoticeId == notice.Id)
            ?? await drafts.CreateAsync(turn, notice.Kind, notice.Fields, notice.Id, cancellationToken);
        var why = notice.Events.LastOrDefault(happened => happened.Step == NoticeStep.Returned)?.Reason;
        return new Reply.Converse(
            draft.Id.ToString(),
            null,
            new Reply.Redraw(NoticeFormCard.Render(views.Form(draft, 0, [], $"差戻しの理由：{why}")))
        );
    }
}
