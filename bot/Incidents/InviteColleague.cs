using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>Somebody is asked to take a role, or to join: a member, or whoever is found by name. They are told.</summary>
internal sealed class InviteColleague(IDbContextFactory<Database> databases, IncidentDesk desk, IncidentPlaces places) : ITurnHandler
{
    /// <summary>More have the same name than anybody would choose from: the whole name is asked for.</summary>
    private const int MostFound = 5;

    private const int ShortestName = 2;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTeamCard.Invite>();
        if (await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        var name = asked.Name?.Trim() ?? "";
        if (asked.As != IncidentTeamCard.NoRole && TakeRole.RoleOf(asked.As) is null)
            return await AgainAsync("頼む役割を選んでください。", []);
        var picked = asked.Picked?.Trim() ?? "";
        if (picked.Length == 0 && name.Length < ShortestName)
            return await AgainAsync($"職員を選ぶか、名前を{ShortestName}文字以上でお書きください。", []);
        var found = picked.Length > 0 ? await PickedAsync(picked, cancellationToken) : await FindAsync(incident, name, cancellationToken);
        if (found.Count > 1)
            found = found.Where(person => person.Id == asked.Who).ToList() is [var chosen] ? [chosen] : found;
        if (found.Count == 0)
            return await AgainAsync(
                $"{(picked.Length > 0 ? "選んだ方" : $"「{name}」という方")}は、まだこのボットと話していないため、ボットからは知らせられません。"
                    + "電話などで知らせてください。",
                []
            );
        if (found.Count > 1)
            return await AgainAsync(
                found.Count > MostFound ? "同じ名前の方が多いため、氏名をすべてお書きください。" : "同じ名前の方がいます。選んでください。",
                found.Count > MostFound ? [] : found
            );
        var role = TakeRole.RoleOf(asked.As) ?? StepRole.Everyone;
        var who = found[0];
        var result = await desk.ChangeAsync(
            turn,
            asked.Incident,
            change => change.GiveRole(who, role),
            cancellationToken,
            tell: (change, given) => IncidentDesk.ShowToPersonAsync(change, given, who.Id, cancellationToken)
        );
        var told = role == StepRole.Everyone ? "を加えました" : $"に「{IncidentWords.Of(role)}」を頼みました";
        return await places.ReplyAsync(turn, result, $"{who.Name}さん{told}。本人のチャットに知らせました。", cancellationToken);

        Task<Reply> AgainAsync(string why, IReadOnlyList<Actor> people) =>
            places.ShowAsync(turn, incident, why, cancellationToken, name, people);
    }

    /// <summary>Whoever the client found in the directory, if the bot can write to them.</summary>
    private async Task<IReadOnlyList<Actor>> PickedAsync(string picked, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations.OfDirectory(database, picked).FirstOrDefaultAsync(cancellationToken) is { PersonId: { } id } chat
            ? [new Actor(id, chat.Name ?? "")]
            : [];
    }

    /// <summary>Members of the incident, and whoever has a chat of their own with the bot, by the name that was typed.</summary>
    private async Task<IReadOnlyList<Actor>> FindAsync(Incident incident, string name, CancellationToken cancellationToken)
    {
        var folded = KnownConversations.Folded(name);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var known = await KnownConversations.PeopleAsync(database, cancellationToken);
        var all = incident
            .Members.Select(member => member.Who)
            .Concat(known)
            .Where(person => KnownConversations.Folded(person.Name).Contains(folded, StringComparison.Ordinal))
            .DistinctBy(person => person.Id)
            .ToList();
        return all.Where(person => KnownConversations.Folded(person.Name) == folded).ToList() is [_, ..] exact ? exact : all;
    }
}
