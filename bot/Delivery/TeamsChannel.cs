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
internal sealed class TeamsChannel(IDbContextFactory<Database> databases, IProactiveMessages messages) : IDeliveryChannel
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
        return await composer.TeamsAsync(message, cancellationToken) is { } told
            ? await messages.SendAsync(known.Reference, told.Card, told.Summary, cancellationToken)
            : null;
    }
}
