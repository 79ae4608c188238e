using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>A chat or channel to share it to.</summary>
/// <param name="Person">Whose own chat it is; null for a group, a channel and the office.</param>
internal sealed record IncidentPlace(string Id, string Title, Actor? Person);

/// <summary>The chats and channels that an incident stands in or may be shared to.</summary>
internal sealed class IncidentPlaces(
    IDbContextFactory<Database> databases,
    IncidentDesk desk,
    IncidentViews views,
    Changes changes,
    LiveKnowledge knowledge,
    IOptions<IncidentOptions> options
)
{
    /// <param name="told">What became of a press that changed nothing; null where nothing is to be said.</param>
    /// <param name="name">Who was looked for.</param>
    /// <param name="found">Those who have the name.</param>
    public async Task<Reply> ShowAsync(
        Turn turn,
        Incident incident,
        string? told,
        CancellationToken cancellationToken,
        string name = "",
        IReadOnlyList<Actor>? found = null
    ) =>
        await IncidentViews.FormAsync(
            desk,
            turn,
            incident,
            await CardAsync(turn, incident, told, cancellationToken, name, found),
            cancellationToken
        );

    /// <param name="told">What became of the press.</param>
    public async Task<Reply> ReplyAsync(Turn turn, IncidentResult result, string told, CancellationToken cancellationToken)
    {
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        if (result.Refusal is { } refusal)
            return await ShowAsync(turn, incident, refusal, cancellationToken);
        return await views.SentAsync(desk, turn, result, told, () => CardAsync(turn, incident, told, cancellationToken), cancellationToken);
    }

    private async Task<AdaptiveCard> CardAsync(
        Turn turn,
        Incident incident,
        string? told,
        CancellationToken cancellationToken,
        string name = "",
        IReadOnlyList<Actor>? found = null
    ) =>
        IncidentTeamCard.Render(
            new IncidentTeamCard.Model(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                [
                    .. incident
                        .Members.OrderBy(member => member.Role == StepRole.Everyone)
                        .ThenBy(member => member.Role)
                        .Select(member => $"{(member.Role == StepRole.Everyone ? "参加" : IncidentWords.Of(member.Role))}：{member.Name}"),
                ],
                [
                    .. incident
                        .Members.Where(member => member.PersonId != turn.From.Id)
                        .Select(member => new Choice(member.PersonId, member.Name)),
                ],
                [.. (await OfAsync(turn, incident, cancellationToken)).Select(place => new Choice(place.Id, place.Title))],
                told
            )
            {
                Name = name,
                Found = [.. (found ?? []).Select(person => new Choice(person.Id, person.Name))],
            }
        );

    /// <summary>
    /// Where the person may share it to: the office, and where they belong themselves. Names of other chats and people are nobody's business.
    /// </summary>
    public async Task<IReadOnlyList<IncidentPlace>> OfAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var shown = LiveCards.PlacesOf(database, IncidentDesk.Topic, incident.Id.ToString());
        var known = await KnownConversations
            .Open(database, turn.From.Id, shown)
            .Take(IncidentTeamCard.MostPlaces)
            .ToListAsync(cancellationToken);
        return
        [
            .. known
                // A drill is no news for the office, unless it is meant to be.
                .Where(place => !place.TakesNotices || !incident.IsDrill || options.Value.DrillsReachOffice)
                .Select(place => new IncidentPlace(
                    place.Id,
                    Title(place),
                    place.TakesNotices || place.PersonId is null ? null : turn.From.Actor
                )),
        ];
    }

    public async Task PostAsync(Incident incident, string conversation, CancellationToken cancellationToken)
    {
        await changes.CommitAsync(
            "",
            async change =>
            {
                await change.ShowAsync(IncidentDesk.Topic, incident.Id, conversation, "", incident.Version, cancellationToken);
                return true;
            },
            cancellationToken
        );
    }

    private string Title(KnownConversation place) =>
        place switch
        {
            { TakesNotices: true } =>
                $"{knowledge.Current.Offices.PublicRelations.Name}の窓口{(place.Name is { } name ? $"（{name}）" : "")}",
            { PersonId: not null } => "自分のチャット",
            _ => place.Name ?? "",
        };
}
