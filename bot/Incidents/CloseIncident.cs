using GuidelineBot.Cards;
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
                CloseForm.Render(incident, answers, reason, $"終了する理由を{IncidentCloseCard.Longest}文字以内でお書きください。"),
                cancellationToken
            );
        var result = await desk.ChangeAsync(turn, id, change => change.Close(reason, answers), cancellationToken);
        return result is { Incident: { ClosedAt: null } open, Refusal: { } refusal }
            ? await IncidentViews.FormAsync(desk, turn, open, CloseForm.Render(open, answers, reason, refusal), cancellationToken)
            : await views.ReplyAsync(desk, turn, result, "終了しました。続けて、振り返りを残してください。", cancellationToken);
    }
}
