using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>What people or documents wrote, shown as it is: no Markdown is read into it.</summary>
public static class Plain
{
    /// <summary>Beyond this many, lines are run together: a card has to stay small whatever was typed.</summary>
    private const int MostLines = 12;

    private const string Markup = "<>&[]*_`~#|\\";

    public static AdaptiveRichTextBlock Text(string text) => Block(new AdaptiveTextRun(text));

    public static AdaptiveRichTextBlock Bold(string text) => Block(new AdaptiveTextRun(text) { Weight = AdaptiveTextWeight.Bolder });

    public static AdaptiveRichTextBlock Subtle(string text) =>
        Block(new AdaptiveTextRun(text) { IsSubtle = true, Size = AdaptiveTextSize.Small });

    public static AdaptiveRichTextBlock Named(string name, string text) =>
        Block(new AdaptiveTextRun($"{name}　") { Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun(text));

    public static AdaptiveRichTextBlock Block(params IEnumerable<AdaptiveTextRun> runs) =>
        new() { Inlines = [.. runs], Spacing = AdaptiveSpacing.Small };

    /// <summary>One block a line, without the empty ones.</summary>
    public static IEnumerable<AdaptiveRichTextBlock> Lines(string text)
    {
        string[] lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Take(MostLines - 1).Concat(lines.Length < MostLines ? [] : [string.Join(' ', lines.Skip(MostLines - 1))]).Select(Text);
    }

    /// <summary>
    /// In one line, with a full-width sign for each that Markdown, HTML or SSML would read: for places that have no element for plain text.
    /// </summary>
    public static string Unmarked(string text) =>
        string.Concat(
            text.ReplaceLineEndings(" ").Select(sign => Markup.Contains(sign, StringComparison.Ordinal) ? (char)(sign + 0xfee0) : sign)
        );

    /// <summary>At most <paramref name="length"/> characters and 「…」, never half a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
}
