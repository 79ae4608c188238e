using System.Collections.Concurrent;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Delivery;

/// <summary>Somebody who has written or pressed something in a chat of several people, and so belongs to it.</summary>
internal sealed class ChatPerson
{
    public required string Conversation { get; init; }
    public required string PersonId { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
}

internal sealed class ChatPersonTable : IEntityTypeConfiguration<ChatPerson>
{
    public void Configure(EntityTypeBuilder<ChatPerson> table)
    {
        table.ToTable("chat_people");
        table.Keeps(
            "グループやチームで、だれがボットを使ったか",
            "属しているチャットにだけ共有できるようにするため",
            Period.Days<ChatPerson>(180, "最後に使ってから180日", old => person => person.SeenAt < old)
        );
        table.HasKey(person => new { person.Conversation, person.PersonId });
        table.Property(person => person.Conversation).HasMaxLength(512).Tells(Whose.Nobody);
        table.Property(person => person.PersonId).HasMaxLength(512).Tells(Whose.Owner);
        table.HasIndex(person => person.PersonId);
        table.HasIndex(person => person.SeenAt);
    }
}

internal static class ChatPersonRows
{
    extension(Database database)
    {
        public DbSet<ChatPerson> ChatPeople => database.Set<ChatPerson>();
    }
}

/// <summary>Who belongs to which chat of several people, as far as the bot has seen them there.</summary>
internal sealed class ChatPeople(Statements statements, IDbContextFactory<Database> databases, TimeProvider clock)
{
    /// <summary>Noted down again only now and then: a turn should not wait for a write.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    private const int MostSeen = 50_000;

    private readonly ConcurrentDictionary<(string Conversation, string Person), DateTimeOffset> seen = [];

    public async Task SeenAsync(string conversation, string person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (seen.TryGetValue((conversation, person), out var last) && now - last < Fresh)
            return;
        if (seen.Count >= MostSeen)
            seen.Clear();
        await statements.RunAsync(
            $"""
            INSERT INTO chat_people (conversation, person_id, seen_at) VALUES ({conversation}, {person}, {now})
            ON CONFLICT (conversation, person_id) DO UPDATE SET seen_at = excluded.seen_at
            """,
            cancellationToken
        );
        seen[(conversation, person)] = now;
    }

    /// <summary>
    /// The conversations of <paramref name="places"/> that somebody sees who sees what stands in <paramref name="conversation"/>, too; itself, where it
    /// is among them.
    /// </summary>
    public static IQueryable<string> SeenTogether(Database database, IQueryable<string> places, string conversation)
    {
        var (people, chats) = (database.ChatPeople, database.KnownConversations);
        var here = people
            .Where(one => one.Conversation == conversation)
            .Select(one => one.PersonId)
            .Union(chats.Where(chat => chat.Id == conversation && chat.PersonId != null).Select(chat => chat.PersonId!));
        return places.Where(place =>
            place == conversation
            || people.Any(one => one.Conversation == place && here.Contains(one.PersonId))
            || chats.Any(chat => chat.Id == place && here.Contains(chat.PersonId!))
        );
    }

    /// <summary>They were taken out, or left.</summary>
    public async Task LeftAsync(string conversation, IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database
            .ChatPeople.Where(person => person.Conversation == conversation && people.Contains(person.PersonId))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var person in people)
            seen.TryRemove((conversation, person), out _);
    }
}
