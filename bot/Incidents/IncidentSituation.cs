using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// The running incident that what is typed can be about: one that the person works on, or whose card stands in this chat; the newest of several.
/// </summary>
internal sealed class IncidentSituation(RunningIncidents running) : ISituationPart
{
    public async Task<Situation> AddAsync(Situation situation, Turn turn, CancellationToken cancellationToken) =>
        await running.OfAsync(turn, cancellationToken) is { } incident
            ? situation with
            {
                Incident = new RunningIncident(incident.Checklist),
            }
            : situation;
}

/// <summary>Finds the incident that a typed message can be about.</summary>
internal sealed class RunningIncidents(IDbContextFactory<Database> databases)
{
    // Compiled, because every typed message asks.
    private static readonly Func<Database, string, Task<Found?>> OfMember = EF.CompileAsyncQuery(
        (Database database, string person) =>
            database
                .Set<Incident>()
                .Where(incident => incident.ClosedAt == null && incident.Members.Any(member => member.PersonId == person))
                .OrderByDescending(incident => incident.OpenedAt)
                .Select(incident => new Found(incident.Id, incident.Checklist))
                .FirstOrDefault()
    );

    public sealed record Found(Guid Id, string Checklist);

    public async Task<Found?> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (person, chat) = (turn.From.Id, turn.Conversation.Id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (turn.Conversation.Kind == ConversationKind.Personal)
            return await OfMember(database, person);
        // In a chat of several people everybody can report on what its card is about.
        List<Guid> here =
        [
            .. (await LiveCards.AboutsIn(database, IncidentDesk.Topic, chat).ToListAsync(cancellationToken)).Select(Guid.Parse),
        ];
        return await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ClosedAt == null)
            .Where(incident => incident.Members.Any(member => member.PersonId == person) || here.Contains(incident.Id))
            .OrderByDescending(incident => incident.OpenedAt)
            .Select(incident => new Found(incident.Id, incident.Checklist))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
