using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Who works on it, and where else it may be shown.</summary>
internal sealed class OpenTeam(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindAsync(turn, turn.Read<IncidentCard.Ref>().Incident, cancellationToken) is { } incident
            ? await places.ShowAsync(turn, incident, null, cancellationToken)
            : OpenIncident.Unknown;
}

/// <summary>統括, 対応, 記録 or 連絡.</summary>
internal sealed class TakeRole(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public static StepRole? RoleOf(string? sent) =>
        sent switch
        {
            IncidentTeamCard.Lead => StepRole.Lead,
            IncidentTeamCard.Responder => StepRole.Responder,
            IncidentTeamCard.Recorder => StepRole.Recorder,
            IncidentTeamCard.Contact => StepRole.Contact,
            _ => null,
        };

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTeamCard.Role>();
        if (RoleOf(asked.Takes) is not { } taken)
            return OpenIncident.Unknown;
        return await places.ReplyAsync(
            turn,
            await desk.ChangeAsync(turn, asked.Incident, change => change.TakeRole(taken), cancellationToken),
            $"「{IncidentWords.Of(taken)}」になりました。",
            cancellationToken
        );
    }
}

/// <summary>Gives one's steps and role to another member, with one line on how things stand.</summary>
internal sealed class HandOver(IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTeamCard.Hand>();
        return await places.ReplyAsync(
            turn,
            await desk.ChangeAsync(
                turn,
                asked.Incident,
                change => change.HandOver(asked.To ?? "", Plain.Cut(asked.Line?.Trim() ?? "", IncidentTeamCard.LongestLine)),
                cancellationToken,
                tell: (change, incident) => IncidentDesk.TellSoFarAsync(change, incident, asked.To ?? "", cancellationToken)
            ),
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
