using AdaptiveCards;
using GuidelineBot.Cards;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Cards;

public sealed class CardKeysTests
{
    [Fact]
    public void A_key_reaches_every_action_wherever_it_sits()
    {
        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
        {
            SelectAction = Press("card"),
            Refresh = new AdaptiveRefresh { Action = Press("refresh") },
            Actions =
            [
                Press("bottom"),
                new AdaptiveShowCardAction
                {
                    Title = "開く",
                    Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Actions = [Press("shown")] },
                },
            ],
            Body =
            [
                new AdaptiveActionSet { Actions = [Press("set")] },
                new AdaptiveContainer
                {
                    SelectAction = Press("container"),
                    Items = [new AdaptiveImage("https://example.com/a.png") { SelectAction = Press("image") }],
                },
                new AdaptiveColumnSet
                {
                    SelectAction = Press("columns"),
                    Columns =
                    [
                        new AdaptiveColumn
                        {
                            SelectAction = Press("column"),
                            Items = [new AdaptiveTextInput { Id = "a", InlineAction = Press("inline") }],
                        },
                    ],
                },
                new AdaptiveTable
                {
                    Rows =
                    [
                        new AdaptiveTableRow
                        {
                            Cells =
                            [
                                new AdaptiveTableCell
                                {
                                    SelectAction = Press("cell"),
                                    Items = [new AdaptiveActionSet { Actions = [Press("in a cell")] }],
                                },
                            ],
                        },
                    ],
                },
                new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun("字") { SelectAction = Press("run") }] },
                new AdaptiveTextBlock("字")
                {
                    Fallback = new AdaptiveFallbackElement(new AdaptiveActionSet { Actions = [Press("fallback")] }),
                },
            ],
        };

        var json = JObject.Parse(CardKeys.Stamp(card, "k1").ToJson());

        var data = json.Descendants()
            .OfType<JProperty>()
            .Where(property => property.Name == "data")
            .Select(property => (JObject)property.Value)
            .ToList();
        Assert.Equal(14 * 2, data.Count);
        Assert.All(data, sent => Assert.Equal("k1", (string?)sent["rendering"]));
    }

    [Fact]
    public void A_second_stamp_takes_the_place_of_the_first()
    {
        var card = CardKeys.Stamp(CardKeys.Stamp(NoneCard.Render(new("質問", "広報広聴課")), "k1"), "k2");
        Assert.All(
            CardTree.Walk(card).OfType<AdaptiveExecuteAction>(),
            press => Assert.Equal("k2", (string?)((JObject)press.Data)["rendering"])
        );
    }

    private static AdaptiveExecuteAction Press(string title) => GuidelineBot.Cards.Press.Button(title, "a.b");
}
