using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Somebody is about to close it.</summary>
internal sealed class OpenCloseForm(IncidentDesk desk) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindAsync(turn, turn.Read<IncidentCard.Ref>().Incident, cancellationToken) is { } incident
            ? await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                CloseForm.Render(incident, new HashSet<string>(), "", null),
                cancellationToken
            )
            : OpenIncident.Unknown;
}
