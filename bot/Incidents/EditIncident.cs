using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>The form that puts right what was said at the start.</summary>
internal sealed class EditIncident(IncidentDesk desk, IncidentForms forms) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>().Incident;
        if (await desk.FindAsync(turn, id, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        var checklist = forms.ChecklistOf(incident.Checklist);
        var model = await forms.AgainAsync(turn, checklist, forms.Entered(incident), null, cancellationToken);
        return await IncidentViews.FormAsync(
            desk,
            turn,
            incident,
            IncidentStartCard.RenderEdit(id, IncidentCard.SaveVerb, model),
            cancellationToken
        );
    }
}
