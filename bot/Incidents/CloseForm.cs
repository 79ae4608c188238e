using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Incidents;

/// <summary>The form that closes an incident: a reason, and an answer for each step that is open.</summary>
internal static class CloseForm
{
    public static AdaptiveCard Render(Incident incident, Dictionary<string, StepState> answers, string reason, string? error) =>
        IncidentCloseCard.RenderClose(
            new IncidentCloseCard.CloseModel(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                [
                    .. incident
                        .Steps.Where(step => step.State == StepState.Open)
                        .Select(step => new IncidentCloseCard.OpenStep(
                            step.Step,
                            step.Title,
                            answers.TryGetValue(step.Step, out var answer)
                                ? answer == StepState.Done
                                    ? IncidentCloseCard.Done
                                    : IncidentCloseCard.Waive
                                : null
                        )),
                ],
                reason,
                error
            )
        );
}
