using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>
/// One change under way, and what is told and drawn because of it. Nothing of it counts before <see cref="Changes"/> commits it.
/// </summary>
internal sealed class Change(Database database, LiveCards cards, DateTimeOffset now)
{
    public Database Database => database;

    public DateTimeOffset Now => now;

    public bool IsRefused { get; private set; }

    /// <summary>Leaves everything as it was.</summary>
    /// <param name="result">What the caller is told instead.</param>
    public T Refuse<T>(T result)
    {
        IsRefused = true;
        return result;
    }

    /// <inheritdoc cref="Database.LockAsync" />
    public Task<bool> LockAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : class => database.LockAsync<T>(id, cancellationToken);

    /// <summary>All cards of the thing are to show this state, for everybody.</summary>
    public Task RedrawAsync(string topic, Guid about, int state, CancellationToken cancellationToken) =>
        LiveCards.WantAsync(database, topic, about.ToString(), state, cancellationToken);

    /// <summary>The message that was pressed holds a card of the thing from now on, and no form any more.</summary>
    public Task ShowHereAsync(string topic, Guid about, Turn turn, int state, CancellationToken cancellationToken) =>
        cards.KnowAsync(database, turn, new LiveState(topic, about, state), isForm: false, isOld: true, cancellationToken);

    /// <summary>
    /// The message that was pressed, if any, shows this state of the thing by the answer to the press; all others are to be drawn again.
    /// </summary>
    public async Task ShowOnlyHereAsync(string topic, Guid about, Turn turn, int state, CancellationToken cancellationToken)
    {
        await RedrawAsync(topic, about, state, cancellationToken);
        await cards.CurrentAsync(database, turn, new LiveState(topic, about, state), cancellationToken);
    }

    /// <summary>A card of the thing is to stand in this conversation.</summary>
    /// <param name="message">The channel's id of the message that holds it; empty for one that is yet to be posted.</param>
    public Task ShowAsync(string topic, Guid about, string conversation, string message, int state, CancellationToken cancellationToken) =>
        cards.AddAsync(database, topic, about.ToString(), conversation, message, -1, state, cancellationToken);

    /// <summary>A card of the thing is to stand in each of the office's conversations.</summary>
    public async Task ShowToOfficeAsync(string topic, Guid about, int state, CancellationToken cancellationToken)
    {
        foreach (var place in await OfficeAsync(cancellationToken))
            await ShowAsync(topic, about, place, "", state, cancellationToken);
    }

    /// <summary>To the office's conversations.</summary>
    public async Task TellOfficeAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        foreach (var place in await OfficeAsync(cancellationToken))
            await TellAsync(announcement, place, cancellationToken);
    }

    /// <summary>To a person's own chats with the bot; nowhere, where they have none.</summary>
    public async Task TellPersonAsync(Announcement announcement, string person, CancellationToken cancellationToken)
    {
        foreach (var chat in await KnownConversations.OfPerson(database, person).Select(chat => chat.Id).ToListAsync(cancellationToken))
            await TellAsync(announcement, chat, cancellationToken);
    }

    /// <summary>Into a conversation.</summary>
    public Task TellAsync(Announcement announcement, string conversation, CancellationToken cancellationToken) =>
        AddAsync(announcement, OutboxChannel.Teams, conversation, cancellationToken);

    public Task MailAsync(Announcement announcement, string address, CancellationToken cancellationToken) =>
        AddAsync(announcement, OutboxChannel.Mail, address, cancellationToken);

    private Task<List<string>> OfficeAsync(CancellationToken cancellationToken) =>
        KnownConversations.OfOffice(database).OrderBy(place => place.Id).Select(place => place.Id).ToListAsync(cancellationToken);

    // By hand, because what another instance has written already is no fault, and a failed insert would end a PostgreSQL transaction.
    private Task AddAsync(Announcement announcement, OutboxChannel channel, string recipient, CancellationToken cancellationToken)
    {
        var instant = database.Stored(now);
        return database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox (id, key, channel, recipient, topic, about, created_at, due_at, status, attempts)
            VALUES ({Guid.CreateVersion7()}, {announcement.KeyFor(
                channel,
                recipient
            )}, {channel.ToString()}, {recipient}, {announcement.Topic},
                {FieldsColumn.Write(announcement.About)}, {instant}, {instant}, {nameof(OutboxStatus.Waiting)}, 0)
            ON CONFLICT (key) DO NOTHING
            """,
            cancellationToken
        );
    }
}

/// <summary>Something to be told, to any number of recipients, once each.</summary>
/// <param name="Topic">Which composer writes it when it is sent (<see cref="OutboxMessage.Topic"/>).</param>
/// <param name="Occasion">What makes it one and the same: told again on the same occasion, it is not sent again.</param>
/// <param name="About">What the composer needs.</param>
internal sealed record Announcement(string Topic, string Occasion, Dictionary<string, string> About)
{
    public string KeyFor(OutboxChannel channel, string recipient) => $"{Topic}:{Occasion}:{channel}:{recipient}";
}
