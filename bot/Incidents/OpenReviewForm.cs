using System.Globalization;
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
        var written = new IncidentCloseCard.Review(
            id,
            incident.ReviewWhat,
            incident.ReviewWhy,
            incident.ReviewChange,
            incident.ReviewOwner,
            incident.ReviewDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        return await IncidentViews.FormAsync(
            desk,
            turn,
            incident,
            IncidentCloseCard.RenderReview(new IncidentCloseCard.ReviewModel(IncidentWords.HeadingOf(incident), written)),
            cancellationToken
        );
    }
}
