using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Closes it: with a reason, and an answer for each step that is open.</summary>
internal sealed class CloseIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>().Incident;
        if (await desk.FindAsync(turn, id, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        if (turn.Press!.Verb == IncidentCloseCard.FormVerb)
            return await IncidentViews.FormAsync(desk, turn, incident, Form(incident, [], "", null), cancellationToken);

        var reason = turn.Input(IncidentCloseCard.ReasonInput)?.Trim() ?? "";
        var answers = incident
            .Steps.Select(step => (step.Step, Answer: turn.Input(IncidentCloseCard.StepPrefix + step.Step)))
            .Where(step => step.Answer is IncidentCloseCard.Done or IncidentCloseCard.Waive)
            .ToDictionary(step => step.Step, step => step.Answer == IncidentCloseCard.Done ? StepState.Done : StepState.Waived);
        if (reason.Length is 0 or > IncidentCloseCard.Longest)
            return await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                Form(incident, answers, reason, $"終了する理由を{IncidentCloseCard.Longest}文字以内でお書きください。"),
                cancellationToken
            );
        var result = await desk.ChangeAsync(turn, id, change => change.Close(reason, answers), cancellationToken);
        return result is { Incident: { ClosedAt: null } open, Refusal: { } refusal }
            ? await IncidentViews.FormAsync(desk, turn, open, Form(open, answers, reason, refusal), cancellationToken)
            : await views.ReplyAsync(desk, turn, result, "終了しました。続けて、振り返りを残してください。", cancellationToken);
    }

    private static AdaptiveCards.AdaptiveCard Form(
        Incident incident,
        Dictionary<string, StepState> answers,
        string reason,
        string? error
    ) =>
        IncidentCloseCard.RenderClose(
            new IncidentCloseCard.CloseModel(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                [
                    .. incident
                        .Steps.Where(step => step.State == StepState.Open)
                        .Select(step => new IncidentCloseCard.OpenStep(
                            step.Step,
                            step.Title,
                            answers.TryGetValue(step.Step, out var answer)
                                ? answer == StepState.Done
                                    ? IncidentCloseCard.Done
                                    : IncidentCloseCard.Waive
                                : null
                        )),
                ],
                reason,
                error
            )
        );
}

internal sealed class ReopenIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(turn, turn.Read<IncidentCard.Ref>().Incident, change => change.Reopen(), cancellationToken),
            "再開しました。",
            cancellationToken
        );
}

/// <summary>振り返り: what happened, why, what is to change, who sees to it and by when.</summary>
internal sealed class ReviewIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var entered = turn.Read<IncidentCloseCard.Review>();
        if (await desk.FindAsync(turn, entered.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        if (turn.Press!.Verb == IncidentCloseCard.ReviewFormVerb)
            return await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentCloseCard.RenderReview(
                    new IncidentCloseCard.ReviewModel(
                        IncidentWords.HeadingOf(incident),
                        new IncidentCloseCard.Review(
                            entered.Incident,
                            incident.ReviewWhat,
                            incident.ReviewWhy,
                            incident.ReviewChange,
                            incident.ReviewOwner,
                            incident.ReviewDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        )
                    )
                ),
                cancellationToken
            );

        DateOnly? due = DateOnly.TryParseExact(entered.Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
        if (Missing(entered, due) is { } error)
            return await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentCloseCard.RenderReview(new IncidentCloseCard.ReviewModel(IncidentWords.HeadingOf(incident), entered, error)),
                cancellationToken
            );
        return await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(
                turn,
                entered.Incident,
                change =>
                {
                    var written = change.Incident;
                    (written.ReviewWhat, written.ReviewWhy, written.ReviewChange) = (
                        entered.What!.Trim(),
                        entered.Why!.Trim(),
                        entered.Change!.Trim()
                    );
                    (written.ReviewOwner, written.ReviewDue) = (entered.Owner!.Trim(), due);
                    change.Log("振り返り", $"進める人：{written.ReviewOwner}、{Wareki.Day(due!.Value)}まで");
                    return null;
                },
                cancellationToken
            ),
            "振り返りを残しました。",
            cancellationToken
        );
    }

    private static string? Missing(IncidentCloseCard.Review entered, DateOnly? due)
    {
        foreach (
            var (text, name) in new[]
            {
                (entered.What, "何があったか"),
                (entered.Why, "なぜ起きたか"),
                (entered.Change, "これから変えること"),
                (entered.Owner, "進める人"),
            }
        )
            if (string.IsNullOrWhiteSpace(text) || text.Length > IncidentCloseCard.Longest)
                return $"「{name}」を{IncidentCloseCard.Longest}文字以内でお書きください。";
        return due is null ? "「いつまでに」を選んでください。" : null;
    }
}

/// <summary>Links to the report, for whoever may see the incident.</summary>
internal sealed class OpenReport(IncidentDesk desk, DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>();
        if (await desk.FindAsync(turn, id.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        return await IncidentViews.FormAsync(
            desk,
            turn,
            incident,
            DownloadCard.Render(
                new DownloadCard.Model(
                    "報告書",
                    IncidentWords.HeadingOf(incident),
                    [
                        new DownloadCard.Link(
                            "Word（.docx）",
                            await links.MakeAsync(turn.From, IncidentDesk.Topic, $"{incident.Id}/{IncidentReport.Word}", cancellationToken)
                        ),
                        new DownloadCard.Link(
                            "Markdown（.md）",
                            await links.MakeAsync(
                                turn.From,
                                IncidentDesk.Topic,
                                $"{incident.Id}/{IncidentReport.Markdown}",
                                cancellationToken
                            )
                        ),
                    ],
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("一覧へ戻る", IncidentCard.OpenVerb, id)
                )
            ),
            cancellationToken
        );
    }
}
