using AdaptiveCards;
using GuidelineBot.Storage;

namespace GuidelineBot.Delivery;

/// <summary>Writes the messages of some topics when they are sent, from what is stored at that moment.</summary>
internal interface IComposer
{
    /// <summary>The topics (<see cref="OutboxMessage.Topic"/>) it writes.</summary>
    IReadOnlyCollection<string> Topics { get; }

    /// <returns>Null where there is nothing to tell any more (the notice is gone).</returns>
    Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <returns>Null where there is nothing to tell any more.</returns>
    Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>A slice that tells somebody when a message of some topics was given up.</summary>
internal interface IUndelivered
{
    /// <param name="message">Dead; administrators see it under 配信状況.</param>
    Task TellAsync(Change change, OutboxMessage message, CancellationToken cancellationToken);
}

/// <param name="Text">Plain text.</param>
internal sealed record Mail(string Subject, string Text, IReadOnlyList<MailAttachment> Attachments);

/// <param name="ContentType">A media type, such as that of .docx.</param>
internal sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <param name="Summary">The card in plain text, for notifications.</param>
internal sealed record TeamsMessage(AdaptiveCard Card, string Summary)
{
    /// <summary>What the card shows, where it is to be drawn again when that changes.</summary>
    public LiveState? Shown { get; init; }
}
