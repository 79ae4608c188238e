using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// The running incident that what is typed can be about: one that the person works on, or whose card stands in this chat; of several the one
/// that is named, else the newest.
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
    // Compiled, because every typed message asks; for one database, and a process of tests has several.
    private readonly Func<Database, string, IAsyncEnumerable<Found>> ofMember = EF.CompileAsyncQuery(
        (Database database, string person) =>
            database
                .Set<Incident>()
                .Where(incident => incident.ClosedAt == null && incident.Members.Any(member => member.PersonId == person))
                .OrderByDescending(incident => incident.OpenedAt)
                .Select(incident => new Found(incident.Id, incident.Checklist, incident.AccountName))
    );

    public sealed record Found(Guid Id, string Checklist, string AccountName)
    {
        /// <summary>「炎上の方、お詫び文を課長に見せました」.</summary>
        public bool IsNamedIn(string text) =>
            KnowledgeBase.TroublesNamed(text).Contains(Checklist)
            || AccountName.Length > 1 && text.Contains(AccountName, StringComparison.Ordinal);
    }

    public async Task<Found?> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (person, chat) = (turn.From.Id, turn.Conversation.Id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (turn.Conversation.Kind == ConversationKind.Personal)
        {
            var own = new List<Found>();
            await foreach (var found in ofMember(database, person).WithCancellation(cancellationToken))
                own.Add(found);
            return Meant(turn, own);
        }
        // In a chat of several people everybody can report on what its card is about.
        List<Guid> here =
        [
            .. (await LiveCards.AboutsIn(database, IncidentDesk.Topic, chat).ToListAsync(cancellationToken)).Select(Guid.Parse),
        ];
        var running = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ClosedAt == null)
            .Where(incident => incident.Members.Any(member => member.PersonId == person) || here.Contains(incident.Id))
            .OrderByDescending(incident => incident.OpenedAt)
            .Select(incident => new Found(incident.Id, incident.Checklist, incident.AccountName))
            .ToListAsync(cancellationToken);
        return Meant(turn, running);
    }

    private static Found? Meant(Turn turn, List<Found> newestFirst) =>
        newestFirst.Find(found => found.IsNamedIn(turn.Text)) ?? newestFirst.FirstOrDefault();
}
