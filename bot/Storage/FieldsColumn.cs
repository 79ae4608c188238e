using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GuidelineBot.Storage;

/// <summary>A form's values as one JSON object: forms are defined in text files, and a field more is no change of the tables.</summary>
internal sealed class FieldsColumn() : ValueConverter<Dictionary<string, string>, string>(fields => Write(fields), text => Read(text))
{
    // Japanese as it is, so that a name can be found in it, by forgetting as by people.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(Dictionary<string, string> fields) => JsonSerializer.Serialize(fields, Readable);

    private static Dictionary<string, string> Read(string text) => JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
}

internal sealed class FieldsComparer()
    : ValueComparer<Dictionary<string, string>>(
        (one, other) => Same(one, other),
        fields => fields.Count,
        fields => new Dictionary<string, string>(fields)
    )
{
    private static bool Same(Dictionary<string, string>? one, Dictionary<string, string>? other) =>
        one is null || other is null
            ? one == other
            : one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
