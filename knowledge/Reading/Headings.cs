using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Tells a heading from a sentence.</summary>
internal static partial class Headings
{
    public static bool IsHeading(Line line)
    {
        if (line.IsLong)
            return false;
        var words = Words(line);
        return words.Length is > 0 and <= 60 && !words.Contains('。', StringComparison.Ordinal) && !SentenceEnd().IsMatch(words);
    }

    /// <summary>The heading in 「第1条（目的）　この要綱は…」, or all words after the number.</summary>
    public static string Words(Line line)
    {
        var rest = line.Rest;
        if (line.Mark.Kind == MarkKind.Article && InBrackets().Match(rest) is { Success: true } brackets)
            return brackets.Groups["words"].Value.Trim();
        if (line.Mark.Kind == MarkKind.Appendix)
            return "";
        if (line.Mark.Kind == MarkKind.Block)
            return rest[..^1].Trim();
        return rest;
    }

    /// <summary>「（目的）」 alone on a line, as regulations put it above an article; the bracketed date of an amendment is none.</summary>
    public static string? AboveArticle(Line line) =>
        line is { IsBlank: false, IsLong: false }
        && InBrackets().Match(line.Content) is { Success: true } match
        && match.Length == line.Content.Length
        && IssueDate.Find(line.Content).Count == 0
            ? match.Groups["words"].Value.Trim()
            : null;

    [GeneratedRegex(@"^[（(](?<words>[^（）()]{1,60})[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(?:こと|する|ます|ない|、)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
