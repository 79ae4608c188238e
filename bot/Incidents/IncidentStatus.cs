using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Where things stand, in a sentence of whoever knows.</summary>
internal sealed class ReportStatus(IncidentDesk desk, IncidentViews views, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStatusCard.Report>();
        var text = asked.Text?.Trim() ?? "";
        var isForm = turn.Press!.Verb == IncidentStatusCard.FormVerb;
        if (!isForm && text.Length is > 0 and <= IncidentStatusCard.LongestText)
            return await views.ReplyAsync(
                desk,
                turn,
                await desk.ChangeAsync(turn, asked.Incident, change => change.Report(text), cancellationToken),
                "状況を記録しました。",
                cancellationToken
            );
        if (await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        return await IncidentViews.FormAsync(
            desk,
            turn,
            incident,
            IncidentStatusCard.Render(
                new IncidentStatusCard.Model(
                    asked.Incident,
                    IncidentWords.HeadingOf(incident),
                    "今の状況を、分かるところまで書いてください。",
                    views.Due(incident, clock.GetUtcNow()),
                    text,
                    isForm ? null : $"今の状況を{IncidentStatusCard.LongestText}文字以内でお書きください。",
                    CanSnooze: incident.StatusDueAt is not null
                )
            ),
            cancellationToken
        );
    }
}

/// <summary>Puts the next question off.</summary>
internal sealed class SnoozeStatus(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStatusCard.Snooze>();
        return IncidentStatusCard.Snoozes.Contains(asked.Minutes)
            ? await views.ReplyAsync(
                desk,
                turn,
                await desk.ChangeAsync(
                    turn,
                    asked.Incident,
                    change => change.Snooze(TimeSpan.FromMinutes(asked.Minutes)),
                    cancellationToken
                ),
                $"{asked.Minutes}分後にもう一度お尋ねします。",
                cancellationToken
            )
            : OpenIncident.Unknown;
    }
}
