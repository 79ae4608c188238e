using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Reads an activity and says whether it holds what must be there before anything is done with it: what is checked is what is used.</summary>
internal static class ActivityCheck
{
    /// <summary>Longest text of one message, in characters. Teams itself allows about 28 KB a message.</summary>
    public const int LongestText = 20_000;

    /// <summary>As wide as the columns for it; it is a GUID.</summary>
    private const int LongestDirectoryId = 64;

    /// <summary>More people than can be mentioned in one message of that length.</summary>
    public const int MostEntities = 500;

    /// <returns>The activity, or the reason why the body is none that can be answered.</returns>
    public static (Activity? Activity, string Reason) Read(byte[] body)
    {
        if (ActivityShape.Fault(body) is { Length: > 0 } shape)
            return (null, shape);
        try
        {
            using var json = new MemoryStream(body, writable: false);
            var activity = ChannelJson.Read<Activity>(json)!;
            return Fault(activity) is { Length: > 0 } fault ? (null, fault) : (activity, "");
        }
        catch (JsonException)
        {
            return (null, "The activity has a member of another shape than the Bot Framework's schema.");
        }
    }

    /// <summary>Every tenant that the activity says it is from: where it was written, and who wrote it.</summary>
    public static IEnumerable<string> TenantsOf(Activity activity) =>
        (
            (string?[])
                [
                    activity.Conversation.TenantId,
                    Text((activity.ChannelData as JObject)?["tenant"], "id"),
                    Text(activity.From?.Properties, "tenantId"),
                ]
        ).OfType<string>();

    private static string Fault(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type))
            return "The activity has no type.";
        if (string.IsNullOrEmpty(activity.ChannelId))
            return "The activity has no channelId.";
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            return "The activity has no usable serviceUrl.";
        if (activity.Conversation?.Id is not { Length: > 0 } conversation)
            return "The activity has no conversation.id.";
        // It goes into a header of each answer, which takes no other signs; Teams' own ids have none.
        if (conversation.Any(sign => sign is < ' ' or > '~'))
            return "The activity's conversation.id holds other than printable ASCII characters; it could not be answered.";
        if (activity.Type is ActivityTypes.Message or ActivityTypes.Invoke && string.IsNullOrEmpty(activity.Id))
            return "The activity has no id.";
        if (activity.Type is ActivityTypes.Message or ActivityTypes.Invoke && string.IsNullOrEmpty(activity.From?.Id))
            return "The activity has no from.id.";
        if (activity.From?.AadObjectId is { Length: > LongestDirectoryId })
            return "The activity's from.aadObjectId is none.";
        if (activity.Text is { Length: > LongestText })
            return $"The activity's text is longer than {LongestText} characters.";
        if (activity.Entities is { Count: > MostEntities })
            return $"The activity has more than {MostEntities} entities.";
        if (Ids(activity).FirstOrDefault(id => id.Value is not null && !Typed.IsId(id.Value)) is { Name: { } unusable })
            return $"The activity's {unusable} is too long or holds control characters.";
        return Members(activity).All(member => member?.Id is { Length: > 0 } id && Typed.IsId(id))
            ? ""
            : "The activity's membersAdded or membersRemoved is not an array of members with ids.";
    }

    private static IEnumerable<(string Name, string? Value)> Ids(Activity activity) =>
        [
            ("type", activity.Type),
            ("id", activity.Id),
            ("channelId", activity.ChannelId),
            ("serviceUrl", activity.ServiceUrl),
            ("replyToId", activity.ReplyToId),
            ("name", activity.Name),
            ("action", activity.Action),
            ("from.id", activity.From?.Id),
            ("from.aadObjectId", activity.From?.AadObjectId),
            ("recipient.id", activity.Recipient?.Id),
            ("conversation.id", activity.Conversation.Id),
            ("conversation.conversationType", activity.Conversation.ConversationType),
            .. TenantsOf(activity).Select(tenant => ("tenant", (string?)tenant)),
        ];

    private static IEnumerable<ChannelAccount?> Members(Activity activity) =>
        [.. activity.MembersAdded ?? [], .. activity.MembersRemoved ?? []];

    private static string? Text(JToken? json, string name) =>
        json is JObject members && members[name] is JValue { Value: string text } ? text : null;
}
