using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A card or file in a message.</summary>
public class Attachment
{
    public Attachment()
    {
    }

    public Attachment(
        string contentType = default,
        string contentUrl = default,
        object content = default,
        string name = default,
        string thumbnailUrl = default)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    [JsonProperty("contentType")]
    public string ContentType { get; set; }

    [JsonProperty("contentUrl")]
    public string ContentUrl { get; set; }

    [JsonProperty("content")]
    public object Content { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new JObject();

    [JsonProperty("thumbnailUrl")]
    public string ThumbnailUrl { get; set; }
}

/// <summary>A button outside Adaptive Cards.</summary>
public class CardAction
{
    public CardAction()
    {
    }

    public CardAction(
        string type = default,
        string title = default,
        string image = default,
        string text = default,
        string displayText = default,
        object value = default,
        object channelData = default)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("image")]
    public string Image { get; set; }

    [JsonProperty("imageAltText")]
    public string ImageAltText { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("displayText")]
    public string DisplayText { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }

    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    public static implicit operator CardAction(string input) => FromString(input);

    public static CardAction FromString(string input) => new() { Title = input, Value = input };
}

/// <summary>Buttons shown under a message until one is pressed.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to.ToList(), actions.ToList())
    {
    }

    [JsonProperty("to")]
    public IList<string> To { get; set; }

    [JsonProperty("actions")]
    public IList<CardAction> Actions { get; set; }
}

/// <summary>A card with a text and buttons.</summary>
public class HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("subtitle")]
    public string Subtitle { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("buttons")]
    public IList<CardAction> Buttons { get; set; }

    [JsonProperty("tap")]
    public CardAction Tap { get; set; }
}

/// <summary>Cards as attachments.</summary>
public static class CardExtensions
{
    public static Attachment ToAttachment(this HeroCard card) => new(HeroCard.ContentType, content: card);
}
