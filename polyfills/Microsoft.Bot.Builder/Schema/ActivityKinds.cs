namespace Microsoft.Bot.Schema;

/// <summary>A message, in either direction.</summary>
public interface IMessageActivity : IActivity
{
    string Locale { get; set; }
    string Text { get; set; }
    string Speak { get; set; }
    string InputHint { get; set; }
    string Summary { get; set; }
    string TextFormat { get; set; }
    string AttachmentLayout { get; set; }
    IList<Attachment> Attachments { get; set; }
    SuggestedActions SuggestedActions { get; set; }
    string Importance { get; set; }
    string DeliveryMode { get; set; }
    DateTimeOffset? Expiration { get; set; }
    object Value { get; set; }

    bool HasContent();
    Mention[] GetMentions();
}

/// <summary>An edited message.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>A message taken back.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Reactions put on, or taken off, an earlier message.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction> ReactionsAdded { get; set; }
    IList<MessageReaction> ReactionsRemoved { get; set; }
}

/// <summary>Members or the topic of a conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }
    IList<ChannelAccount> MembersRemoved { get; set; }
    string TopicName { get; set; }
    bool? HistoryDisclosed { get; set; }
}

/// <summary>The bot was installed, upgraded or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}

/// <summary>The user added the bot to, or took it from, the contact list.</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    string Action { get; set; }
}

/// <summary>A call that waits for an <c>InvokeResponse</c>.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}

/// <summary>Something happened that is not a message.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}

/// <summary>Somebody is typing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }
    string Text { get; set; }
}

/// <summary>A private suggestion about another message.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight> TextHighlights { get; set; }
}

/// <summary>A note for the developer's log.</summary>
public interface ITraceActivity : IActivity
{
    string Name { get; set; }
    string Label { get; set; }
    string ValueType { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}

/// <summary>The conversation moves to another agent.</summary>
public interface IHandoffActivity : IActivity;

/// <summary>A request to perform an action.</summary>
public interface ICommandActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
}

/// <summary>The result of a requested action.</summary>
public interface ICommandResultActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
}
