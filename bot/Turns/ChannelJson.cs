using System.Collections;
using System.Reflection;
using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace GuidelineBot.Turns;

/// <summary>
/// How activities are read and written, in and out. The SDK's own serializers take a <c>$type</c> for more than data, read an attachment's
/// content level by level again (a second for 200 KB), and walk an object's properties without end when it holds a card
/// (AdaptiveCards#9329).
/// </summary>
internal static class ChannelJson
{
    /// <summary>Levels of nesting that are read; a card of ours has about fifteen.</summary>
    public const int Deepest = 64;

    /// <summary>One for all clients, in and out: building a contract costs more than using it.</summary>
    public static readonly IContractResolver Contracts = new PlainContent();

    private static readonly JsonSerializer Json = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            ContractResolver = Contracts,
            TypeNameHandling = TypeNameHandling.None,
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            NullValueHandling = NullValueHandling.Ignore,
            DateTimeZoneHandling = DateTimeZoneHandling.Utc,
            // A text that looks like a date is a text.
            DateParseHandling = DateParseHandling.None,
            MaxDepth = Deepest,
        }
    );

    /// <exception cref="JsonException">It is not JSON of this shape.</exception>
    public static T? Read<T>(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json, Encoding.UTF8));
        return Json.Deserialize<T>(reader);
    }

    /// <exception cref="JsonException">It has not this shape.</exception>
    public static T? Read<T>(object? value) => value is JToken json ? json.ToObject<T>(Json) : default;

    public static byte[] Write(object value)
    {
        using var written = new MemoryStream();
        using (
            var writer = new JsonTextWriter(
                new StreamWriter(written, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
            )
        )
            Json.Serialize(writer, value);
        return written.ToArray();
    }

    private sealed class PlainContent : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (property.DeclaringType == typeof(Attachment) && property.UnderlyingName == nameof(Attachment.Content))
                property.Converter = null;
            // MessageFactory leaves lists with nothing in them.
            if (
                property.DeclaringType == typeof(Activity)
                && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                && property.PropertyType != typeof(string)
            )
                property.ShouldSerialize = activity => property.ValueProvider!.GetValue(activity) is not ICollection { Count: 0 };
            return property;
        }
    }
}
