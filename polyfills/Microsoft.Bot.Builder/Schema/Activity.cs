using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>The superset of everything the Bot Framework protocol carries; the interfaces narrow it to one kind.</summary>
public class Activity : IConversationUpdateActivity, IContactRelationUpdateActivity, IInstallationUpdateActivity,
    IMessageActivity, IMessageUpdateActivity, IMessageDeleteActivity, IMessageReactionActivity, ISuggestionActivity,
    ITypingActivity, IEndOfConversationActivity, IEventActivity, IInvokeActivity, ITraceActivity, IHandoffActivity,
    ICommandActivity, ICommandResultActivity
{
    public const string ContentType = "application/vnd.microsoft.activity";

    public Activity()
    {
    }

    public Activity(
        string type = default,
        string id = default,
        DateTimeOffset? timestamp = default,
        DateTimeOffset? localTimestamp = default,
        string serviceUrl = default,
        string channelId = default,
        ChannelAccount from = default,
        ConversationAccount conversation = default,
        ChannelAccount recipient = default,
        string textFormat = default,
        string attachmentLayout = default,
        IList<ChannelAccount> membersAdded = default,
        IList<ChannelAccount> membersRemoved = default,
        IList<MessageReaction> reactionsAdded = default,
        IList<MessageReaction> reactionsRemoved = default,
        string topicName = default,
        bool? historyDisclosed = default,
        string locale = default,
        string text = default,
        string speak = default,
        string inputHint = default,
        string summary = default,
        SuggestedActions suggestedActions = default,
        IList<Attachment> attachments = default,
        IList<Entity> entities = default,
        object channelData = default,
        string action = default,
        string replyToId = default,
        string label = default,
        string valueType = default,
        object value = default,
        string name = default,
        ConversationReference relatesTo = default,
        string code = default,
        DateTimeOffset? expiration = default,
        string importance = default,
        string deliveryMode = default,
        IList<string> listenFor = default,
        IList<TextHighlight> textHighlights = default,
        SemanticAction semanticAction = default,
        string localTimezone = default)
    {
        Type = type;
        Id = id;
        Timestamp = timestamp;
        LocalTimestamp = localTimestamp;
        ServiceUrl = serviceUrl;
        ChannelId = channelId;
        From = from;
        Conversation = conversation;
        Recipient = recipient;
        TextFormat = textFormat;
        AttachmentLayout = attachmentLayout;
        MembersAdded = membersAdded;
        MembersRemoved = membersRemoved;
        ReactionsAdded = reactionsAdded;
        ReactionsRemoved = reactionsRemoved;
        TopicName = topicName;
        HistoryDisclosed = historyDisclosed;
        Locale = locale;
        Text = text;
        Speak = speak;
        InputHint = inputHint;
        Summary = summary;
        SuggestedActions = suggestedActions;
        Attachments = attachments;
        Entities = entities;
        ChannelData = channelData;
        Action = action;
        ReplyToId = replyToId;
        Label = label;
        ValueType = valueType;
        Value = value;
        Name = name;
        RelatesTo = relatesTo;
        Code = code;
        Expiration = expiration;
        Importance = importance;
        DeliveryMode = deliveryMode;
        ListenFor = listenFor;
        TextHighlights = textHighlights;
        SemanticAction = semanticAction;
        LocalTimezone = localTimezone;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonProperty("localTimestamp")]
    public DateTimeOffset? LocalTimestamp { get; set; }

    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    [JsonProperty("channelId")]
    public string ChannelId { get; set; }

    [JsonProperty("from")]
    public ChannelAccount From { get; set; }

    [JsonProperty("conversation")]
    public ConversationAccount Conversation { get; set; }

    [JsonProperty("recipient")]
    public ChannelAccount Recipient { get; set; }

    [JsonProperty("textFormat")]
    public string TextFormat { get; set; }

    [JsonProperty("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    [JsonProperty("membersAdded")]
    public IList<ChannelAccount> MembersAdded { get; set; }

    [JsonProperty("membersRemoved")]
    public IList<ChannelAccount> MembersRemoved { get; set; }

    [JsonProperty("reactionsAdded")]
    public IList<MessageReaction> ReactionsAdded { get; set; }

    [JsonProperty("reactionsRemoved")]
    public IList<MessageReaction> ReactionsRemoved { get; set; }

    [JsonProperty("topicName")]
    public string TopicName { get; set; }

    [JsonProperty("historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    [JsonProperty("locale")]
    public string Locale { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("speak")]
    public string Speak { get; set; }

    [JsonProperty("inputHint")]
    public string InputHint { get; set; }

    [JsonProperty("summary")]
    public string Summary { get; set; }

    [JsonProperty("suggestedActions")]
    public SuggestedActions SuggestedActions { get; set; }

    [JsonProperty("attachments")]
    public IList<Attachment> Attachments { get; set; }

    [JsonProperty("entities")]
    public IList<Entity> Entities { get; set; }

    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    [JsonProperty("action")]
    public string Action { get; set; }

    [JsonProperty("replyToId")]
    public string ReplyToId { get; set; }

    [JsonProperty("label")]
    public string Label { get; set; }

    [JsonProperty("valueType")]
    public string ValueType { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("relatesTo")]
    public ConversationReference RelatesTo { get; set; }

    [JsonProperty("code")]
    public string Code { get; set; }

    [JsonProperty("expiration")]
    public DateTimeOffset? Expiration { get; set; }

    [JsonProperty("importance")]
    public string Importance { get; set; }

    [JsonProperty("deliveryMode")]
    public string DeliveryMode { get; set; }

    [JsonProperty("listenFor")]
    public IList<string> ListenFor { get; set; }

    [JsonProperty("textHighlights")]
    public IList<TextHighlight> TextHighlights { get; set; }

    [JsonProperty("semanticAction")]
    public SemanticAction SemanticAction { get; set; }

    [JsonProperty("localTimezone")]
    public string LocalTimezone { get; set; }

    [JsonProperty("callerId")]
    public string CallerId { get; set; }

    /// <summary>Whatever else came over the wire, kept so that it goes back unchanged.</summary>
    [JsonExtensionData]
    public JObject Properties { get; set; } = new JObject();

    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = new List<Attachment>(), Entities = new List<Entity>() };

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = new List<ChannelAccount>(), MembersRemoved = new List<ChannelAccount>() };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IHandoffActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public static ITraceActivity CreateTraceActivity(
        string name, string valueType = null, object value = null, [CallerMemberName] string label = null) =>
        new Activity(ActivityTypes.Trace) { Name = name, Label = label, ValueType = valueType ?? value?.GetType().Name, Value = value };

    public Activity CreateReply(string text = null, string locale = null) => new()
    {
        Type = ActivityTypes.Message,
        Timestamp = DateTimeOffset.UtcNow,
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = Id,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = Conversation is null ? null : new ConversationAccount(Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name),
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = new List<Attachment>(),
        Entities = new List<Entity>(),
    };

    public ITraceActivity CreateTrace(
        string name, object value = null, string valueType = null, [CallerMemberName] string label = null)
    {
        var trace = CreateReply();
        trace.Type = ActivityTypes.Trace;
        trace.Text = null;
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IContactRelationUpdateActivity AsContactRelationUpdateActivity(
        ) => IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public ITypingActivity AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    public IEndOfConversationActivity AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public IMessageUpdateActivity AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    public IMessageDeleteActivity AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    public IMessageReactionActivity AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    public ISuggestionActivity AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;

    public ITraceActivity AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    public IHandoffActivity AsHandoffActivity() => IsActivity(ActivityTypes.Handoff) ? this : null;

    public ICommandActivity AsCommandActivity() => IsActivity(ActivityTypes.Command) ? this : null;

    public ICommandResultActivity AsCommandResultActivity() => IsActivity(ActivityTypes.CommandResult) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments?.Count > 0 || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities?.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity as Mention ?? entity.GetAs<Mention>()).ToArray() ?? [];

    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT typed => typed,
        _ => ((JToken)ChannelData).ToObject<TypeT>(),
    };

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        try
        {
            if (ChannelData is null)
                return false;

            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidCastException)
        {
            return false;
        }
    }

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IsConversationUpdateOfDirectLine ? null : Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        From = isIncoming ? reference.User : reference.Bot;
        Recipient = isIncoming ? reference.Bot : reference.User;

        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;

        return this;
    }

    public bool IsFromStreamingConnection() =>
        ServiceUrl is not null && !ServiceUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>True also for a subtype, as in "message/form".</summary>
    protected bool IsActivity(string activityType) =>
        Type is not null
        && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == activityType.Length || Type[activityType.Length] == '/');

    // These two channels give a conversationUpdate an id that cannot be replied to.
    private bool IsConversationUpdateOfDirectLine =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase) && ChannelId is "directline" or "webchat";
}
