using System.Collections.Concurrent;
using System.Text;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>The chats and channels that the bot may write to by itself.</summary>
internal sealed class KnownConversations(IDbContextFactory<Database> databases, Statements statements, TimeProvider clock)
{
    // A chat is noted down again only now and then: the reference changes rarely, and a turn should not wait for a write. Where another
    // instance has closed it, this is how long it stays so.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>
    /// More chats than a city has; beyond it all are noted down afresh, so that memory does not grow with every chat there ever was.
    /// </summary>
    private const int MostSeen = 20_000;

    /// <summary>One letter stands in too many names.</summary>
    private const int ShortestName = 2;

    private readonly ConcurrentDictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);

    /// <summary>Whether it was noted down so lately that it need not be again.</summary>
    public bool IsFresh(string id) => seen.TryGetValue(id, out var last) && clock.GetUtcNow() - last < Fresh;

    /// <param name="person">The person's id in a one-to-one chat; null in a group or channel.</param>
    /// <param name="directory">The person's Entra object id there, where it is known.</param>
    /// <param name="name">What people call it; what they called it before stays where an activity does not say.</param>
    /// <param name="reference">The ConversationReference in JSON.</param>
    public async Task RememberAsync(
        string id,
        string? person,
        string? directory,
        string? name,
        string serviceUrl,
        string? tenant,
        string reference,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (seen.Count >= MostSeen)
            seen.Clear();
        // First here, then in the database; closing goes the other way round. So what is closed meanwhile never counts as fresh, and the
        // next turn opens it.
        seen[id] = now;
        try
        {
            // An installation sends two activities at once, and both databases know how to insert or else update.
            await statements.RunAsync(
                $"""
                INSERT INTO known_conversations (id, person_id, directory_id, name, service_url, tenant_id, reference, is_closed, takes_notices, seen_at)
                VALUES ({id}, {person}, {directory}, {name}, {serviceUrl}, {tenant}, {reference}, FALSE, FALSE, {now})
                ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, directory_id = excluded.directory_id,
                    name = COALESCE(NULLIF(excluded.name, ''), known_conversations.name),
                    service_url = excluded.service_url, tenant_id = excluded.tenant_id,
                    reference = excluded.reference, is_closed = FALSE, seen_at = excluded.seen_at
                """,
                cancellationToken
            );
        }
        catch
        {
            seen.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>The chats and channels in which the office wants to be told.</summary>
    public static IQueryable<KnownConversation> OfOffice(Database database) =>
        database.KnownConversations.Where(place => place.TakesNotices && !place.IsClosed);

    /// <returns>Null where the bot has never been spoken to.</returns>
    public static Task<KnownConversation?> FindAsync(Database database, string id, CancellationToken cancellationToken) =>
        database.KnownConversations.AsNoTracking().SingleOrDefaultAsync(place => place.Id == id, cancellationToken);

    /// <summary>A person's own chats with the bot, the one that was used last first.</summary>
    public static IQueryable<KnownConversation> OfPerson(Database database, string person) =>
        database.KnownConversations.Where(chat => chat.PersonId == person && !chat.IsClosed).OrderByDescending(chat => chat.SeenAt);

    /// <summary>The same, of the person with this Entra object id.</summary>
    public static IQueryable<KnownConversation> OfDirectory(Database database, string directoryId) =>
        database
            .KnownConversations.Where(chat => chat.PersonId != null && chat.DirectoryId == directoryId && !chat.IsClosed)
            .OrderByDescending(chat => chat.SeenAt);

    /// <summary>
    /// People who have a chat of their own with the bot, by what somebody calls them: the whole name, or a part of it that is long enough,
    /// with or without blanks.
    /// </summary>
    public static async Task<IReadOnlyList<Actor>> PeopleAsync(Database database, string name, CancellationToken cancellationToken)
    {
        var wanted = Folded(name);
        if (wanted.Length < ShortestName)
            return [];
        // Spaces and widths differ, which no database folds; a city has some thousands of chats.
        var people = await database
            .KnownConversations.AsNoTracking()
            .Where(chat => chat.PersonId != null && chat.Name != null && !chat.IsClosed)
            .Select(chat => new { Id = chat.PersonId!, Name = chat.Name! })
            .ToListAsync(cancellationToken);
        var found = people.DistinctBy(person => person.Id).Where(person => Folded(person.Name).Contains(wanted, StringComparison.Ordinal));
        return
        [
            .. found
                .OrderByDescending(person => Folded(person.Name) == wanted)
                .ThenBy(person => person.Name, StringComparer.Ordinal)
                .Select(person => new Actor(person.Id, person.Name)),
        ];
    }

    /// <summary>Whether somebody of that whole name had a chat of their own with the bot, to which it cannot write now.</summary>
    public static async Task<bool> HasLeftAsync(Database database, string name, CancellationToken cancellationToken)
    {
        var closed = await database
            .KnownConversations.AsNoTracking()
            .Where(chat => chat.PersonId != null && chat.Name != null && chat.IsClosed)
            .Select(chat => chat.Name!)
            .ToListAsync(cancellationToken);
        return closed.Exists(known => Folded(known) == Folded(name));
    }

    /// <summary>A name as it is compared: without blanks, widths and case.</summary>
    public static string Folded(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign))).ToLowerInvariant();

    /// <summary>Those that a person may share something to: the office's first, then their own and those that they belong to.</summary>
    /// <param name="except">Conversations to leave out.</param>
    public static IQueryable<KnownConversation> Open(Database database, string person, IQueryable<string> except)
    {
        var people = database.ChatPeople;
        return database
            .KnownConversations.AsNoTracking()
            .Where(place => !place.IsClosed && !except.Contains(place.Id))
            .Where(place =>
                place.TakesNotices
                || place.PersonId == person
                || place.PersonId == null && place.Name != null && people.Any(one => one.Conversation == place.Id && one.PersonId == person)
            )
            .OrderByDescending(place => place.TakesNotices)
            .ThenByDescending(place => place.SeenAt);
    }

    /// <summary>The same, with none left out.</summary>
    public static IQueryable<KnownConversation> Open(Database database, string person) =>
        Open(database, person, database.KnownConversations.Where(_ => false).Select(place => place.Id));

    /// <summary>Those of these conversations that the bot may write to.</summary>
    public static Task<List<KnownConversation>> OpenAmongAsync(
        Database database,
        IQueryable<string> ids,
        CancellationToken cancellationToken
    ) => database.KnownConversations.AsNoTracking().Where(chat => !chat.IsClosed && ids.Contains(chat.Id)).ToListAsync(cancellationToken);

    /// <summary>Everybody who has a chat of their own with the bot.</summary>
    public static Task<List<Actor>> PeopleAsync(Database database, CancellationToken cancellationToken) =>
        database
            .KnownConversations.Where(chat => chat.PersonId != null && chat.Name != null && !chat.IsClosed)
            .Select(chat => new Actor(chat.PersonId!, chat.Name!))
            .ToListAsync(cancellationToken);

    /// <returns>How the SDK finds the conversation, in JSON; null where the bot cannot write to it.</returns>
    public static Task<string?> ReferenceOfAsync(Database database, string id, CancellationToken cancellationToken) =>
        database
            .KnownConversations.Where(place => place.Id == id && !place.IsClosed)
            .Select(place => (string?)place.Reference)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The app was removed: writing there would only fail.</summary>
    public async Task CloseAsync(string id, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            await database
                .KnownConversations.Where(conversation => conversation.Id == id)
                .ExecuteUpdateAsync(
                    // From now on counts how long it is kept.
                    chat => chat.SetProperty(found => found.IsClosed, true).SetProperty(found => found.SeenAt, clock.GetUtcNow()),
                    cancellationToken
                );
        seen.TryRemove(id, out _);
    }
}
