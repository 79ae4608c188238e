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
        mark =>
            mark.GroupsArticles
            || mark.Kind
                is MarkKind.Article
                    or MarkKind.Section
                    or MarkKind.Decimal
                    or MarkKind.KanjiNumber
                    or MarkKind.Question
                    or MarkKind.Heading
                    or MarkKind.SquareNumber,
        mark =>
            mark.Kind is MarkKind.Bracketed or MarkKind.HalfBracketed or MarkKind.Circled or MarkKind.Kana
            || mark.Kind is >= MarkKind.BracketedLetter and <= MarkKind.SmallRoman,
        mark => mark.Kind == MarkKind.Block,
    ];

    /// <returns>Null where nothing in the text is numbered.</returns>
    public static Body? Find(Line[] lines)
    {
        var end = Array.FindLastIndex(lines, line => !line.IsBlank) + 1;
        var contentsEnd = AfterContentsHeading(lines);
        var seconds = LastSeconds(lines);
        foreach (var opens in Openings)
        {
            bool Opens(Line line) =>
                opens(line.Mark) && (!line.Mark.IsLoose || IsCounted(seconds, line)) && !ContentsTitle().IsMatch(line.Content);
            var start = Array.FindIndex(lines, contentsEnd, end - contentsEnd, line => line.Mark.Number <= 1 && Opens(line));
            if (start < 0)
                start = Array.FindIndex(lines, contentsEnd, end - contentsEnd, line => !line.Mark.IsLoose && Opens(line));
            if (start >= 0)
                return From(lines, seconds, AfterContents(lines, start, end), end);
        }
        return null;
    }

    private static Body From(Line[] lines, Dictionary<MarkKind, int> seconds, int start, int end)
    {
        var counting = Array.FindIndex(
            lines,
            start,
            end - start,
            line => line.Mark.Kind is MarkKind.Article or MarkKind.Section && (!line.Mark.IsLoose || IsCounted(seconds, line))
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
        else if (!isRegulation)
            start = FirstBlock(lines, start);
        return new Body(start, end, isRegulation, bare);
    }

    /// <summary>「【服務】」 above the first number is a heading of the body where another such heading follows.</summary>
    private static int FirstBlock(Line[] lines, int start)
    {
        bool IsBlock(Line line) => line.Mark.Kind == MarkKind.Block && !ContentsTitle().IsMatch(line.Content);
        var first = Array.FindIndex(lines, 0, start, IsBlock);
        return first > 0 && lines[..first].Any(line => !line.IsBlank) && lines[start..].Any(IsBlock) ? first : start;
    }

    /// <summary>A first number without a gap (「１目的」) is one where a second follows.</summary>
    private static bool IsCounted(Dictionary<MarkKind, int> seconds, Line first) =>
        // That a B follows, the letters know already.
        first.Mark
            is { Kind: MarkKind.BracketedLetter, Segment: "A" or "a" }
        || (first.Mark.Number == 1 && seconds.GetValueOrDefault(first.Mark.Kind) > first.Number);

    /// <returns>Of each kind, the line on which a 2 stands last.</returns>
    private static Dictionary<MarkKind, int> LastSeconds(Line[] lines)
    {
        var seconds = new Dictionary<MarkKind, int>();
        foreach (var line in lines.Where(line => line.Mark.Number == 2))
            seconds[line.Mark.Kind] = line.Number;
        return seconds;
    }

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

    /// <returns>Place of the heading that follows 「## 目次」; 0 where no such heading stands.</returns>
    private static int AfterContentsHeading(Line[] lines)
    {
        bool IsHeading(Line line) => line.Mark.Kind == MarkKind.Heading || line.Level > 0;
        var contents = Array.FindIndex(lines, line => IsHeading(line) && ContentsTitle().IsMatch(line.Content));
        if (contents < 0)
            return 0;
        var title = lines[contents];
        var next = Array.FindIndex(
            lines,
            contents + 1,
            line => IsHeading(line) && line.Level <= title.Level && (line.Level > 0 || line.Mark.Stop == title.Mark.Stop)
        );
        return Math.Max(next, 0);
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
