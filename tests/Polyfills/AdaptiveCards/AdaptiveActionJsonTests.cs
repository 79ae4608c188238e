using AdaptiveCards;

namespace GuidelineBot.Tests.Polyfills;

public sealed class AdaptiveActionJsonTests
{
    [Fact]
    public void Defaults_of_an_action_are_left_out() =>
        Written.AssertSame(
            """{ "type": "Action.Execute", "title": "完了" }""",
            Written.Action(
                new AdaptiveExecuteAction
                {
                    Title = "完了",
                    Style = "default",
                    IsEnabled = true,
                    Mode = AdaptiveActionMode.Primary,
                    AssociatedInputs = AdaptiveAssociatedInputs.Auto,
                }
            )
        );

    [Fact]
    public void An_execute_action_carries_verb_and_data() =>
        Written.AssertSame(
            """
            {
              "type": "Action.Execute", "id": "tick", "title": "完了", "iconUrl": "https://example.jp/a.png", "style": "positive", "isEnabled": false,
              "mode": "secondary", "tooltip": "済みにします", "verb": "incident.tick", "data": { "step": 3, "key": "abc" }, "associatedInputs": "none"
            }
            """,
            Written.Action(
                new AdaptiveExecuteAction
                {
                    Id = "tick",
                    Title = "完了",
                    IconUrl = "https://example.jp/a.png",
                    Style = "positive",
                    IsEnabled = false,
                    Mode = AdaptiveActionMode.Secondary,
                    Tooltip = "済みにします",
                    Verb = "incident.tick",
                    Data = new { step = 3, key = "abc" },
                    AssociatedInputs = AdaptiveAssociatedInputs.None,
                }
            )
        );

    [Fact]
    public void A_submit_action_carries_data() =>
        Written.AssertSame(
            """{ "type": "Action.Submit", "title": "送信", "data": { "kind": "start" }, "associatedInputs": "none" }""",
            Written.Action(
                new AdaptiveSubmitAction
                {
                    Title = "送信",
                    Data = new { kind = "start" },
                    AssociatedInputs = AdaptiveAssociatedInputs.None,
                }
            )
        );

    [Fact]
    public void A_link_carries_its_address() =>
        Written.AssertSame(
            """{ "type": "Action.OpenUrl", "title": "開く", "url": "https://www.city.okayama.jp/a?b=c" }""",
            Written.Action(new AdaptiveOpenUrlAction { Title = "開く", Url = new Uri("https://www.city.okayama.jp/a?b=c") })
        );

    [Fact]
    public void A_card_within_is_written_whole() =>
        Written.AssertSame(
            """
            {
              "type": "Action.ShowCard", "title": "詳しく",
              "card": { "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "本文" }] }
            }
            """,
            Written.Action(
                new AdaptiveShowCardAction
                {
                    Title = "詳しく",
                    Card = new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock("本文")] },
                }
            )
        );

    [Fact]
    public void A_toggle_names_what_it_shows_and_hides() =>
        Written.AssertSame(
            """
            {
              "type": "Action.ToggleVisibility", "title": "すべて見る",
              "targetElements": [{ "elementId": "rest" }, { "elementId": "hint", "isVisible": false }]
            }
            """,
            Written.Action(
                new AdaptiveToggleVisibilityAction
                {
                    Title = "すべて見る",
                    TargetElements = [new AdaptiveTargetElement("rest"), new AdaptiveTargetElement("hint", false)],
                }
            )
        );
}
