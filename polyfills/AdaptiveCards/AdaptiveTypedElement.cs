using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Anything on a card that has a <c>type</c>. Members are written in the order of the schema's own examples: type, id, the rest.</summary>
[JsonObject(MemberSerialization.OptIn)]
public abstract class AdaptiveTypedElement
{
    [JsonProperty("type", Order = -10)]
    public abstract string Type { get; set; }

    [JsonProperty("id", Order = -9, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Id { get; set; }

    [JsonProperty("fallback", Order = 100, NullValueHandling = NullValueHandling.Ignore)]
    [JsonConverter(typeof(FallbackConverter))]
    public AdaptiveFallbackElement Fallback { get; set; }

    [JsonProperty("requires", Order = 101, NullValueHandling = NullValueHandling.Ignore)]
    public IDictionary<string, string> Requires;
}

/// <summary>What a client shows in place of an element it does not know: another element, or nothing.</summary>
public class AdaptiveFallbackElement
{
    public AdaptiveFallbackElement() { }

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    public enum AdaptiveFallbackType
    {
        None,
        Drop,
        Content,
    }

    public AdaptiveFallbackType Type { get; set; }

    public AdaptiveTypedElement Content { get; set; }
}

internal sealed class FallbackConverter : JsonConverter<AdaptiveFallbackElement>
{
    public override bool CanRead => false;

    public override void WriteJson(JsonWriter writer, AdaptiveFallbackElement value, JsonSerializer serializer)
    {
        if (value.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Content)
            serializer.Serialize(writer, value.Content);
        else
            writer.WriteValue("drop");
    }

    public override AdaptiveFallbackElement ReadJson(
        JsonReader reader,
        Type objectType,
        AdaptiveFallbackElement existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => throw new NotSupportedException("Cards are written, not read.");
}
