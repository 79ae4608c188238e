using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>What became of an attempt to change an incident.</summary>
/// <param name="Incident">As it is now, without its timeline; null where it does not exist or is not for this person.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
internal sealed record IncidentResult(Incident? Incident, string? Refusal);

/// <summary>
/// Starts and changes incidents, and says who may see them. Acts on one incident come one after the other, on any number of bot instances;
/// each commits its change, its entries in the timeline and the redrawing of all cards together.
/// </summary>
internal sealed partial class IncidentDesk(
    IDbContextFactory<Database> databases,
    Changes changes,
    LiveCards cards,
    IOptions<IncidentOptions> options,
    TimeProvider clock
)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of incidents' cards.</summary>
    public const string Topic = "incident";

    /// <summary>Stores a new incident with its first entry. The message that holds the form becomes its card.</summary>
    /// <returns>Why it was not started; null where it was.</returns>
    public async Task<string?> StartAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        if (options.Value.OpenPerPerson is > 0 and var most && await OpenOfAsync(turn.From.Id, cancellationToken) >= most)
            return $"あなたが始めて終了していないチェックリストが{most}件あります。先に、済んだものを終了してください。";
        turn.Memory.Working = new(incident.Id, clock.GetUtcNow());
        await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                // A message that is known to hold something else keeps it, whatever the press claims.
                var isOthers = await LiveCards.HoldsAnotherAsync(change.Database, turn, Topic, incident.Id, cancellationToken);
                var message = isOthers ? "" : turn.Press?.Message ?? "";
                await BeginAsync(change, incident, turn.From, turn.Conversation.Id, message, cancellationToken);
                return incident;
            },
            cancellationToken
        );
        return null;
    }

    /// <summary>The new incident with its first entry, as part of a change.</summary>
    /// <param name="place">The conversation in which its card is to stand.</param>
    /// <param name="message">The channel's id of the message that becomes the card; empty for one that is yet to be posted.</param>
    public async Task BeginAsync(
        Change change,
        Incident incident,
        Person by,
        string place,
        string message,
        CancellationToken cancellationToken
    )
    {
        incident.Version = 1;
        var first = new IncidentChange(incident, by, change.Now);
        incident.ActedAt = change.Now;
        first.Join();
        first.Log(incident.IsDrill ? IncidentEventKind.DrillStarted : IncidentEventKind.Started, note: incident.Seen);
        change.Database.Incidents.Add(incident);
        await change.ShowAsync(Topic, incident.Id, place, message, incident.Version, cancellationToken);
        // The office hears of it at once; of a drill only where drills are meant to reach it.
        if (!incident.IsDrill || options.Value.DrillsReachOffice)
            foreach (var office in await OfficesAsync(change.Database, place, cancellationToken))
                await change.ShowAsync(Topic, incident.Id, office, "", incident.Version, cancellationToken);
    }

    private async Task<int> OpenOfAsync(string person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Incidents.CountAsync(open => open.ClosedAt == null && open.OpenedById == person, cancellationToken);
    }

    /// <param name="act">Returns why it cannot be done; must log what it does.</param>
    /// <param name="happenedAt">When it was done, where that was before now.</param>
    /// <param name="tell">Says what is to be sent, or stored beside it.</param>
    public async Task<IncidentResult> ChangeAsync(
        Turn turn,
        string id,
        Func<IncidentChange, string?> act,
        CancellationToken cancellationToken,
        DateTimeOffset? happenedAt = null,
        Func<Change, Incident, Task>? tell = null
    )
    {
        if (!Guid.TryParse(id, out var key))
            return new IncidentResult(null, null);
        return await ChangeAsync(
            turn.Key,
            key,
            turn.From,
            happenedAt,
            (database, incident) => MaySeeAsync(database, turn, incident, cancellationToken),
            act,
            tell ?? ((_, _) => Task.CompletedTask),
            cancellationToken
        );
    }

    /// <summary>The same for the bot itself.</summary>
    /// <param name="tell">Says what is to be sent.</param>
    public Task<IncidentResult> ChangeAsync(
        Guid id,
        Person bot,
        Func<IncidentChange, string?> act,
        Func<Change, Incident, Task> tell,
        CancellationToken cancellationToken
    ) => ChangeAsync("", id, bot, null, (_, _) => Task.FromResult(true), act, tell, cancellationToken);

    public async Task<Incident?> FindAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var incident = await Whole(database).AsNoTracking().SingleOrDefaultAsync(incident => incident.Id == key, cancellationToken);
        return incident is not null && await MaySeeAsync(database, turn, incident, cancellationToken) ? incident : null;
    }

    /// <param name="show">True: those that run; false: those that are closed; null: all.</param>
    /// <param name="page">From 0; of one that does not exist, the nearest is read.</param>
    public async Task<(IReadOnlyList<Incident> Incidents, int Page, int Total)> ListAsync(
        Person person,
        bool? show,
        int page,
        int length,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = database.Incidents.AsNoTracking();
        if (!person.Is(Roles.Reviewer))
            all = all.Where(incident => incident.Members.Any(member => member.PersonId == person.Id));
        if (show is { } running)
            all = all.Where(incident => incident.ClosedAt == null == running);
        var total = await all.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / length));
        return (
            await all.Include(incident => incident.Steps)
                .OrderByDescending(incident => incident.OpenedAt)
                .ThenBy(incident => incident.Id)
                .Skip(page * length)
                .Take(length)
                .ToListAsync(cancellationToken),
            page,
            total
        );
    }

    /// <summary>Newest first.</summary>
    public async Task<(IReadOnlyList<IncidentEvent> Events, int Page, int Total)> TimelineAsync(
        Guid id,
        int page,
        int length,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = database.IncidentEvents.AsNoTracking().Where(happened => happened.IncidentId == id);
        var total = await all.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / length));
        return (
            await all.OrderByDescending(happened => happened.HappenedAt)
                .ThenByDescending(happened => happened.Number)
                .Skip(page * length)
                .Take(length)
                .ToListAsync(cancellationToken),
            page,
            total
        );
    }

    /// <summary>A message with this incident's card was pressed: from now on it is drawn again, too.</summary>
    /// <param name="isForm">Whether the person now has a form in its place.</param>
    /// <param name="isOld">Whether a message that was not known before is drawn at once, because what it shows is no longer so.</param>
    public async Task KnowCardAsync(Turn turn, Incident incident, bool isForm, bool isOld, CancellationToken cancellationToken)
    {
        // What is typed next in this chat is about this one.
        turn.Memory.Working = new(incident.Id, clock.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await cards.KnowAsync(database, turn, new LiveState(Topic, incident.Id, incident.Version), isForm, isOld, cancellationToken);
    }

    private async Task<IncidentResult> ChangeAsync(
        string once,
        Guid id,
        Person person,
        DateTimeOffset? happenedAt,
        Func<Database, Incident, Task<bool>> maySee,
        Func<IncidentChange, string?> act,
        Func<Change, Incident, Task> tell,
        CancellationToken cancellationToken
    )
    {
        var result = await changes.CommitAsync(
            once,
            async change =>
            {
                if (!await change.LockAsync<Incident>(id, cancellationToken))
                    return change.Refuse(new IncidentResult(null, null));
                var incident = await Whole(change.Database).SingleAsync(incident => incident.Id == id, cancellationToken);
                if (!await maySee(change.Database, incident))
                    return change.Refuse(new IncidentResult(null, null));
                var made = new IncidentChange(incident, person, change.Now, happenedAt);
                if (act(made) is { } refusal)
                    return change.Refuse(new IncidentResult(incident, refusal));
                if (!made.HasLogged)
                    throw new InvalidOperationException("A change of an incident must write its timeline.");
                await tell(change, incident);
                foreach (var joined in made.Joined)
                    await TellSoFarAsync(change, incident, joined.Id, cancellationToken);
                await change.RedrawAsync(Topic, id, incident.Version, cancellationToken);
                return new IncidentResult(incident, null);
            },
            cancellationToken
        );
        if (result.Refusal is null)
            return result;
        // As it is, without what was tried.
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return result with { Incident = await Whole(database).AsNoTracking().SingleAsync(known => known.Id == id, cancellationToken) };
    }

    /// <summary>Participants, those in whose chat its card stands, the account's section, and the office.</summary>
    private static async Task<bool> MaySeeAsync(Database database, Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        var (person, about) = (turn.From.Id, incident.Id.ToString());
        if (turn.From.Is(Roles.Reviewer) || incident.Members.Exists(member => member.PersonId == person))
            return true;
        return await LiveCards.PlacesOf(database, Topic, about).ContainsAsync(turn.Conversation.Id, cancellationToken)
            || await AccountFinder.OperatesAsync(database, person, incident.AccountId, incident.Section, cancellationToken);
    }

    private static IQueryable<Incident> Whole(Database database) =>
        database
            .Incidents.Include(incident => incident.Steps.OrderBy(step => step.Place))
            .Include(incident => incident.Members.OrderBy(member => member.PersonId))
            .Include(incident => incident.FollowUps.OrderBy(change => change.Due))
            .AsSplitQuery();
}
