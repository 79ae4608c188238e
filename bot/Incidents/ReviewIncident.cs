using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>振り返り: what happened, why, what is to change, who sees to it and by when.</summary>
internal sealed class ReviewIncident(IncidentDesk desk, IncidentViews views, LiveKnowledge knowledge) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var entered = turn.Read<IncidentCloseCard.Review>();
        if (await desk.FindAsync(turn, entered.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        DateOnly? due = DateOnly.TryParseExact(entered.Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
        if (Missing(incident, entered, due) is { } error)
            return await IncidentViews.FormAsync(desk, turn, incident, ReviewForm.Render(incident, entered, error), cancellationToken);
        var result = await desk.ChangeAsync(
            turn,
            entered.Incident,
            change =>
            {
                var written = change.Incident;
                (written.ReviewWhat, written.ReviewWhy) = (entered.What!.Trim(), entered.Why!.Trim());
                if (IsChange(entered))
                {
                    var followUp = new FollowUp
                    {
                        IncidentId = written.Id,
                        What = entered.Change!.Trim(),
                        Owner = OwnerOf(written, entered.Owner!.Trim()),
                        Due = due!.Value,
                    };
                    written.FollowUps.Add(followUp);
                    change.Log(IncidentEventKind.Reviewed, due.Value.ToString("O", CultureInfo.InvariantCulture), followUp.OwnerName);
                }
                else
                {
                    change.Log(IncidentEventKind.Reviewed);
                }
                return null;
            },
            cancellationToken
        );
        return await views.ReplyAsync(desk, turn, result, Told(result.Incident, entered), cancellationToken);
    }

    /// <summary>What is said depends on what will happen: somebody whom the bot does not know cannot be reminded.</summary>
    private string Told(Incident? incident, IncidentCloseCard.Review entered) =>
        !IsChange(entered) || incident?.FollowUps is not [.., _] ? "振り返りを残しました。"
        : OwnerOf(incident, entered.Owner!.Trim()).Id.Length > 0
            ? $"振り返りを残しました。{entered.Owner.Trim()}さんに、期限の日から済むまでお知らせします。"
        : $"振り返りを残しました。{entered.Owner.Trim()}さんはこのチェックリストに加わっていないため、{knowledge.Current.Offices.PublicRelations.Name}にお知らせします。";

    private static Actor OwnerOf(Incident incident, string name) =>
        incident.Members.Find(member => Same(member.Name) == Same(name)) is { } member ? member.Who : new Actor("", name);

    private static string Same(string name) => string.Concat(name.Where(sign => !char.IsWhiteSpace(sign)));

    private static bool IsChange(IncidentCloseCard.Review entered) =>
        !string.IsNullOrWhiteSpace(entered.Change) || !string.IsNullOrWhiteSpace(entered.Owner) || !string.IsNullOrWhiteSpace(entered.Due);

    private static string? Missing(Incident incident, IncidentCloseCard.Review entered, DateOnly? due)
    {
        // Once there is something that is to be changed, there need not be more.
        var needsChange = incident.FollowUps.Count == 0 || IsChange(entered);
        foreach (
            var (text, name, isNeeded) in new[]
            {
                (entered.What, "何があったか", true),
                (entered.Why, "なぜ起きたか", true),
                (entered.Change, "これから変えること", needsChange),
                (entered.Owner, "進める人", needsChange),
            }
        )
            if (isNeeded && string.IsNullOrWhiteSpace(text) || text?.Length > IncidentCloseCard.Longest)
                return $"「{name}」を{IncidentCloseCard.Longest}文字以内でお書きください。";
        return needsChange && due is null ? "「いつまでに」を選んでください。" : null;
    }
}

/// <summary>Something that was to be changed has been.</summary>
internal sealed class FinishFollowUp(IncidentDesk desk) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentCloseCard.Followed>();
        var result = await desk.ChangeAsync(
            turn,
            asked.Incident,
            change =>
            {
                if (change.Incident.FollowUps.Find(known => known.Id.ToString() == asked.FollowUp) is not { } followUp)
                    return "この再発防止は見つかりません。";
                if (followUp.DoneAt is not null)
                    return "すでに済んでいます。";
                followUp.DoneAt = change.HappenedAt;
                change.Log(IncidentEventKind.FollowedUp, followUp.What);
                return null;
            },
            cancellationToken
        );
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        var form = ReviewForm.Render(incident, OpenReviewForm.Written(incident), result.Refusal);
        return result.Refusal is null
            ? await IncidentViews.ChangedFormAsync(desk, turn, incident, form, cancellationToken)
            : await IncidentViews.FormAsync(desk, turn, incident, form, cancellationToken);
    }
}
