using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A card; put it into an attachment as it is, or write it with <see cref="ToJson"/>.</summary>
public class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    public const string TypeName = "AdaptiveCard";

    private static readonly JsonSerializerSettings Indented = new() { Formatting = Formatting.Indented };

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    public AdaptiveCard(string schemaVersion) => Version = new AdaptiveSchemaVersion(schemaVersion);

    public override string Type { get; set; } = TypeName;

    [JsonProperty("version", Order = -8)]
    [JsonConverter(typeof(AsText))]
    public AdaptiveSchemaVersion Version { get; set; }

    [JsonProperty("fallbackText", Order = -7, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string FallbackText { get; set; }

    [JsonProperty("speak", Order = -6, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Speak { get; set; }

    [JsonProperty("lang", Order = -5, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Lang { get; set; }

    [JsonProperty("minHeight", Order = -4, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string MinHeight { get; set; }

    [JsonProperty("body", Order = -3)]
    public List<AdaptiveElement> Body { get; set; } = [];

    [JsonProperty("actions", Order = -2)]
    public List<AdaptiveAction> Actions { get; set; } = [];

    [JsonProperty("selectAction", Order = -1, NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction SelectAction { get; set; }

    [JsonProperty("refresh", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveRefresh Refresh { get; set; }

    [JsonProperty("rtl", NullValueHandling = NullValueHandling.Ignore)]
    public bool? Rtl { get; set; }

    [JsonProperty("verticalContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public bool ShouldSerializeBody() => Body?.Count > 0;

    public bool ShouldSerializeActions() => Actions?.Count > 0;

    public string ToJson() => JsonConvert.SerializeObject(this, Indented);
}

/// <summary>The version of the schema that a card needs.</summary>
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion(int major, int minor) => (Major, Minor) = (major, minor);

    public AdaptiveSchemaVersion(string versionString)
    {
        var parts = versionString.Split('.');
        Major = int.Parse(parts[0], CultureInfo.InvariantCulture);
        Minor = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public int CompareTo(AdaptiveSchemaVersion other) => other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}

/// <summary>Redraws a card for the people named when they see it.</summary>
[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveRefresh
{
    [JsonProperty("action", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveExecuteAction Action { get; set; }

    [JsonProperty("userIds", NullValueHandling = NullValueHandling.Ignore)]
    public List<string> UserIds { get; set; } = [];

    [JsonProperty("expires", NullValueHandling = NullValueHandling.Ignore)]
    public DateTime? Expires { get; set; }
}

internal sealed class AsText : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => true;

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => writer.WriteValue(value.ToString());

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("Cards are written, not read.");
}
