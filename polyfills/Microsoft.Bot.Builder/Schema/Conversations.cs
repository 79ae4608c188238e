using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What a new conversation is created from.</summary>
public class ConversationParameters
{
    public ConversationParameters()
    {
    }

    public ConversationParameters(
        bool? isGroup = default,
        ChannelAccount bot = default,
        IList<ChannelAccount> members = default,
        string topicName = default,
        Activity activity = default,
        object channelData = default,
        string tenantId = default)
    {
        IsGroup = isGroup;
        Bot = bot;
        Members = members;
        TopicName = topicName;
        Activity = activity;
        ChannelData = channelData;
        TenantId = tenantId;
    }

    [JsonProperty("isGroup")]
    public bool? IsGroup { get; set; }

    [JsonProperty("bot")]
    public ChannelAccount Bot { get; set; }

    [JsonProperty("members")]
    public IList<ChannelAccount> Members { get; set; }

    [JsonProperty("topicName")]
    public string TopicName { get; set; }

    [JsonProperty("activity")]
    public Activity Activity { get; set; }

    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    [JsonProperty("tenantId")]
    public string TenantId { get; set; }
}

/// <summary>The channel's answer to a new conversation.</summary>
public class ConversationResourceResponse
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string activityId = default, string serviceUrl = default, string id = default)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id;
    }

    [JsonProperty("activityId")]
    public string ActivityId { get; set; }

    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    [JsonProperty("id")]
    public string Id { get; set; }
}

/// <summary>The id the channel gave to what was sent.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = default)
    {
        Id = id;
    }

    [JsonProperty("id")]
    public string Id { get; set; }
}

/// <summary>One page of a roster.</summary>
public class PagedMembersResult
{
    public PagedMembersResult()
    {
    }

    public PagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    [JsonProperty("continuationToken")]
    public string ContinuationToken { get; set; }

    [JsonProperty("members")]
    public IList<ChannelAccount> Members { get; set; }
}

/// <summary>The buffered replies of a turn that was asked to return them.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity> activities = default)
    {
        Activities = activities;
    }

    [JsonProperty("activities")]
    public IList<Activity> Activities { get; set; }
}
