using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Where things stand, in a sentence of whoever knows.</summary>
internal sealed class ReportStatus(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStatusCard.Report>();
        var text = asked.Text?.Trim() ?? "";
        if (asked.Calm == true && text.Length <= IncidentStatusCard.LongestText)
            return await views.ReplyAsync(
                desk,
                turn,
                await desk.ChangeAsync(
                    turn,
                    asked.Incident,
                    change => (text.Length > 0 ? change.Report(text) : null) ?? change.CalmDown(""),
                    cancellationToken
                ),
                "落ち着いた時刻を記録しました。",
                cancellationToken
            );
        if (text.Length is > 0 and <= IncidentStatusCard.LongestText)
            return await views.ReplyAsync(
                desk,
                turn,
                await desk.ChangeAsync(turn, asked.Incident, change => change.Report(text), cancellationToken),
                "状況を記録しました。",
                cancellationToken
            );
        if (await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        var form = views.StatusForm(incident, text, $"今の状況を{IncidentStatusCard.LongestText}文字以内でお書きください。");
        return await IncidentViews.FormAsync(desk, turn, incident, form, cancellationToken);
    }
}
