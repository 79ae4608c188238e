using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>What all cards have in common: language, version, and how the bot's own sentences look.</summary>
/// <remarks>These are TextBlocks, which read Markdown: what people or documents wrote goes through <see cref="Plain"/>.</remarks>
public static class Sheet
{
    /// <summary>A longer one would leave its last letters alone on a second line, even on a wide screen.</summary>
    private const int LongestLargeTitle = 20;

    /// <summary>A longer one would make its column the length of a page.</summary>
    private const int LongestFact = 100;

    /// <param name="summary">Read out, and shown where cards cannot be.</param>
    public static AdaptiveCard New(string summary, IEnumerable<AdaptiveElement> body) =>
        new(new AdaptiveSchemaVersion(1, 5))
        {
            Lang = "ja",
            FallbackText = summary,
            Speak = summary,
            Body = [.. body],
        };

    public static AdaptiveTextBlock Title(string text) =>
        new(text)
        {
            Style = AdaptiveTextBlockStyle.Heading,
            Size = text.Length > LongestLargeTitle ? AdaptiveTextSize.Medium : AdaptiveTextSize.Large,
            Weight = AdaptiveTextWeight.Bolder,
            Wrap = true,
        };

    public static AdaptiveTextBlock Heading(string text) =>
        new(text)
        {
            Weight = AdaptiveTextWeight.Bolder,
            Wrap = true,
            Spacing = AdaptiveSpacing.Medium,
        };

    public static AdaptiveTextBlock Sentence(string text) => new(text) { Wrap = true };

    /// <summary>Facts in two columns, each with its label above it: beside each other, label and value break badly on a phone.</summary>
    public static IEnumerable<AdaptiveElement> Columns(IReadOnlyList<(string Label, string Value)> facts) =>
        facts
            .Chunk(2)
            .Select(pair => new AdaptiveColumnSet
            {
                Spacing = AdaptiveSpacing.Default,
                Columns =
                [
                    .. pair.Append(default)
                        .Take(2)
                        .Select(fact => new AdaptiveColumn
                        {
                            Width = AdaptiveWidth.Stretch,
                            Items = fact.Label is null ? [] : [Plain.Subtle(fact.Label), Plain.Text(Plain.Cut(fact.Value, LongestFact))],
                        }),
                ],
            });

    /// <summary>The first rows, and the rest behind a button that shows and hides them.</summary>
    /// <param name="id">Of the hidden part; once a card.</param>
    public static IEnumerable<AdaptiveElement> Folded(AdaptiveElement[] rows, int shown, string id, Func<int, string> title) =>
        rows.Length <= shown
            ? rows
            :
            [
                .. rows.Take(shown),
                new AdaptiveContainer
                {
                    Id = id,
                    IsVisible = false,
                    Items = [.. rows.Skip(shown)],
                },
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        new AdaptiveToggleVisibilityAction
                        {
                            Title = title(rows.Length - shown),
                            TargetElements = [new AdaptiveTargetElement(id)],
                        },
                    ],
                },
            ];

    /// <summary>A sentence about what went wrong, which says so in words as well.</summary>
    public static AdaptiveContainer Error(string text) =>
        new() { Style = AdaptiveContainerStyle.Attention, Items = [Plain.Text($"ご確認ください：{text}")] };
}
