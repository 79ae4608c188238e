using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Deputies;

/// <summary>A slice that gives a deputy, once appointed, what waits for the principal.</summary>
internal interface IDeputyWork
{
    /// <summary>In the change that appoints the deputy; the deputy's term has begun.</summary>
    /// <param name="roles">What the principal holds.</param>
    Task HandAsync(Change change, Deputy deputy, Roles roles, CancellationToken cancellationToken);
}

/// <summary>Who stands in for whom, and when.</summary>
internal sealed class DeputyBook(
    IDbContextFactory<Database> databases,
    Changes changes,
    RoleBook roles,
    IEnumerable<IDeputyWork> work,
    TimeProvider clock
)
{
    /// <summary>The <see cref="OutboxMessage.Topic"/> that tells a deputy of it.</summary>
    public const string Appointed = "deputy.appointed";

    public const string DeputyEntry = "deputy";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Somebody, with the rights of those for whom they stand in today.</summary>
    public async Task<Reader> ReaderAsync(Person person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var held = await Running(database).Where(deputy => deputy.PersonId == person.Id).ToListAsync(cancellationToken);
        return new Reader(
            person,
            held.ConvertAll(deputy => new StandIn(deputy.Principal, roles.Of(deputy.PrincipalDirectoryId, deputy.PrincipalId)))
        );
    }

    /// <summary>Those who stand in today.</summary>
    public IQueryable<Deputy> Running(Database database)
    {
        var today = Today;
        return database.Deputies.AsNoTracking().Where(deputy => deputy.EndedAt == null && deputy.From <= today && deputy.Until >= today);
    }

    /// <summary>A person's deputies, and for whom the person stands in, as far as it is not over, the next first.</summary>
    public async Task<IReadOnlyList<Deputy>> OfAsync(string person, CancellationToken cancellationToken)
    {
        var today = Today;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Deputies.AsNoTracking()
            .Where(deputy => (deputy.PrincipalId == person || deputy.PersonId == person) && deputy.EndedAt == null && deputy.Until >= today)
            .OrderBy(deputy => deputy.From)
            .ThenBy(deputy => deputy.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whom this name may mean.</summary>
    public async Task<IReadOnlyList<Actor>> PeopleAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations.PeopleAsync(database, name, cancellationToken);
    }

    public Task AppointAsync(Turn turn, Actor person, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            async change =>
            {
                var deputy = new Deputy
                {
                    Principal = turn.From.Actor,
                    PrincipalDirectoryId = turn.From.DirectoryId,
                    Person = person,
                    From = from,
                    Until = until,
                    AppointedAt = change.Now,
                };
                change.Database.Deputies.Add(deputy);
                var announcement = new Announcement(Appointed, $"{deputy.Id:N}", new() { [DeputyEntry] = deputy.Id.ToString() });
                await change.TellPersonAsync(announcement, person.Id, cancellationToken);
                if (from <= Today)
                    foreach (var slice in work)
                        await slice.HandAsync(change, deputy, turn.From.Roles, cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <returns>Whether there was one, of this person's appointing.</returns>
    public async Task<bool> EndAsync(Turn turn, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key)
        && await changes.CommitAsync(
            turn.Key,
            change =>
            {
                DateTimeOffset? now = change.Now;
                return change
                    .Database.Deputies.Where(deputy => deputy.Id == key && deputy.PrincipalId == turn.From.Id && deputy.EndedAt == null)
                    .ExecuteUpdateAsync(deputy => deputy.SetProperty(found => found.EndedAt, now), cancellationToken);
            },
            cancellationToken
        ) > 0;
}
