using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Asking;

/// <summary>Parts of a card that a test looks at beside its words and buttons.</summary>
internal static class CardParts
{
    /// <summary>The input with this id.</summary>
    public static JsonNode Input(this JsonNode card, string id) =>
        Inputs(card).FirstOrDefault(input => input["id"]?.ToString() == id)
        ?? throw new InvalidOperationException($"There is no input「{id}」.");

    /// <summary>The titles of the buttons that the bot hears of; what only folds and unfolds the card is none of them.</summary>
    public static IEnumerable<string> Presses(this JsonNode card) =>
        card.Actions().Where(action => action["type"]!.ToString() == "Action.Execute").Select(action => action["title"]!.ToString());

    public static IEnumerable<string> Titles(this JsonNode card) => card.Actions().Select(action => action["title"]!.ToString());

    public static IEnumerable<JsonObject> Inputs(this JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .SelectMany(member => Inputs(member.Value))
                .Concat(members["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true ? [members] : []),
            JsonArray items => items.SelectMany(Inputs),
            _ => [],
        };
}
