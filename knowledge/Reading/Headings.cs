using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Tells a heading from a sentence.</summary>
internal static partial class Headings
{
    private const int LongestQuestion = 120;

    public static bool IsHeading(Line line)
    {
        if (line.IsLong)
            return false;
        if (line.Mark.Kind is MarkKind.Heading)
            return true;
        var words = Words(line);
        if (line.Mark.Kind == MarkKind.Question)
            return words.Length is > 0 and <= LongestQuestion;
        return words.Length is > 0 and <= 60 && !IsSentence(words);
    }

    /// <summary>「守ること」「利用する」 are short enough to be headings, too; 「法令を守ること」 is none.</summary>
    public static bool IsSentence(string words) =>
        words.Contains('。', StringComparison.Ordinal) || (SentenceEnd().IsMatch(words) && !ShortMatter().IsMatch(words));

    /// <summary>The heading in 「第1条（目的）　この要綱は…」, or all words after the number.</summary>
    public static string Words(Line line)
    {
        var rest = line.Rest;
        if (line.Mark.Kind == MarkKind.Appendix)
            return AppendixTitle().Match(rest).Groups["words"].Value.Trim();
        if (line.Mark.Kind == MarkKind.Block)
            return line.Mark.Sign[1..^1].Trim();
        if (line.Mark.Kind == MarkKind.Heading)
            return line.Mark.Sign[1..^1];
        return InBrackets(line) ?? rest.Trim('*', '_', ' ');
    }

    /// <returns>Null where the number is followed by no words in brackets.</returns>
    public static string? InBrackets(Line line) =>
        line.Mark.Kind is >= MarkKind.Part and <= MarkKind.Article && Bracketed().Match(line.Rest) is { Success: true } brackets
            ? brackets.Groups["words"].Value.Trim()
            : null;

    /// <summary>「（目的）」 alone on a line, as regulations put it above an article; the bracketed date of an amendment is none.</summary>
    public static string? AboveArticle(Line line) =>
        line is { IsBlank: false, IsLong: false, Mark.Kind: MarkKind.None or MarkKind.Block }
        && Bracketed().Match(line.Content) is { Success: true } match
        && match.Length == line.Content.Length
        && IssueDate.Find(line.Content).Count == 0
            ? match.Groups["words"].Value.Trim()
            : null;

    [GeneratedRegex(
        @"^(?:[（(](?![0-9０-９]{1,3}[)）])(?<words>[^（）()]{1,60})[）)]|[【〔［\[](?<words>[^【】〔〕［］\[\]]{1,60})[】〕］\]]|[＜〈《](?<words>[^＜＞〈〉《》]{1,60})[＞〉》])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bracketed();

    /// <summary>「一覧」 of 「別表第1（第2条関係）　一覧」 or 「別表第1　一覧（第2条関係）」.</summary>
    [GeneratedRegex(
        @"^(?:抄|[（(][^（）()]{1,60}[）)]|[\s：:])*(?<words>[^\s：:（(。][^。]{0,50}?)?(?:[（(][^（）()]{1,60}関係[）)])?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AppendixTitle();

    [GeneratedRegex(@"\A[^をはがにで、]{2,10}(?:こと|ない)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShortMatter();

    [GeneratedRegex(@"(?:こと|する|ます|ない|、)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
