using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The answer to a query.</summary>
public class MessagingExtensionResponse
{
    public MessagingExtensionResponse()
    {
    }

    public MessagingExtensionResponse(MessagingExtensionResult composeExtension = default)
    {
        ComposeExtension = composeExtension;
    }

    [JsonProperty("composeExtension")]
    public MessagingExtensionResult ComposeExtension { get; set; }

    [JsonProperty("cacheInfo")]
    public CacheInfo CacheInfo { get; set; }
}

/// <summary>The answer to a submitted action.</summary>
public class MessagingExtensionActionResponse
{
    public MessagingExtensionActionResponse()
    {
    }

    public MessagingExtensionActionResponse(TaskModuleResponseBase task = default, MessagingExtensionResult composeExtension = default)
    {
        Task = task;
        ComposeExtension = composeExtension;
    }

    [JsonProperty("task")]
    public TaskModuleResponseBase Task { get; set; }

    [JsonProperty("composeExtension")]
    public MessagingExtensionResult ComposeExtension { get; set; }

    [JsonProperty("cacheInfo")]
    public CacheInfo CacheInfo { get; set; }
}

/// <summary>Results, a message or a form to show.</summary>
public class MessagingExtensionResult
{
    public MessagingExtensionResult()
    {
    }

    public MessagingExtensionResult(
        string attachmentLayout = default,
        string type = default,
        IList<MessagingExtensionAttachment> attachments = default,
        MessagingExtensionSuggestedAction suggestedActions = default,
        string text = default,
        Activity activityPreview = default)
    {
        AttachmentLayout = attachmentLayout;
        Type = type;
        Attachments = attachments;
        SuggestedActions = suggestedActions;
        Text = text;
        ActivityPreview = activityPreview;
    }

    [JsonProperty("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("attachments")]
    public IList<MessagingExtensionAttachment> Attachments { get; set; }

    [JsonProperty("suggestedActions")]
    public MessagingExtensionSuggestedAction SuggestedActions { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("activityPreview")]
    public Activity ActivityPreview { get; set; }
}

/// <summary>Buttons for signing in or setting up.</summary>
public class MessagingExtensionSuggestedAction
{
    public MessagingExtensionSuggestedAction()
    {
    }

    public MessagingExtensionSuggestedAction(IList<CardAction> actions = default)
    {
        Actions = actions;
    }

    [JsonProperty("actions")]
    public IList<CardAction> Actions { get; set; }
}

/// <summary>One result: the card that is inserted and its line in the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    public MessagingExtensionAttachment(
        string contentType = default,
        string contentUrl = default,
        object content = default,
        string name = default,
        string thumbnailUrl = default,
        Attachment preview = default)
        : base(contentType, contentUrl, content, name, thumbnailUrl)
    {
        Preview = preview;
    }

    [JsonProperty("preview")]
    public Attachment Preview { get; set; }
}
