using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>振り返り: what happened, why, what is to change, who sees to it and by when.</summary>
internal sealed class ReviewIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var entered = turn.Read<IncidentCloseCard.Review>();
        if (await desk.FindAsync(turn, entered.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        DateOnly? due = DateOnly.TryParseExact(entered.Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
        if (Missing(entered, due) is { } error)
            return await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentCloseCard.RenderReview(new IncidentCloseCard.ReviewModel(IncidentWords.HeadingOf(incident), entered, error)),
                cancellationToken
            );
        return await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(
                turn,
                entered.Incident,
                change =>
                {
                    var written = change.Incident;
                    (written.ReviewWhat, written.ReviewWhy, written.ReviewChange) = (
                        entered.What!.Trim(),
                        entered.Why!.Trim(),
                        entered.Change!.Trim()
                    );
                    (written.ReviewOwner, written.ReviewDue) = (entered.Owner!.Trim(), due);
                    change.Log(IncidentEventKind.Reviewed, due!.Value.ToString("O", CultureInfo.InvariantCulture), written.ReviewOwner);
                    return null;
                },
                cancellationToken
            ),
            "振り返りを残しました。",
            cancellationToken
        );
    }

    private static string? Missing(IncidentCloseCard.Review entered, DateOnly? due)
    {
        foreach (
            var (text, name) in new[]
            {
                (entered.What, "何があったか"),
                (entered.Why, "なぜ起きたか"),
                (entered.Change, "これから変えること"),
                (entered.Owner, "進める人"),
            }
        )
            if (string.IsNullOrWhiteSpace(text) || text.Length > IncidentCloseCard.Longest)
                return $"「{name}」を{IncidentCloseCard.Longest}文字以内でお書きください。";
        return due is null ? "「いつまでに」を選んでください。" : null;
    }
}
