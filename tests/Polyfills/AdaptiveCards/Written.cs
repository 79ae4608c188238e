using System.Text.Json.Nodes;
using AdaptiveCards;
using GuidelineBot.Turns;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Tests.Polyfills;

/// <summary>What goes over the wire: from the card itself and from an attachment, which must be the same.</summary>
internal static class Written
{
    public static JsonNode Card(AdaptiveCard card)
    {
        var alone = card.ToJson();
        var attachment = new Attachment { ContentType = AdaptiveCard.ContentType, Content = card };

        AssertSame(alone, JsonNode.Parse(ChannelJson.Write(attachment))!["content"]);
        return JsonNode.Parse(alone)!;
    }

    public static JsonNode Element(AdaptiveElement element) => Card(new AdaptiveCard("1.5") { Body = [element] })["body"]![0]!;

    public static JsonNode Action(AdaptiveAction action) => Card(new AdaptiveCard("1.5") { Actions = [action] })["actions"]![0]!;

    /// <summary>The order of members does not matter, neither does 2 or 2.0.</summary>
    public static void AssertSame(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected: {expected}\nActual: {actual?.ToJsonString()}");
}
