using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// The running incident that what is typed can be about: one that the person works on, or whose card stands in this chat; of several the one
/// that is named, else the one that was worked on last, else the newest.
/// </summary>
internal sealed class IncidentSituation(RunningIncidents running) : ISituationPart
{
    public async Task<Situation> AddAsync(Situation situation, Turn turn, CancellationToken cancellationToken) =>
        await running.AllAsync(turn, cancellationToken) is [var newest, ..] all
            ? situation with
            {
                Incident = new RunningIncident((running.Meant(turn, all) ?? newest).Checklist),
            }
            : situation;
}

/// <summary>Finds the incident that a typed message can be about.</summary>
internal sealed class RunningIncidents(IDbContextFactory<Database> databases, TimeProvider clock)
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

    /// <summary>Newest first; in a chat of several people those whose card stands there, where there are any.</summary>
    public async Task<IReadOnlyList<Found>> AllAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (person, chat) = (turn.From.Id, turn.Conversation.Id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (turn.Conversation.Kind != ConversationKind.Personal)
        {
            // Everybody there can report on what its card is about.
            List<Guid> here =
            [
                .. (await LiveCards.AboutsIn(database, IncidentDesk.Topic, chat).ToListAsync(cancellationToken)).Select(Guid.Parse),
            ];
            var shown = await database
                .Incidents.AsNoTracking()
                .Where(incident => incident.ClosedAt == null && here.Contains(incident.Id))
                .OrderByDescending(incident => incident.OpenedAt)
                .Select(incident => new Found(incident.Id, incident.Checklist, incident.AccountName))
                .ToListAsync(cancellationToken);
            if (shown.Count > 0)
                return shown;
        }
        var own = new List<Found>();
        await foreach (var found in ofMember(database, person).WithCancellation(cancellationToken))
            own.Add(found);
        return own;
    }

    /// <returns>Null where there are several and nothing tells which is meant.</returns>
    public Found? Meant(Turn turn, IReadOnlyList<Found> all) =>
        all is [var only] ? only
        : all.Where(found => found.IsNamedIn(turn.Text)).ToList() is [var named] ? named
        : turn.Memory.Working is { } last && Memory.IsFresh(last.At, clock.GetUtcNow())
            ? all.FirstOrDefault(found => found.Id == last.Incident)
        : null;
}
