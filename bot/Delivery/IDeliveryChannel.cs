using GuidelineBot.Storage;

namespace GuidelineBot.Delivery;

/// <summary>A way out.</summary>
internal interface IDeliveryChannel
{
    OutboxChannel Kind { get; }

    /// <returns>What the channel answered, such as its own id of what was sent; null where the composer had nothing to tell any more.</returns>
    /// <exception cref="UndeliverableException">It will never get there.</exception>
    /// <exception cref="Exception">Any other fault may pass.</exception>
    Task<string?> SendAsync(OutboxMessage message, IComposer composer, CancellationToken cancellationToken);
}

/// <summary>Trying again would be refused again; the message says why, in words for an administrator.</summary>
internal class UndeliverableException(string reason, Exception? cause = null) : Exception(reason, cause);

/// <summary>The app was removed or blocked in the chat: nothing gets there until somebody speaks to the bot there again.</summary>
internal sealed class ChatClosedException(Exception? cause = null)
    : UndeliverableException("このチャットではボットが削除されたか、ブロックされています。", cause);

/// <summary>May get there later; the message says why not now, in words for an administrator.</summary>
/// <param name="after">The channel's own word when to try again; null where it gave none.</param>
internal sealed class PostponedException(string reason, Exception? cause = null, TimeSpan? after = null) : Exception(reason, cause)
{
    public TimeSpan? After => after;
}
