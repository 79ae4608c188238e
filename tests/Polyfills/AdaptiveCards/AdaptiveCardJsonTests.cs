using AdaptiveCards;

namespace GuidelineBot.Tests.Polyfills;

public sealed class AdaptiveCardJsonTests
{
    [Fact]
    public void A_card_says_its_type_first_and_its_version()
    {
        var card = Written.Card(new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))).AsObject();

        Assert.Equal("type", card.First().Key);
        Written.AssertSame("""{ "type": "AdaptiveCard", "version": "1.5" }""", card);
    }

    [Fact]
    public void An_element_says_its_type_first() =>
        Assert.Equal("type", Written.Element(new AdaptiveTextBlock("本文") { Id = "text" }).AsObject().First().Key);

    [Fact]
    public void The_words_beside_the_body_are_written() =>
        Written.AssertSame(
            """
            {
              "type": "AdaptiveCard", "version": "1.5", "fallbackText": "表示できません。", "speak": "回答です。", "lang": "ja", "minHeight": "100px",
              "verticalContentAlignment": "center",
              "selectAction": { "type": "Action.OpenUrl", "url": "https://example.jp/" }
            }
            """,
            Written.Card(
                new AdaptiveCard("1.5")
                {
                    FallbackText = "表示できません。",
                    Speak = "回答です。",
                    Lang = "ja",
                    MinHeight = "100px",
                    VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                    SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://example.jp/") },
                }
            )
        );

    [Fact]
    public void A_refresh_names_the_action_the_people_and_the_end() =>
        Written.AssertSame(
            """
            {
              "type": "AdaptiveCard", "version": "1.5",
              "refresh": {
                "action": { "type": "Action.Execute", "verb": "incident.show", "data": { "incident": 7 } },
                "userIds": ["29:a", "29:b"],
                "expires": "2026-12-01T09:00:00Z"
              }
            }
            """,
            Written.Card(
                new AdaptiveCard("1.5")
                {
                    Refresh = new AdaptiveRefresh
                    {
                        Action = new AdaptiveExecuteAction { Verb = "incident.show", Data = new { incident = 7 } },
                        UserIds = ["29:a", "29:b"],
                        Expires = new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc),
                    },
                }
            )
        );

    [Fact]
    public void A_fallback_is_another_element() =>
        Written.AssertSame(
            """{ "type": "TextBlock", "text": "新しい", "fallback": { "type": "TextBlock", "text": "古い" } }""",
            Written.Element(new AdaptiveTextBlock("新しい") { Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("古い")) })
        );

    [Fact]
    public void A_fallback_of_nothing_drops_the_element() =>
        Written.AssertSame(
            """{ "type": "Action.Execute", "title": "完了", "verb": "incident.tick", "fallback": "drop" }""",
            Written.Action(
                new AdaptiveExecuteAction
                {
                    Title = "完了",
                    Verb = "incident.tick",
                    Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
                }
            )
        );

    [Fact]
    public void What_an_element_requires_is_written() =>
        Written.AssertSame(
            """{ "type": "TextBlock", "text": "本文", "requires": { "adaptiveCards": "1.5" } }""",
            Written.Element(new AdaptiveTextBlock("本文") { Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" } })
        );
}
