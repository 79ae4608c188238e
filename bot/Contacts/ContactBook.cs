using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Contacts;

/// <summary>Reads and writes the 緊急連絡網.</summary>
internal sealed class ContactBook(IDbContextFactory<Database> databases, Changes changes, TimeProvider clock)
{
    /// <summary>By section and rank; without the id of those to whom the bot cannot write now.</summary>
    public async Task<IReadOnlyList<EmergencyContact>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = await database
            .EmergencyContacts.AsNoTracking()
            .OrderBy(contact => contact.Section)
            .ThenBy(contact => contact.Rank)
            .ThenBy(contact => contact.Id)
            .ToListAsync(cancellationToken);
        if (all.Count == 0)
            return all;
        var reachable = (await KnownConversations.PeopleAsync(database, cancellationToken)).Select(person => person.Id).ToHashSet();
        foreach (var contact in all.Where(contact => !reachable.Contains(contact.PersonId)))
            contact.Person = new Actor("", contact.PersonName);
        return all;
    }

    /// <summary>Who of a section is to be called, the first one first.</summary>
    public async Task<IReadOnlyList<EmergencyContact>> OfSectionAsync(string section, CancellationToken cancellationToken)
    {
        // However it is spelt: a city has some hundreds of entries.
        var wanted = KnownConversations.Folded(section);
        return wanted.Length == 0
            ? []
            : [.. (await AllAsync(cancellationToken)).Where(contact => KnownConversations.Folded(contact.Section) == wanted)];
    }

    public async Task<EmergencyContact?> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.EmergencyContacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == key, cancellationToken);
    }

    /// <summary>Whom this name may mean, of those to whom the bot can write.</summary>
    public async Task<IReadOnlyList<Actor>> PeopleAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = await KnownConversations.PeopleAsync(database, name, cancellationToken);
        // A part of a name is no name: another person would be woken.
        return [.. all.Where(person => KnownConversations.Folded(person.Name) == KnownConversations.Folded(name))];
    }

    /// <summary>Adds an entry, or puts one right; what is written down by the office is confirmed by it.</summary>
    /// <param name="id">Null for a new one.</param>
    /// <returns>False where there is none of this id any more.</returns>
    public Task<bool> SaveAsync(Turn turn, Guid? id, EmergencyContact entered, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            async change =>
            {
                if (id is null)
                {
                    change.Database.EmergencyContacts.Add(entered);
                    return true;
                }
                if (
                    await change.Database.EmergencyContacts.SingleOrDefaultAsync(contact => contact.Id == id, cancellationToken)
                    is not { } known
                )
                    return change.Refuse(false);
                (known.Section, known.Role, known.Rank, known.Phone) = (entered.Section, entered.Role, entered.Rank, entered.Phone);
                (known.Person, known.ConfirmedAt, known.ConfirmedBy) = (entered.Person, entered.ConfirmedAt, entered.ConfirmedBy);
                return true;
            },
            cancellationToken
        );

    public Task<bool> RemoveAsync(Turn turn, Guid id, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            async change =>
                await change.Database.EmergencyContacts.Where(contact => contact.Id == id).ExecuteDeleteAsync(cancellationToken) > 0,
            cancellationToken
        );

    /// <summary>All entries of the section are as they should be.</summary>
    /// <returns>Whether there are any.</returns>
    public async Task<bool> ConfirmAsync(Turn turn, string section, CancellationToken cancellationToken)
    {
        var ids = (await OfSectionAsync(section, cancellationToken)).Select(contact => contact.Id).ToList();
        return await changes.CommitAsync(
            turn.Key,
            async change =>
                await change
                    .Database.EmergencyContacts.Where(contact => ids.Contains(contact.Id))
                    .ExecuteUpdateAsync(
                        contact =>
                            contact
                                .SetProperty(known => known.ConfirmedAt, change.Now)
                                .SetProperty(known => known.ConfirmedById, turn.From.Id)
                                .SetProperty(known => known.ConfirmedByName, turn.From.Name),
                        cancellationToken
                    ) > 0,
            cancellationToken
        );
    }

    /// <summary>Was not confirmed in the quarter that runs.</summary>
    public bool IsOld(EmergencyContact contact) => DayOf(contact.ConfirmedAt) < Quarter(DayOf(clock.GetUtcNow()));

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime);

    /// <summary>The first day of the quarter in which a day lies: January, April, July, October.</summary>
    public static DateOnly Quarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
