using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Starts it: the form's message becomes the checklist's card, for everyone in the chat.</summary>
internal sealed class StartIncident(IncidentDesk desk, IncidentForms forms, IncidentViews views, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var entered = turn.Read<IncidentStartCard.Start>();
        var checklist = forms.ChecklistOf(entered.Checklist);
        var (facts, error) = await forms.ReadAsync(entered, cancellationToken);
        if (error is not null)
            return new Reply.View(IncidentStartCard.Render(await forms.AgainAsync(turn, checklist, entered, error, cancellationToken)));

        var incident = NewIncident.Of(checklist, facts!, entered.Drill == "true", turn.From.Actor, clock.GetUtcNow());
        if (await desk.StartAsync(turn, incident, cancellationToken) is { } refusal)
            return new Reply.View(IncidentStartCard.Render(await forms.AgainAsync(turn, checklist, entered, refusal, cancellationToken)));
        // The form is no longer in front: what is typed next is about the checklist.
        turn.Memory.Incident = null;
        return new Reply.Update(IncidentCard.Render(await views.CardAsync(incident, null, turn.From.Id, cancellationToken)))
        {
            IsLive = true,
        };
    }
}
