using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>The form for the 振り返り, with what was written before.</summary>
internal sealed class OpenReviewForm(IncidentDesk desk) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>().Incident;
        if (await desk.FindAsync(turn, id, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        return await IncidentViews.FormAsync(desk, turn, incident, ReviewForm.Render(incident, Written(incident), null), cancellationToken);
    }

    /// <summary>What is to be changed stands in the list above the form, each with its owner.</summary>
    public static IncidentCloseCard.Review Written(Incident incident) =>
        new(incident.Id.ToString(), incident.ReviewWhat, incident.ReviewWhy);
}

internal static class ReviewForm
{
    public static AdaptiveCard Render(Incident incident, IncidentCloseCard.Review entered, string? error) =>
        IncidentCloseCard.RenderReview(
            new IncidentCloseCard.ReviewModel(IncidentWords.HeadingOf(incident), entered, error)
            {
                Changes =
                [
                    .. incident
                        .FollowUps.OrderBy(change => change.Due)
                        .Select(change => new IncidentCloseCard.Change(
                            change.Id.ToString(),
                            IncidentWords.Of(change),
                            change.DoneAt is not null
                        )),
                ],
            }
        );
}
