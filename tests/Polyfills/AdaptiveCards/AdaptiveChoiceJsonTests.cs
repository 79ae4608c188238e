using AdaptiveCards;

namespace GuidelineBot.Tests.Polyfills;

public sealed class AdaptiveChoiceJsonTests
{
    [Fact]
    public void A_toggle_has_a_value_for_each_side() =>
        Written.AssertSame(
            """
            {
              "type": "Input.Toggle", "id": "agreed", "label": "確認", "isRequired": true, "errorMessage": "確認してください。",
              "title": "ガイドラインを読みました", "value": "no", "valueOn": "yes", "valueOff": "no", "wrap": true
            }
            """,
            Written.Element(
                new AdaptiveToggleInput
                {
                    Id = "agreed",
                    Label = "確認",
                    IsRequired = true,
                    ErrorMessage = "確認してください。",
                    Title = "ガイドラインを読みました",
                    Value = "no",
                    ValueOn = "yes",
                    ValueOff = "no",
                    Wrap = true,
                }
            )
        );

    [Fact]
    public void A_toggle_of_which_nothing_is_said_gives_True_or_False() =>
        Written.AssertSame(
            """{ "type": "Input.Toggle", "id": "agreed", "title": "読みました", "valueOn": "True", "valueOff": "False" }""",
            Written.Element(new AdaptiveToggleInput { Id = "agreed", Title = "読みました" })
        );

    [Fact]
    public void A_choice_set_lists_its_choices() =>
        Written.AssertSame(
            """
            {
              "type": "Input.ChoiceSet", "id": "service", "label": "サービス", "isRequired": true, "errorMessage": "選んでください。",
              "placeholder": "選択", "value": "x,line", "style": "expanded", "isMultiSelect": true, "wrap": true,
              "choices": [{ "title": "X", "value": "x" }, { "title": "LINE", "value": "line" }]
            }
            """,
            Written.Element(
                new AdaptiveChoiceSetInput
                {
                    Id = "service",
                    Label = "サービス",
                    IsRequired = true,
                    ErrorMessage = "選んでください。",
                    Placeholder = "選択",
                    Value = "x,line",
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    IsMultiSelect = true,
                    Wrap = true,
                    Choices = [new AdaptiveChoice { Title = "X", Value = "x" }, new AdaptiveChoice { Title = "LINE", Value = "line" }],
                }
            )
        );

    [Fact]
    public void A_choice_set_of_which_nothing_is_said_is_compact_and_takes_one() =>
        Written.AssertSame(
            """
            {
              "type": "Input.ChoiceSet", "id": "service", "style": "compact", "isMultiSelect": false,
              "choices": [{ "title": "X", "value": "x" }]
            }
            """,
            Written.Element(new AdaptiveChoiceSetInput { Id = "service", Choices = [new AdaptiveChoice { Title = "X", Value = "x" }] })
        );
}
