using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>The form for a sentence on where things stand.</summary>
internal sealed class OpenStatusForm(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindAsync(turn, turn.Read<IncidentCard.Ref>().Incident, cancellationToken) is { } incident
            ? await IncidentViews.FormAsync(desk, turn, incident, views.StatusForm(incident), cancellationToken)
            : OpenIncident.Unknown;
}
