using AdaptiveCards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>Draws the cards of one kind of thing, from what is stored at that moment.</summary>
internal interface ILiveCardArtist
{
    /// <summary>As in <see cref="LiveCard.Topic"/>.</summary>
    string Topic { get; }

    /// <param name="about">As in <see cref="LiveCard.About"/>.</param>
    /// <param name="conversation">Where it is to stand: what can be pressed may depend on who is there.</param>
    /// <returns>The card, itself in plain text, and the state that it shows; null where the thing is gone.</returns>
    Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(string about, string conversation, CancellationToken cancellationToken);
}

/// <summary>Which thing a card shows, and in which state of it.</summary>
internal sealed record LiveState(string Topic, Guid About, int State);

/// <summary>The messages whose cards are drawn again, for everyone, when what they show has changed.</summary>
internal sealed class LiveCards(Statements statements, TimeProvider clock)
{
    /// <summary>Long enough to write a few sentences; others see the news that much later at most.</summary>
    internal static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    /// <summary>The <see cref="LiveCard.Topic"/> of forms that are being filled in.</summary>
    public const string Forms = "draft";

    /// <summary>Rung when something waits to be drawn.</summary>
    public DeliveryBell Bell { get; } = new();

    /// <summary>A card was posted that shows this state.</summary>
    public Task AddAsync(Database database, LiveState shown, string conversation, string activity, CancellationToken cancellationToken) =>
        AddAsync(database, shown.Topic, $"{shown.About}", conversation, activity, shown.State, shown.State, cancellationToken);

