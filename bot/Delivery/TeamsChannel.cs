using AdaptiveCards;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>Writes into a conversation by itself; see the edge for how.</summary>
internal interface IProactiveMessages
{
    /// <param name="reference">As it was remembered when the bot was spoken to.</param>
    /// <returns>The channel's id of the message.</returns>
    /// <exception cref="ChatClosedException">The app was removed or blocked there; the chat is closed from then on.</exception>
    /// <exception cref="PostponedException">Not now; other faults may pass, too.</exception>
    Task<string?> SendAsync(string reference, AdaptiveCard card, string summary, CancellationToken cancellationToken);

    /// <summary>Draws the card of a message anew, for everyone who sees it.</summary>
    /// <param name="activity">The channel's id of the message.</param>
    /// <exception cref="ChatClosedException">As above.</exception>
    /// <exception cref="UndeliverableException">The message is gone.</exception>
    Task RedrawAsync(string reference, string activity, AdaptiveCard card, CancellationToken cancellationToken);
}

/// <summary>Cards into chats and channels that the bot knows.</summary>
internal sealed class TeamsChannel(
    IDbContextFactory<Database> databases,
    IProactiveMessages messages,
    LiveCards cards,
    IEnumerable<ILiveCardArtist> artists
) : IDeliveryChannel
{
    public OutboxChannel Kind => OutboxChannel.Teams;

    public async Task<string?> SendAsync(OutboxMessage message, IComposer composer, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var known =
            await database
                .KnownConversations.AsNoTracking()
                .SingleOrDefaultAsync(conversation => conversation.Id == message.Recipient, cancellationToken)
            ?? throw new UndeliverableException("このチャットはボットに知られていません。届出者がボットに話しかけると、再送できます。");
        if (known.IsClosed)
            throw new ChatClosedException();
        if (await composer.TeamsAsync(message, cancellationToken) is not { } told)
            return null;
        var activity = await messages.SendAsync(known.Reference, told.Card, told.Summary, cancellationToken);
        if (activity is not null && told.Shown is { } shown)
            await KeepCurrentAsync(database, shown, known.Id, activity, cancellationToken);
        return activity;
    }

    private async Task KeepCurrentAsync(
        Database database,
        LiveState shown,
        string conversation,
        string activity,
        CancellationToken cancellationToken
    )
    {
        await cards.AddAsync(database, shown, conversation, activity, cancellationToken);
        // What has changed while it was sent asked only those cards to be drawn again that were known then.
        var artist = artists.First(artist => artist.Topic == shown.Topic);
        if (await artist.DrawAsync($"{shown.About}", conversation, cancellationToken) is var (_, _, state) && state > shown.State)
        {
            await LiveCards.WantAsync(database, shown.Topic, $"{shown.About}", state, cancellationToken);
            cards.Bell.Ring();
        }
    }
}
