using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Puts right what was said at the start; what stood there before goes into the timeline.</summary>
internal sealed class SaveIncident(IncidentDesk desk, IncidentForms forms, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>().Incident;
        if (await desk.FindAsync(turn, id, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        var entered = turn.Read<IncidentStartCard.Start>();
        var (facts, error) = await forms.ReadAsync(entered, cancellationToken);
        if (error is not null)
        {
            var again = await forms.AgainAsync(
                turn,
                forms.ChecklistOf(entered.Checklist ?? incident.Checklist),
                entered,
                error,
                cancellationToken
            );
            return await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentStartCard.RenderEdit(id, IncidentCard.SaveVerb, again),
                cancellationToken
            );
        }
        return await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(
                turn,
                id,
                change =>
                {
                    var before = forms.Describe(change.Incident);
                    facts!.WriteTo(change.Incident);
                    // A card of before the kind could be changed sends neither.
                    if (entered.Checklist is { Length: > 0 } kind && kind != change.Incident.Checklist)
                        NewIncident.Turn(change.Incident, forms.ChecklistOf(kind));
                    if (entered.Drill is { } drill)
                        change.Incident.IsDrill = drill == "true";
                    change.Log(IncidentEventKind.Edited, note: before);
                    return null;
                },
                cancellationToken
            ),
            "概要を直しました。",
            cancellationToken
        );
    }
}
