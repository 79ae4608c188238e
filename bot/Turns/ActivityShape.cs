using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Serialization;

namespace GuidelineBot.Turns;

/// <summary>
/// What must be so of an activity's JSON, so that there is one way of reading it. The SDK's reader takes <c>ServiceUrl</c> for
/// <c>serviceUrl</c> and the last of two members of one name, so where the bot relies on a member it may stand there once, as the schema
/// spells it, and with the schema's kind of value.
/// </summary>
internal static class ActivityShape
{
    /// <summary>Levels that are read with the schema's own types; what stands in them beyond the schema is not looked at.</summary>
    private static readonly (string[] Path, FrozenDictionary<string, Member> Members)[] Levels =
    [
        ([], MembersOf(typeof(Activity))),
        (["from"], MembersOf(typeof(ChannelAccount))),
        (["recipient"], MembersOf(typeof(ChannelAccount))),
        (["membersAdded"], MembersOf(typeof(ChannelAccount))),
        (["membersRemoved"], MembersOf(typeof(ChannelAccount))),
        (["conversation"], MembersOf(typeof(ConversationAccount))),
        (["channelData"], MembersOf(typeof(TeamsChannelData))),
        (["channelData", "tenant"], MembersOf(typeof(TenantInfo))),
    ];

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 40, AllowDuplicateProperties = false };

    /// <param name="Name">As the schema spells it.</param>
    private readonly record struct Member(string Name, bool IsText, bool IsList);

    /// <returns>Why the body is no activity; empty where nothing is wrong with its shape.</returns>
    public static string Fault(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? FaultIn(json.RootElement)
                : "The body is not an activity: a JSON object is expected.";
        }
        catch (JsonException fault)
        {
            return fault.LineNumber is { } line
                ? $"The body is not valid JSON (line {line + 1}, byte {fault.BytePositionInLine})."
                : "The body is not valid JSON: an object has two members of one name.";
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json says so of a string that is no valid Unicode.
            return "The body holds text that is not valid Unicode.";
        }
    }

    private static string FaultIn(JsonElement activity)
    {
        foreach (var (path, members) in Levels)
        foreach (var level in At(activity, path))
            if (FaultIn(level, members) is { } fault)
                return $"The activity's {string.Join('.', path.Append(fault.Member).Where(name => name.Length > 0))} is not {fault.Expected}.";
        return activity.TryGetProperty("value", out var value) && HasTwins(value)
            ? "The activity's value has an object with two members whose names differ in case alone."
            : "";
    }

    /// <summary>The objects at this place: one, or those of a list.</summary>
    private static IEnumerable<JsonElement> At(JsonElement element, string[] path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return [];
        return element.ValueKind == JsonValueKind.Array && path is ["membersAdded" or "membersRemoved"]
            ? element.EnumerateArray()
            : [element];
    }

    private static (string Member, string Expected)? FaultIn(JsonElement level, FrozenDictionary<string, Member> members)
    {
        if (level.ValueKind == JsonValueKind.Null)
            return null;
        if (level.ValueKind != JsonValueKind.Object)
            return ("", "an object");
        foreach (var given in level.EnumerateObject())
        {
            if (!members.TryGetValue(given.Name, out var member))
                continue;
            if (given.Name != member.Name)
                return (member.Name, "spelt as in the schema");
            var kind = given.Value.ValueKind;
            // Reading it says whether it is valid Unicode.
            if (member.IsText && kind != JsonValueKind.Null && (kind != JsonValueKind.String || given.Value.GetString() is null))
                return (member.Name, "a string");
            if (member.IsList && kind is not (JsonValueKind.Array or JsonValueKind.Null))
                return (member.Name, "an array");
        }
        return null;
    }

    /// <summary>Attachments are other apps' cards, which nobody here reads.</summary>
    private static bool HasTwins(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Any(HasTwins);
        if (element.ValueKind != JsonValueKind.Object)
            return false;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return element.EnumerateObject().Any(member => !names.Add(member.Name) || (member.Name != "attachments" && HasTwins(member.Value)));
    }

    private static FrozenDictionary<string, Member> MembersOf(Type type) =>
        ((JsonObjectContract)ChannelJson.Contracts.ResolveContract(type))
            .Properties.Where(property => !property.Ignored)
            .Select(property => new Member(property.PropertyName!, property.PropertyType == typeof(string), IsList(property.PropertyType!)))
            .ToFrozenDictionary(member => member.Name, StringComparer.OrdinalIgnoreCase);

    private static bool IsList(Type type) => ChannelJson.Contracts.ResolveContract(type) is JsonArrayContract;
}
