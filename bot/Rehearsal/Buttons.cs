using System.Text.Json.Nodes;

namespace GuidelineBot.Rehearsal;

/// <summary>What stands on a message for who reads it: words, and buttons to press.</summary>
internal static class Buttons
{
    /// <param name="body">An activity, or the answer to a press.</param>
    public static JsonNode? CardOf(JsonNode body) =>
        body["attachments"]?[0]?["content"]
        ?? (body["value"] is JsonObject { } card && card["type"]?.ToString() == "AdaptiveCard" ? card : null);

    public static IEnumerable<JsonNode> Of(JsonNode card) =>
        Nodes(card).OfType<JsonObject>().Where(node => node["type"]?.ToString() is "Action.Execute" && node["data"] is JsonObject);

    public static string TitleOf(JsonNode button) => button["title"]?.ToString() ?? "";

    public static string WordsOf(JsonNode body) =>
        string.Join(
                '\n',
                (IEnumerable<string?>)
                    [
                        body["text"]?.ToString(),
                        body["value"] is JsonValue said ? said.ToString() : null,
                        .. CardOf(body) is { } card
                            ? Nodes(card)
                                .OfType<JsonObject>()
                                .Select(node =>
                                    node["text"]?.ToString()
                                    ?? node["label"]?.ToString()
                                    ?? (node["value"] is JsonValue value ? value.ToString() : null)
                                )
                            : [],
                    ]
            )
            .Trim();

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .Where(member => member.Key is not ("data" or "fallback"))
                .SelectMany(member => Nodes(member.Value))
                .Prepend(members),
            JsonArray items => items.SelectMany(Nodes),
            _ => [],
        };
}
