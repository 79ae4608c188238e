namespace GuidelineBot.Knowledge.Reading;

/// <summary>Where the numbered part of the document lies: after the title block and a table of contents, before 「以上」.</summary>
/// <param name="Start">Place of its first line.</param>
/// <param name="End">Place after its last line.</param>
/// <param name="IsRegulation">It counts in 第1条, so that a bare 2 is a second 項.</param>
internal sealed record Body(int Start, int End, bool IsRegulation)
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
        if (end > 0 && lines[end - 1].Says("以上"))
            end--;
        foreach (var opens in Openings)
        {
            var start = Array.FindIndex(lines, 0, end, line => opens(line.Mark) && line.Mark.Number <= 1);
            if (start < 0)
                start = Array.FindIndex(lines, 0, end, line => opens(line.Mark));
            if (start >= 0)
                return From(lines, AfterContents(lines, start, end), end);
        }
        return null;
    }

    private static Body From(Line[] lines, int start, int end)
    {
        var counting = Array.FindIndex(lines, start, end - start, line => line.Mark.Kind is MarkKind.Article or MarkKind.Section);
        var isRegulation = counting >= 0 && lines[counting].Mark.Kind == MarkKind.Article;
        var above = Array.FindLastIndex(lines, Math.Max(start - 1, 0), line => !line.IsBlank);
        if (
            isRegulation
            && lines[start].Mark.Kind == MarkKind.Article
            && above >= 0
            && above < start
            && Headings.AboveArticle(lines[above]) is not null
        )
            start = above;
        return new Body(start, end, isRegulation);
    }

    /// <summary>A table of contents repeats the headings, so the body starts where its first entry comes again.</summary>
    private static int AfterContents(Line[] lines, int start, int end)
    {
        if (!Array.Exists(lines[..start], line => line.Says("目次")))
            return start;
        var first = lines[start];
        var again = Array.FindIndex(
            lines,
            start + 1,
            end - start - 1,
            line =>
                line.Mark.Kind == first.Mark.Kind
                && line.Mark.Segment == first.Mark.Segment
                && first.Rest.StartsWith(line.Rest, StringComparison.Ordinal)
        );
        return again < 0 ? start : again;
    }
}
