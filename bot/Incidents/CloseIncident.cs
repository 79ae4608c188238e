using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Closes it: with one reason, for all steps that were not done.</summary>
internal sealed class CloseIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>().Incident;
        if (await desk.FindAsync(turn, id, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        var reason = turn.Input(IncidentCloseCard.ReasonInput)?.Trim() ?? "";
        var marked = (turn.Input(IncidentCloseCard.DoneInput) ?? "").Split(',');
        var done = incident
            .Steps.Select(step => step.Step)
            .Where(step => marked.Contains(step) || turn.Input(IncidentCloseCard.StepPrefix + step) == IncidentCloseCard.Done)
            .ToHashSet();
        if (reason.Length is 0 or > IncidentCloseCard.Longest)
            return await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                CloseForm.Render(incident, done, reason, $"終了する理由を{IncidentCloseCard.Longest}文字以内でお書きください。"),
                cancellationToken
            );
        var result = await desk.ChangeAsync(turn, id, change => change.Close(reason, done), cancellationToken);
        var score = result.Incident is { } closed && views.ScoreOf(closed) is { } scored ? $"訓練の採点：{scored.Sentence}" : "";
        return await views.ReplyAsync(desk, turn, result, $"終了しました。{score}続けて、振り返りを残してください。", cancellationToken);
    }
}

/// <summary>間違って始めた: two presses from the card, and it counts in no figure.</summary>
internal sealed class MistakeIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(turn, turn.Read<IncidentCard.Ref>().Incident, change => change.Mistake(), cancellationToken),
            "間違えて始めたものとして終了しました。「再開する」で元に戻せます。",
            cancellationToken
        );
}
