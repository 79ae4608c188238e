using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>Who works on it, and where else it may be shown.</summary>
internal sealed class OpenTeam(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindAsync(turn, turn.Read<IncidentCard.Ref>().Incident, cancellationToken) is { } incident
            ? await places.ShowAsync(turn, incident, null, cancellationToken)
            : OpenIncident.Unknown;
}

/// <summary>統括, 対応 or 記録.</summary>
internal sealed class TakeRole(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTeamCard.Role>();
        StepRole? role = asked.Takes switch
        {
            IncidentTeamCard.Lead => StepRole.Lead,
            IncidentTeamCard.Responder => StepRole.Responder,
            IncidentTeamCard.Recorder => StepRole.Recorder,
            _ => null,
        };
        if (role is not { } taken)
            return OpenIncident.Unknown;
        return await places.ReplyAsync(
            turn,
            await desk.ChangeAsync(turn, asked.Incident, change => change.TakeRole(taken), cancellationToken),
            $"「{IncidentWords.Of(taken)}」になりました。",
            cancellationToken
        );
    }
}

/// <summary>Gives one's steps and role to another member.</summary>
internal sealed class HandOver(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTeamCard.Hand>();
        return await places.ReplyAsync(
            turn,
            await desk.ChangeAsync(turn, asked.Incident, change => change.HandOver(asked.To ?? ""), cancellationToken),
            "引き継ぎました。",
            cancellationToken
        );
    }
}

/// <summary>Posts the card into another chat, whose people may work on it from then on.</summary>
internal sealed class ShareIncident(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTeamCard.Share>();
        if (await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        if ((await places.OfAsync(turn, incident, cancellationToken)).FirstOrDefault(place => place.Id == asked.Place) is not { } place)
            return await places.ShowAsync(turn, incident, "共有する先を選んでください。", cancellationToken);
        var result = await desk.ChangeAsync(
            turn,
            asked.Incident,
            change =>
            {
                change.Join();
                change.Log(IncidentEventKind.Shared, place.Person is null ? place.Title : "", whom: place.Person);
                return null;
            },
            cancellationToken
        );
        if (result is { Incident: { } shared, Refusal: null })
            await places.PostAsync(shared, place.Id, cancellationToken);
        return await places.ReplyAsync(turn, result, $"{place.Title}に共有しました。", cancellationToken);
    }
}

/// <summary>A chat or channel to share it to.</summary>
/// <param name="Person">Whose own chat it is; null for a group, a channel and the office.</param>
internal sealed record IncidentPlace(string Id, string Title, Actor? Person);

/// <summary>The chats and channels that an incident stands in or may be shared to.</summary>
internal sealed class IncidentPlaces(IDbContextFactory<Database> databases, IncidentDesk desk, Changes changes, LiveKnowledge knowledge)
{
    /// <param name="told">What became of a press that changed nothing; null where nothing is to be said.</param>
    public async Task<Reply> ShowAsync(Turn turn, Incident incident, string? told, CancellationToken cancellationToken) =>
        await IncidentViews.FormAsync(desk, turn, incident, await CardAsync(turn, incident, told, cancellationToken), cancellationToken);

    /// <param name="told">What became of the press.</param>
    public async Task<Reply> ReplyAsync(Turn turn, IncidentResult result, string told, CancellationToken cancellationToken)
    {
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        if (result.Refusal is { } refusal)
            return await ShowAsync(turn, incident, refusal, cancellationToken);
        return await IncidentViews.ChangedFormAsync(
            desk,
            turn,
            incident,
            await CardAsync(turn, incident, told, cancellationToken),
            cancellationToken
        );
    }

    private async Task<AdaptiveCard> CardAsync(Turn turn, Incident incident, string? told, CancellationToken cancellationToken) =>
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
                        .Select(member => new IncidentTeamCard.Choice(member.PersonId, member.Name)),
                ],
                [.. (await OfAsync(turn, incident, cancellationToken)).Select(place => new IncidentTeamCard.Choice(place.Id, place.Title))],
                told
            )
        );

    /// <summary>Where the person may share it to: the office, and people with a chat of their own with the bot.</summary>
    public async Task<IReadOnlyList<IncidentPlace>> OfAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var shown = LiveCards.PlacesOf(database, IncidentDesk.Topic, incident.Id.ToString());
        var known = await KnownConversations.Named(database, shown).Take(IncidentTeamCard.MostPlaces).ToListAsync(cancellationToken);
        return
        [
            .. known
                .Where(place => place.PersonId != turn.From.Id)
                .Select(place => new IncidentPlace(
                    place.Id,
                    Title(place),
                    place is { PersonId: { } person, TakesNotices: false } ? new Actor(person, place.Name ?? "名前の分からない方") : null
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
            { PersonId: not null } => $"{place.Name ?? "名前の分からない方"}さん",
            _ => place.Name ?? "",
        };
}