    /// <summary>A message holds such a card, or is to be posted (no <paramref name="activity"/>). Known ones are left alone.</summary>
    /// <param name="drawn">The state that it shows already; -1 for none.</param>
    /// <param name="wanted">The state that it should show.</param>
    public Task AddAsync(
        Database database,
        string topic,
        string about,
        string conversation,
        string activity,
        int drawn,
        int wanted,
        CancellationToken cancellationToken
    ) =>
        // By hand, because a failed insert would end a PostgreSQL transaction.
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO live_cards (id, topic, about, conversation, activity, wanted, drawn, due_at, attempts)
            VALUES ({Guid.CreateVersion7()}, {topic}, {about}, {conversation}, {activity}, {wanted}, {drawn}, {database.Stored(
                clock.GetUtcNow()
            )}, 0)
            ON CONFLICT (topic, about, conversation, activity) DO NOTHING
            """,
            cancellationToken
        );

    /// <summary>
    /// Somebody opened a form on the message that was pressed: until that is sent or left, but not for long, the message is let alone. Whoever
    /// opens another one has left the one before.
    /// </summary>
    public async Task HoldAsync(Database database, Turn turn, string topic, Guid about, CancellationToken cancellationToken)
    {
        await ReleaseAsync(database, turn, topic, about, cancellationToken);
        DateTimeOffset? until = clock.GetUtcNow() + Hold;
        await Pressed(database, turn, topic, about)
            .ExecuteUpdateAsync(
                card => card.SetProperty(found => found.HeldBy, turn.From.Id).SetProperty(found => found.HeldUntil, until),
                cancellationToken
            );
    }

    /// <summary>The person's form is gone, on whichever message of the thing it was: they have sent it, or gone on to something else.</summary>
    public async Task ReleaseAsync(Database database, Turn turn, string topic, Guid about, CancellationToken cancellationToken)
    {
        var thing = about.ToString();
        await database
            .LiveCards.Where(card => card.Topic == topic && card.About == thing && card.HeldBy == turn.From.Id)
            .ExecuteUpdateAsync(
                card => card.SetProperty(found => found.HeldBy, (string?)null).SetProperty(found => found.HeldUntil, (DateTimeOffset?)null),
                cancellationToken
            );
        Bell.Ring();
    }

    /// <summary>
    /// The person has gone on to something else in this chat, and no form of theirs there is being filled in any more: they have typed (but
    /// not sent a file, which a form may have asked for), or pressed another message.
    /// </summary>
    public async Task LeaveAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is { Press: null, Files.Count: > 0 } or { Press: { IsRefresh: true } or { Message: "" } })
            return;
        // One statement that mostly changes nothing, because every message and press asks.
        var left = await statements.RunAsync(
            $"""
            UPDATE live_cards SET held_by = NULL, held_until = NULL
            WHERE conversation = {turn.Conversation.Id} AND held_by = {turn.From.Id} AND activity <> {turn.Press?.Message ?? ""}
            """,
            cancellationToken
        );
        if (left > 0)
            Bell.Ring();
    }

    /// <summary>The things whose cards stand in a chat.</summary>
    public static IQueryable<string> AboutsIn(Database database, string topic, string conversation) =>
        database.LiveCards.Where(card => card.Topic == topic && card.Conversation == conversation).Select(card => card.About).Distinct();

    /// <summary>The conversations in which the thing's card stands.</summary>
    public static IQueryable<string> PlacesOf(Database database, string topic, string about) =>
        database.LiveCards.Where(card => card.Topic == topic && card.About == about).Select(card => card.Conversation).Distinct();

    /// <summary>A message with the thing's card was pressed: from now on it is drawn again, too.</summary>
    /// <param name="now">The thing as it is now.</param>
    /// <param name="isForm">Whether the person now has a form in its place.</param>
    /// <param name="isOld">Whether a message that was not known before is drawn at once, because what it shows is no longer so.</param>
    public async Task KnowAsync(Database database, Turn turn, LiveState now, bool isForm, bool isOld, CancellationToken cancellationToken)
    {
        await ReleaseAsync(database, turn, now.Topic, now.About, cancellationToken);
        if (
            turn.Press is not { Message.Length: > 0 } press
            || await HoldsAnotherAsync(database, turn, now.Topic, now.About, cancellationToken)
        )
            return;
        var drawn = isOld ? -1 : now.State;
        await AddAsync(database, now.Topic, now.About.ToString(), turn.Conversation.Id, press.Message, drawn, now.State, cancellationToken);
        if (isForm)
            await HoldAsync(database, turn, now.Topic, now.About, cancellationToken);
    }

    /// <summary>The message that was pressed shows this state: it holds the answer to the press.</summary>
    public async Task CurrentAsync(Database database, Turn turn, LiveState now, CancellationToken cancellationToken)
    {
        if (turn.Press is not { Message.Length: > 0 } press)
            return;
        await AddAsync(database, now, turn.Conversation.Id, press.Message, cancellationToken);
        await Pressed(database, turn, now.Topic, now.About)
            .ExecuteUpdateAsync(
                card => card.SetProperty(found => found.Wanted, now.State).SetProperty(found => found.Drawn, now.State),
                cancellationToken
            );
    }

    /// <summary>Whether the message that was pressed is the one that holds the thing's card in this chat, or may become it.</summary>
    public static async Task<bool> IsOnlyOneAsync(
        Database database,
        Turn turn,
        string topic,
        Guid about,
        CancellationToken cancellationToken
    ) =>
        await Pressed(database, turn, topic, about).AnyAsync(cancellationToken)
        || !await PlacesOf(database, topic, about.ToString()).ContainsAsync(turn.Conversation.Id, cancellationToken);

    /// <summary>
    /// Whether the message that a press claims to stand on is one that the bot has posted for another thing: which message that is, is the
    /// client's word, and no thing takes another's place. A form alone gives its message to what comes of it.
    /// </summary>
    public static Task<bool> HoldsAnotherAsync(Database database, Turn turn, string topic, Guid about, CancellationToken cancellationToken)
    {
        var (thing, conversation, message) = (about.ToString(), turn.Conversation.Id, turn.Press?.Message ?? "");
        return message.Length == 0
            ? Task.FromResult(false)
            : database.LiveCards.AnyAsync(
                card =>
                    card.Conversation == conversation
                    && card.Activity == message
                    && card.Topic != Forms
                    && (card.Topic != topic || card.About != thing),
                cancellationToken
            );
    }

    private static IQueryable<LiveCard> Pressed(Database database, Turn turn, string topic, Guid about)
    {
        var (thing, conversation, message) = (about.ToString(), turn.Conversation.Id, turn.Press?.Message ?? "");
        return database.LiveCards.Where(card =>
            message != "" && card.Topic == topic && card.About == thing && card.Conversation == conversation && card.Activity == message
        );
    }

    /// <summary>Whether a card of the thing is wanted in an older state only.</summary>
    public static Task<bool> StaleAsync(Database database, string topic, string about, int state, CancellationToken cancellationToken) =>
        database.LiveCards.AnyAsync(card => card.Topic == topic && card.About == about && card.Wanted < state, cancellationToken);

    /// <summary>Asks for all cards of the thing to show this state, or a later one. In the transaction of the change.</summary>
    public static Task WantAsync(Database database, string topic, string about, int state, CancellationToken cancellationToken) =>
        database
            .LiveCards.Where(card => card.Topic == topic && card.About == about && card.Wanted < state)
            .ExecuteUpdateAsync(
                card => card.SetProperty(found => found.Wanted, state).SetProperty(found => found.Attempts, 0),
                cancellationToken
            );
}
