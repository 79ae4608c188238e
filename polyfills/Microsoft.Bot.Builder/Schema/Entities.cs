using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata about a message, of any type.</summary>
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = default)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new JObject();

    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();

    public void SetAs<T>(T obj)
    {
        var entity = JObject.FromObject(obj).ToObject<Entity>();
        Type = entity.Type;
        Properties = entity.Properties;
    }
}

/// <summary>Somebody addressed with @.</summary>
public class Mention : Entity
{
    public Mention()
    {
        Type = "mention";
    }

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    [JsonProperty("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }
}

/// <summary>A like, heart or other reaction.</summary>
public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string type = default)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }
}

/// <summary>A part of another message's text.</summary>
public class TextHighlight
{
    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("occurrence")]
    public int? Occurrence { get; set; }
}

/// <summary>A programmatic action that goes with a message.</summary>
public class SemanticAction
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("state")]
    public string State { get; set; }

    [JsonProperty("entities")]
    public IDictionary<string, Entity> Entities { get; set; }
}
