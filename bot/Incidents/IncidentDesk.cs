using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>What became of an attempt to change an incident.</summary>
/// <param name="Incident">As it is now, without its timeline; null where it does not exist or is not for this person.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
internal sealed record IncidentResult(Incident? Incident, string? Refusal);

/// <summary>
/// Starts and changes incidents, and says who may see them. Acts on one incident come one after the other, on any number of bot instances;
/// each commits its change, its entries in the timeline and the redrawing of all cards together.
/// </summary>
internal sealed class IncidentDesk(IDbContextFactory<Database> databases, LiveCards cards, DeliveryBell bell, TimeProvider clock)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of incidents' cards.</summary>
    public const string Topic = "incident";

    /// <summary>Stores a new incident with its first entry. The message that holds the form becomes its card.</summary>
    public async Task StartAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ProcessedActivities.DoneAsync(database, turn.Key, clock.GetUtcNow(), cancellationToken);
        incident.Version = 1;
        var change = new IncidentChange(incident, turn.From, clock.GetUtcNow());
        change.Join();
        change.Log(incident.IsDrill ? "訓練の開始" : "開始", incident.Seen);
        database.Incidents.Add(incident);
        await database.SaveChangesAsync(cancellationToken);
        await cards.AddAsync(
            database,
            Topic,
            incident.Id.ToString(),
            turn.Conversation.Id,
            turn.Press?.Message ?? "",
            -1,
            incident.Version,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        cards.Bell.Ring();
    }

    /// <param name="act">Returns why it cannot be done; must log what it does.</param>
    public async Task<IncidentResult> ChangeAsync(
        Turn turn,
        string id,
        Func<IncidentChange, string?> act,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(id, out var key))
            return new IncidentResult(null, null);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ChangeAsync(
            database,
            key,
            turn.From,
            turn.Key,
            incident => MaySeeAsync(database, turn, incident, cancellationToken),
            act,
            _ => { },
            cancellationToken
        );
    }

    /// <summary>The same for the bot itself.</summary>
    /// <param name="tell">Adds what is to be sent.</param>
    public async Task<IncidentResult> ChangeAsync(
        Guid id,
        Person bot,
        Func<IncidentChange, string?> act,
        Action<Database> tell,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ChangeAsync(database, id, bot, "", _ => Task.FromResult(true), act, tell, cancellationToken);
    }

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
            await all.OrderByDescending(happened => happened.Number).Skip(page * length).Take(length).ToListAsync(cancellationToken),
            page,
            total
        );
    }

    /// <summary>A message with this incident's card was pressed: from now on it is drawn again, too.</summary>
    /// <param name="isForm">Whether the person now has a form in its place.</param>
    /// <param name="isOld">Whether a message that was not known before is drawn at once, because what it shows is no longer so.</param>
    public async Task KnowCardAsync(Turn turn, Incident incident, bool isForm, bool isOld, CancellationToken cancellationToken)
    {
        if (turn.Press is not { Message.Length: > 0 } press)
            return;
        var (about, place, person) = (incident.Id.ToString(), turn.Conversation.Id, turn.From.Id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var drawn = isOld ? -1 : incident.Version;
        await cards.AddAsync(database, Topic, about, place, press.Message, drawn, incident.Version, cancellationToken);
        if (isForm)
            await cards.HoldAsync(database, Topic, about, place, press.Message, person, cancellationToken);
        else
            await cards.ReleaseAsync(database, Topic, about, place, press.Message, person, cancellationToken);
    }

    private async Task<IncidentResult> ChangeAsync(
        Database database,
        Guid id,
        Person person,
        string once,
        Func<Incident, Task<bool>> maySee,
        Func<IncidentChange, string?> act,
        Action<Database> tell,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // The first statement locks the row until the end: whoever comes next waits here, and then finds what this one did.
        if (
            await database
                .Incidents.Where(incident => incident.Id == id)
                .ExecuteUpdateAsync(incident => incident.SetProperty(found => found.Version, found => found.Version + 1), cancellationToken)
            == 0
        )
            return new IncidentResult(null, null);
        var incident = await Whole(database).SingleAsync(incident => incident.Id == id, cancellationToken);
        if (!await maySee(incident))
            return new IncidentResult(null, null);
        var change = new IncidentChange(incident, person, clock.GetUtcNow());
        if (act(change) is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            database.ChangeTracker.Clear();
            return new IncidentResult(
                await Whole(database).AsNoTracking().SingleAsync(known => known.Id == id, cancellationToken),
                refusal
            );
        }
        if (!change.HasLogged)
            throw new InvalidOperationException("A change of an incident must write its timeline.");
        tell(database);
        await ProcessedActivities.DoneAsync(database, once, clock.GetUtcNow(), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await LiveCards.WantAsync(database, Topic, id.ToString(), incident.Version, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cards.Bell.Ring();
        bell.Ring();
        return new IncidentResult(incident, null);
    }

    /// <summary>Participants, those in whose chat its card stands, the account's section, and 広報広聴課.</summary>
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
            .AsSplitQuery();
}
