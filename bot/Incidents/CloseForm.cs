using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Incidents;

/// <summary>The form that closes an incident: a reason, and which of the open steps were done all the same.</summary>
internal static class CloseForm
{
    public static AdaptiveCard Render(Incident incident, IReadOnlySet<string> done, string reason, string? error) =>
        IncidentCloseCard.RenderClose(
            new IncidentCloseCard.CloseModel(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                [
                    .. incident
                        .Steps.Where(step => step.State == StepState.Open)
                        .Select(step => new IncidentCloseCard.OpenStep(step.Step, step.Title, done.Contains(step.Step))),
                ],
                reason,
                error
            )
        );
}
