using AdaptiveCards;
using GuidelineBot.Delivery;

namespace GuidelineBot.Turns;

/// <summary>What the bot answers to a <see cref="Turn"/>.</summary>
internal abstract record Reply
{
    /// <summary>A plain sentence.</summary>
    internal sealed record Say(string Text) : Reply;

    /// <summary>A new message that holds a card.</summary>
    /// <param name="Summary">The same in plain text, for notifications and screen readers.</param>
    internal sealed record Show(AdaptiveCard Card, string Summary) : Reply
    {
        /// <summary>One line above the card; <c>[1]</c> in it stands for the first of <see cref="Citations"/>.</summary>
        public string Lead { get; init; } = "";

        public IReadOnlyList<Citation> Citations { get; init; } = [];

        /// <summary>What the card shows, where the message is to be drawn again when that changes.</summary>
        public LiveState? Shown { get; init; }
    }

    /// <summary>
    /// What the presser asked to see, in the place of the card. Nothing has changed, so the message stays as it is: nobody else sees
    /// this, and the presser no longer after the message is drawn again.
    /// </summary>
    internal sealed record View(AdaptiveCard Card) : Reply;

    /// <summary>What is stored has changed: the message itself is edited, so that nobody is left with a card of before.</summary>
    internal sealed record Update(AdaptiveCard Card) : Reply
    {
        /// <summary>
        /// The message is one of <see cref="Delivery.LiveCards"/>, whose worker edits it for everybody; this card only answers the presser.
        /// </summary>
        public bool IsLive { get; init; }

        /// <summary>What the message holds from now on, where that is another card than the presser is shown: a list as it is now.</summary>
        public AdaptiveCard? ForEveryone { get; init; }

        /// <summary>As in <see cref="Show"/>: an edit replaces the whole message.</summary>
        public string Lead { get; init; } = "";

        public IReadOnlyList<Citation> Citations { get; init; } = [];
    }

    /// <summary>One person's own, which nobody else is to see: in a chat with others it goes to the person's own chat.</summary>
    /// <param name="Whole">What is shown where the person is alone: a <see cref="Show"/> or a <see cref="View"/>.</param>
    /// <param name="Told">Said before the others: a count.</param>
    internal sealed record Personal(Reply Whole, string Told) : Reply;

    /// <summary>Files to take into one's own, each if one agrees; in one-to-one chats alone.</summary>
    internal sealed record Offer(IReadOnlyList<OfferedFile> Files) : Reply;

    /// <summary>A file that was taken, where it lies now.</summary>
    internal sealed record Given(string Text, FileConsent Consent) : Reply;

    /// <summary>Results of a search from the compose box; the one that is chosen goes into the message that is being written.</summary>
    internal sealed record Found(IReadOnlyList<Hit> Hits) : Reply;

    /// <summary>From here on, what this person types in this chat is about a draft first.</summary>
    /// <param name="Field">The field that was asked for; null where the form is filled in by card.</param>
    /// <param name="Then">Said after <paramref name="First"/>, as a message of its own.</param>
    internal sealed record Converse(string Draft, string? Field, Reply First, Reply? Then = null) : Reply;

    /// <summary>What is typed is about the draft no longer.</summary>
    internal sealed record Leave(string Draft, Reply Last) : Reply;
}

/// <summary>A source that Teams shows when <c>[n]</c> is pressed.</summary>
/// <param name="Name">Up to 80 characters.</param>
/// <param name="Abstract">Up to 160 characters.</param>
internal sealed record Citation(string Name, string Abstract);

/// <param name="Title">One line of the list of results.</param>
/// <param name="Text">What stands below it.</param>
/// <param name="Card">What is put into the message.</param>
internal sealed record Hit(string Title, string Text, AdaptiveCard Card);
