using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Where the numbered part of the document lies: after the title block and a table of contents.</summary>
/// <param name="Start">Place of its first line.</param>
/// <param name="End">Place after its last line.</param>
/// <param name="IsRegulation">It counts in 第1条, so that a bare 2 is a second 項.</param>
/// <param name="Headings">Lines that are the headings of the articles below them, without brackets.</param>
internal sealed partial record Body(int Start, int End, bool IsRegulation, IReadOnlySet<Line> Headings)
{
    private static readonly Func<Mark, bool>[] Openings =
    [
        mark => mark.GroupsArticles || mark.Kind is MarkKind.Article or MarkKind.Section or MarkKind.KanjiNumber,
        mark => mark.Kind is MarkKind.Bracketed or MarkKind.HalfBracketed or MarkKind.Circled or MarkKind.Kana,
        mark => mark.Kind == MarkKind.Block,
    ];

    /// <returns>Null where nothing in the text is numbered.</returns>
    public static Body? Find(Line[] lines)
    {
        var end = Array.FindLastIndex(lines, line => !line.IsBlank) + 1;
        foreach (var opens in Openings)
        {
            bool Opens(Line line) => opens(line.Mark) && (!line.Mark.IsLoose || IsCounted(lines, line));
            var start = Array.FindIndex(lines, 0, end, line => line.Mark.Number <= 1 && Opens(line));
            if (start < 0)
                start = Array.FindIndex(lines, 0, end, line => !line.Mark.IsLoose && Opens(line));
            if (start >= 0)
                return From(lines, AfterContents(lines, start, end), end);
        }
        return null;
    }

    private static Body From(Line[] lines, int start, int end)
    {
        var counting = Array.FindIndex(
            lines,
            start,
            end - start,
            line => line.Mark.Kind is MarkKind.Article or MarkKind.Section && (!line.Mark.IsLoose || IsCounted(lines, line))
        );
        var isRegulation = counting >= 0 && lines[counting].Mark.Kind == MarkKind.Article;
        var bare = BareHeadings.Find(lines);
        var above = start == 0 ? -1 : Array.FindLastIndex(lines, start - 1, line => !line.IsBlank);
        if (
            isRegulation
            && lines[start].Mark.Kind == MarkKind.Article
            && above >= 0
            && (Reading.Headings.AboveArticle(lines[above]) is not null || bare.Contains(lines[above]))
        )
            start = above;
        return new Body(start, end, isRegulation, bare);
    }

    /// <summary>A first number without a gap (「１目的」) is one where a second follows.</summary>
    private static bool IsCounted(Line[] lines, Line first) =>
        first.Mark.Number == 1
        && Array.Exists(lines, line => line.Number > first.Number && line.Mark.Kind == first.Mark.Kind && line.Mark.Number == 2);

    /// <summary>A table of contents repeats the headings, so the body starts where its first entry comes again.</summary>
    private static int AfterContents(Line[] lines, int start, int end)
    {
        var isAnnounced = Array.Exists(lines[..start], line => line.Raw.Length <= 40 && ContentsTitle().IsMatch(line.Content));
        var first = lines[start];
        var again = Array.FindIndex(lines, start + 1, end - start - 1, line => IsSame(first, line) && SameWords(first, line));
        if (again < 0 && isAnnounced && first.Mark.HasRank)
            again = Array.FindIndex(lines, start + 1, end - start - 1, line => IsSame(first, line));
        if (again < 0)
            return start;
        var between = lines[start..again].Where(line => !line.IsBlank).ToList();
        return isAnnounced || (between.Count > 1 && between.TrueForAll(IsEntry)) ? again : start;
    }

    private static bool IsSame(Line first, Line line) => line.Mark.Kind == first.Mark.Kind && line.Mark.Segment == first.Mark.Segment;

    private static bool SameWords(Line entry, Line line) =>
        line.Rest.Length > 0
        && (
            entry.Rest.StartsWith(line.Rest, StringComparison.Ordinal)
            || Leader().Replace(entry.Rest, "") is { Length: > 0 } words && line.Rest.StartsWith(words, StringComparison.Ordinal)
        );

    private static bool IsEntry(Line line) => line.Raw.Length <= 80 && !Reading.Headings.IsSentence(line.Content);

    [GeneratedRegex(
        @"\A[■□●◆◇○〇▼【〔［<＜]?\s?(?:目\s{0,5}次|もくじ|contents|index|table of contents|(?:この|本)(?:ページ|書|手引|ガイドライン)の(?:内容|目次|項目|構成|見出し)"
            + @"|ページ内(?:目次|リンク|の目次)|項目一覧|見出し一覧)\s?[】〕］>＞：:]?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ContentsTitle();

    /// <summary>The dots and the page number of an entry, or the articles of its chapter.</summary>
    [GeneratedRegex(
        @"(?:\s{0,5}[（(]第[^（）()]{1,30}[)）])?[\s…‥・.．。_－―─-]{0,80}(?:[pPｐＰ][.．]?)?[0-9０-９]{0,3}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Leader();
}
