using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>
/// In a group one writes <c>&lt;at&gt;…&lt;/at&gt;</c> to be heard. What a client says of a mention may be incomplete, which the SDK's own
/// reader takes for a fault.
/// </summary>
internal static partial class Mentions
{
    /// <returns>The text without the mention of the bot; other people stand in it by their names.</returns>
    public static string TextOf(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Entities?.Where(entity => entity is { Type: "mention", Properties: not null }) ?? [])
            if (Text(mention.Properties["mentioned"], "id") is { } id && id == activity.Recipient?.Id)
                text = Without(text, Text(mention.Properties, "text") ?? $"<at>{Text(mention.Properties["mentioned"], "name")}</at>");
        return At().Replace(text, "");
    }

    private static string Without(string text, string mention) =>
        mention.Length == 0 ? text : text.Replace(mention, "", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JToken? json, string name) =>
        json is JObject members && members[name] is JValue { Value: string text } ? text : null;

    [GeneratedRegex("</?at(?: [^<>]*)?>")]
    private static partial Regex At();
}
