using System.Globalization;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Enough to find a conversation again later.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(
        string activityId = default,
        ChannelAccount user = default,
        ChannelAccount bot = default,
        ConversationAccount conversation = default,
        string channelId = default,
        string serviceUrl = default)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    public ConversationReference(
        CultureInfo locale,
        string activityId = default,
        ChannelAccount user = default,
        ChannelAccount bot = default,
        ConversationAccount conversation = default,
        string channelId = default,
        string serviceUrl = default)
        : this(activityId, user, bot, conversation, channelId, serviceUrl)
    {
        Locale = locale?.ToString();
    }

    [JsonProperty("activityId")]
    public string ActivityId { get; set; }

    [JsonProperty("user")]
    public ChannelAccount User { get; set; }

    [JsonProperty("bot")]
    public ChannelAccount Bot { get; set; }

    [JsonProperty("conversation")]
    public ConversationAccount Conversation { get; set; }

    [JsonProperty("channelId")]
    public string ChannelId { get; set; }

    [JsonProperty("locale")]
    public string Locale { get; set; }

    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    /// <summary>The event that opens a turn the user did not start.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
