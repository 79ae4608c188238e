using System.Text.Json;

namespace GuidelineBot.Turns;

/// <summary>What an activity must hold before anything is done with it.</summary>
internal sealed record ActivityEnvelope(string Type, string ChannelId, string ServiceUrl, string ConversationId, string? TenantId);

internal static class ActivityCheck
{
    /// <summary>Longest text of one message, in characters. Teams itself allows about 28 KB a message.</summary>
    public const int LongestText = 20_000;

    private static readonly string[][] Ids =
    [
        ["type"],
        ["id"],
        ["channelId"],
        ["serviceUrl"],
        ["replyToId"],
        ["name"],
        ["from", "id"],
        ["from", "aadObjectId"],
        ["recipient", "id"],
        ["conversation", "id"],
        ["conversation", "tenantId"],
        ["conversation", "conversationType"],
        ["channelData", "tenant", "id"],
    ];

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 40 };

    /// <returns>The envelope, or the reason why the body is no activity that can be answered.</returns>
    public static (ActivityEnvelope? Envelope, string Reason) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return Read(json.RootElement);
        }
        catch (JsonException fault)
        {
            return (null, $"The body is not valid JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}).");
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json says so of a string that is no valid Unicode.
            return (null, "The body holds text that is not valid Unicode.");
        }
    }

    private static (ActivityEnvelope?, string) Read(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object)
            return (null, "The body is not an activity: a JSON object is expected.");
        if (Text(activity, "type") is not { Length: > 0 } type)
            return (null, "The activity has no type.");
        if (Text(activity, "channelId") is not { Length: > 0 } channel)
            return (null, "The activity has no channelId.");
        if (
            Text(activity, "serviceUrl") is not { Length: > 0 } service
            || !Uri.TryCreate(service, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http")
        )
            return (null, "The activity has no usable serviceUrl.");
        if (Text(activity, "conversation", "id") is not { Length: > 0 } conversation)
            return (null, "The activity has no conversation.id.");
        // It goes into a header of each answer, which takes no other signs; Teams' own ids have none.
        if (conversation.Any(sign => sign is < ' ' or > '~'))
            return (null, "The activity's conversation.id holds other than printable ASCII characters; it could not be answered.");
        if (type is "message" or "invoke")
        {
            if (Text(activity, "id") is not { Length: > 0 })
                return (null, "The activity has no id.");
            if (Text(activity, "from", "id") is not { Length: > 0 })
                return (null, "The activity has no from.id.");
            if (activity.TryGetProperty("text", out var text) && text.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                return (null, "The activity's text is not a string.");
            if (Text(activity, "text") is { Length: > LongestText })
                return (null, $"The activity's text is longer than {LongestText} characters.");
        }
        if (Ids.FirstOrDefault(path => Text(activity, path) is { } id && !Typed.IsId(id)) is { } unusable)
            return (null, $"The activity's {string.Join('.', unusable)} is too long or holds control characters.");
        if (Wrong(activity) is { } wrong)
            return (null, $"The activity's {wrong.Name} is not {wrong.Expected}.");

        var tenant = Text(activity, "channelData", "tenant", "id") ?? Text(activity, "conversation", "tenantId");
        return (new ActivityEnvelope(type, channel, service, conversation, tenant), "");
    }

    /// <summary>The members that decide how an activity is read must have their own shape, so that a damaged one is refused here and not half-way.</summary>
    private static (string Name, string Expected)? Wrong(JsonElement activity)
    {
        foreach (var name in (string[])["from", "recipient", "conversation", "channelData"])
            if (activity.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                return (name, "an object");
        foreach (var name in (string[])["entities", "attachments", "membersAdded", "membersRemoved"])
            if (activity.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                return (name, "an array");
        foreach (var name in (string[])["membersAdded", "membersRemoved"])
            if (
                activity.TryGetProperty(name, out var members)
                && members.ValueKind == JsonValueKind.Array
                && members.EnumerateArray().Any(member => Text(member, "id") is not { Length: > 0 } id || !Typed.IsId(id))
            )
                return (name, "an array of members with ids");
        return null;
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
