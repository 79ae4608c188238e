using AdaptiveCards;

namespace GuidelineBot.Tests.Polyfills;

public sealed class AdaptiveElementJsonTests
{
    [Fact]
    public void Defaults_of_a_text_are_left_out() =>
        Written.AssertSame(
            """{ "type": "TextBlock", "text": "本文" }""",
            Written.Element(
                new AdaptiveTextBlock("本文")
                {
                    Height = AdaptiveHeight.Auto,
                    IsVisible = true,
                    Spacing = AdaptiveSpacing.Default,
                }
            )
        );

    [Fact]
    public void A_text_writes_all_that_was_set() =>
        Written.AssertSame(
            """
            {
              "type": "TextBlock", "id": "lead", "text": "本文", "spacing": "extraLarge", "separator": true, "height": "stretch", "isVisible": false,
              "size": "large", "weight": "bolder", "color": "attention", "isSubtle": true, "horizontalAlignment": "right", "wrap": true,
              "maxLines": 3, "fontType": "monospace", "style": "heading"
            }
            """,
            Written.Element(
                new AdaptiveTextBlock
                {
                    Id = "lead",
                    Text = "本文",
                    Spacing = AdaptiveSpacing.ExtraLarge,
                    Separator = true,
                    Height = AdaptiveHeight.Stretch,
                    IsVisible = false,
                    Size = AdaptiveTextSize.Large,
                    Weight = AdaptiveTextWeight.Bolder,
                    Color = AdaptiveTextColor.Attention,
                    IsSubtle = true,
                    HorizontalAlignment = AdaptiveHorizontalAlignment.Right,
                    Wrap = true,
                    MaxLines = 3,
                    FontType = AdaptiveFontType.Monospace,
                    Style = AdaptiveTextBlockStyle.Heading,
                }
            )
        );

    [Fact]
    public void A_rich_text_holds_runs() =>
        Written.AssertSame(
            """
            {
              "type": "RichTextBlock", "horizontalAlignment": "center",
              "inlines": [
                { "type": "TextRun", "text": "4②" },
                {
                  "type": "TextRun", "text": "記録する", "size": "small", "weight": "bolder", "color": "accent", "isSubtle": true, "italic": true,
                  "strikethrough": true, "highlight": true, "underline": true, "fontType": "monospace",
                  "selectAction": { "type": "Action.Execute", "verb": "clause.show" }
                }
              ]
            }
            """,
            Written.Element(
                new AdaptiveRichTextBlock
                {
                    HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
                    Inlines =
                    [
                        new AdaptiveTextRun("4②"),
                        new AdaptiveTextRun
                        {
                            Text = "記録する",
                            Size = AdaptiveTextSize.Small,
                            Weight = AdaptiveTextWeight.Bolder,
                            Color = AdaptiveTextColor.Accent,
                            IsSubtle = true,
                            Italic = true,
                            Strikethrough = true,
                            Highlight = true,
                            Underline = true,
                            FontType = AdaptiveFontType.Monospace,
                            SelectAction = new AdaptiveExecuteAction { Verb = "clause.show" },
                        },
                    ],
                }
            )
        );

    [Fact]
    public void Facts_are_titles_and_values() =>
        Written.AssertSame(
            """{ "type": "FactSet", "facts": [{ "title": "担当", "value": "広報広聴課" }, { "title": "期限", "value": "12月1日" }] }""",
            Written.Element(
                new AdaptiveFactSet
                {
                    Facts = [new AdaptiveFact("担当", "広報広聴課"), new AdaptiveFact { Title = "期限", Value = "12月1日" }],
                }
            )
        );

    [Fact]
    public void An_image_has_an_address_and_words() =>
        Written.AssertSame(
            """
            {
              "type": "Image", "url": "https://example.jp/a.png", "altText": "画面の例", "size": "small", "style": "person",
              "horizontalAlignment": "center", "selectAction": { "type": "Action.OpenUrl", "url": "https://example.jp/" }
            }
            """,
            Written.Element(
                new AdaptiveImage("https://example.jp/a.png")
                {
                    AltText = "画面の例",
                    Size = AdaptiveImageSize.Small,
                    Style = AdaptiveImageStyle.Person,
                    HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
                    SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://example.jp/") },
                }
            )
        );
}
