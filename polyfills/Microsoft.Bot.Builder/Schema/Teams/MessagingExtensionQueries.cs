using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What a person types into a message extension.</summary>
public class MessagingExtensionQuery
{
    public MessagingExtensionQuery()
    {
    }

    public MessagingExtensionQuery(
        string commandId = default,
        IList<MessagingExtensionParameter> parameters = default,
        MessagingExtensionQueryOptions queryOptions = default,
        string state = default)
    {
        CommandId = commandId;
        Parameters = parameters;
        QueryOptions = queryOptions;
        State = state;
    }

    [JsonProperty("commandId")]
    public string CommandId { get; set; }

    [JsonProperty("parameters")]
    public IList<MessagingExtensionParameter> Parameters { get; set; }

    [JsonProperty("queryOptions")]
    public MessagingExtensionQueryOptions QueryOptions { get; set; }

    [JsonProperty("state")]
    public string State { get; set; }
}

/// <summary>Paging of a query.</summary>
public class MessagingExtensionQueryOptions
{
    public MessagingExtensionQueryOptions()
    {
    }

    public MessagingExtensionQueryOptions(int? skip = default, int? count = default)
    {
        Skip = skip;
        Count = count;
    }

    [JsonProperty("skip")]
    public int? Skip { get; set; }

    [JsonProperty("count")]
    public int? Count { get; set; }
}

/// <summary>One parameter of a query.</summary>
public class MessagingExtensionParameter
{
    public MessagingExtensionParameter()
    {
    }

    public MessagingExtensionParameter(string name = default, object value = default)
    {
        Name = name;
        Value = value;
    }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }
}

/// <summary>A message extension command started from a message or the compose box.</summary>
public class MessagingExtensionAction : TaskModuleRequest
{
    [JsonProperty("commandId")]
    public string CommandId { get; set; }

    [JsonProperty("commandContext")]
    public string CommandContext { get; set; }

    [JsonProperty("botMessagePreviewAction")]
    public string BotMessagePreviewAction { get; set; }

    [JsonProperty("botActivityPreview")]
    public IList<Activity> BotActivityPreview { get; set; }

    [JsonProperty("messagePayload")]
    public MessageActionsPayload MessagePayload { get; set; }

    [JsonProperty("state")]
    public string State { get; set; }
}

/// <summary>The message an action was started from.</summary>
public class MessageActionsPayload
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("replyToId")]
    public string ReplyToId { get; set; }

    [JsonProperty("messageType")]
    public string MessageType { get; set; }

    [JsonProperty("createdDateTime")]
    public string CreatedDateTime { get; set; }

    [JsonProperty("lastModifiedDateTime")]
    public string LastModifiedDateTime { get; set; }

    [JsonProperty("deleted")]
    public bool? Deleted { get; set; }

    [JsonProperty("subject")]
    public string Subject { get; set; }

    [JsonProperty("summary")]
    public string Summary { get; set; }

    [JsonProperty("importance")]
    public string Importance { get; set; }

    [JsonProperty("locale")]
    public string Locale { get; set; }

    [JsonProperty("body")]
    public MessageActionsPayloadBody Body { get; set; }

    [JsonProperty("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    [JsonProperty("linkToMessage")]
    public Uri LinkToMessage { get; set; }
}

/// <summary>Text or HTML of such a message.</summary>
public class MessageActionsPayloadBody
{
    public MessageActionsPayloadBody()
    {
    }

    public MessageActionsPayloadBody(string contentType = default, string content = default)
    {
        ContentType = contentType;
        Content = content;
    }

    [JsonProperty("contentType")]
    public string ContentType { get; set; }

    [JsonProperty("content")]
    public string Content { get; set; }
}
