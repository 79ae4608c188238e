using System.Text.Json.Nodes;

namespace GuidelineBot.Tests;

/// <summary>Reads cards as a person does: by the words on them.</summary>
internal static class CardJson
{
    /// <summary>The card of a message, or of the answer to a press.</summary>
    public static JsonNode Card(this JsonNode message) =>
        message["attachments"]?[0]?["content"] ?? message["value"] ?? throw new InvalidOperationException("There is no card: " + message);

    /// <summary>The action with this title, wherever it stands on the card.</summary>
    public static JsonNode Button(this JsonNode card, string title) =>
        card.Actions().FirstOrDefault(action => action["title"]?.GetValue<string>() == title)
        ?? throw new InvalidOperationException(
            $"There is no button「{title}」, only: {string.Join("、", card.Actions().Select(action => action["title"]))}"
        );

    public static IEnumerable<JsonNode> Actions(this JsonNode card) =>
        Nodes(card).Where(node => node["type"]?.ToString().StartsWith("Action.", StringComparison.Ordinal) == true);

    public static IEnumerable<JsonNode> Images(this JsonNode card) => Nodes(card).Where(node => node["type"]?.ToString() == "Image");

    public static IEnumerable<JsonNode> Inputs(this JsonNode card) =>
        Nodes(card).Where(node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true);

    public static JsonNode Input(this JsonNode card, string id) => card.Inputs().First(input => input["id"]?.GetValue<string>() == id);

    /// <summary>Every text on the card, a line each.</summary>
    public static string Words(this JsonNode card) =>
        string.Join('\n', Nodes(card).OfType<JsonObject>().Select(WordsOf).Where(text => text.Length > 0));

    private static string WordsOf(JsonObject node) =>
        node["type"]?.ToString() switch
        {
            "TextBlock" => node["text"]?.ToString() ?? "",
            "RichTextBlock" => string.Concat(
                node["inlines"]!.AsArray().Select(run => run is JsonValue ? run.ToString() : run!["text"]!.ToString())
            ),
            _ => "",
        };

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .Where(member => member.Key != "fallback")
                .SelectMany(member => Nodes(member.Value))
                .Prepend(members),
            JsonArray items => items.SelectMany(Nodes),
            _ => [],
        };
}
