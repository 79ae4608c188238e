using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Takes out what belongs to the printed page and not to the document: page numbers, running heads, what follows 「以上」.</summary>
internal sealed partial class Pages
{
    private const int FewestSigns = 3;
    private const int MostNamed = 60;

    private readonly Line[] lines;
    private readonly bool[] isPageNumber;
    private readonly bool[] isDropped;
    private readonly int firstMark;

    private Pages(Line[] lines)
    {
        this.lines = lines;
        (isPageNumber, isDropped) = (new bool[lines.Length], new bool[lines.Length]);
        firstMark = Array.FindIndex(lines, line => line.Mark.Kind is MarkKind.Article or MarkKind.Section || line.Mark.GroupsArticles);
    }

    /// <returns>The lines of the document alone; a sentence that a page break cut is left without a gap.</returns>
    public static Line[] Remove(Line[] lines, Findings findings)
    {
        var pages = new Pages(lines);
        pages.FindNumbers();
        pages.FindRunningHeads();
        pages.Report(findings);
        return WithoutClosing(pages.Kept(), findings);
    }

    /// <summary>Leaves out 「以上」 and what stands below it, up to the first form or table; not where the document itself goes on.</summary>
    private static Line[] WithoutClosing(Line[] lines, Findings findings)
    {
        var start = Array.FindLastIndex(lines, line => line.Says("以上"));
        if (start < 0)
            return lines;
        var end = Array.FindIndex(lines, start, line => line.Mark.Kind == MarkKind.Appendix);
        end = end < 0 ? lines.Length : end;
        if (
            lines[start..end]
                .Any(line =>
                    line.Mark is { IsLoose: false, Kind: not (MarkKind.None or MarkKind.Bullet or MarkKind.Block or MarkKind.Answer) }
                )
        )
            return lines;
        var below = lines[(start + 1)..end].Where(line => !line.IsBlank).ToList();
        if (below.Count > 0)
            findings.Warning(lines[start].Number, $"「以上」より後の行は条項に含めませんでした: {Named(below)}。");
        return [.. lines[..start], .. lines[end..]];
    }

    private void FindNumbers()
    {
        var last = 0;
        var inForms = false;
        foreach (var (place, line) in lines.Index())
        {
            if (line.Raw.Length > 40 || line.IsBlank || line is { Mark: { Kind: not MarkKind.None, IsLoose: true }, Rest.Length: 0 })
                continue;
            inForms |= line.Mark.Kind == MarkKind.Appendix;
            var match = PageNumber().Match(line.Raw);
            if (!match.Success)
                continue;
            var number = match.Groups["n"] is { Success: true } digits ? Numeral.Read(digits.ValueSpan) : 0;
            // A number alone may be a cell of a table, too: it has to go on from the page before.
            if (match.Groups["bare"].Success && (last == 0 ? inForms : number < last || number > last + 2))
                continue;
            last = Math.Max(number, last);
            isPageNumber[place] = isDropped[place] = true;
        }
    }

    /// <summary>The same words at the edge of several pages, or the document's title again and again.</summary>
    private void FindRunningHeads()
    {
        var places = lines
            .Index()
            .Where(pair => !isDropped[pair.Index] && Key(pair.Item) is { Length: >= FewestSigns })
            .ToLookup(pair => Key(pair.Item)!, pair => pair.Index, StringComparer.Ordinal);
        foreach (var group in places.Where(group => group.Skip(1).Any()))
        {
            var isTitle = group.First() < firstMark && TitleBlock.IsDocumentName(group.Key);
            var several = group.Skip(2).Any();
            foreach (var place in group.Where(place => place != group.First() || IsInside(place)))
                isDropped[place] =
                    place > firstMark && firstMark >= 0 && isTitle && (several || CutsSentence(place))
                    || place > firstMark && (lines[place].Mark.Kind == MarkKind.None || isTitle) && IsAtEdge(place);
        }
    }

    private bool IsInside(int place) => place > firstMark && firstMark >= 0;

    /// <returns>The words without a page number beside them; null for what no running head looks like.</returns>
    private static string? Key(Line line)
    {
        if (
            line.IsBlank
            || line.Raw.Length > 80
            || line.Mark.Kind is not (MarkKind.None or MarkKind.Section or MarkKind.Bullet or MarkKind.Heading)
        )
            return null;
        var words = EdgeNumber().Replace(line.Raw, "");
        return words.Contains('。', StringComparison.Ordinal) ? null : string.Concat(words.Where(sign => !char.IsWhiteSpace(sign)));
    }

    private bool IsAtEdge(int place) =>
        lines[place].StartsPage
        || Neighbour(place, -1) is { } above && (isPageNumber[above] || isDropped[above])
        || Neighbour(place, 1) is { } below && (isPageNumber[below] || lines[below].StartsPage)
        || EdgeNumber().IsMatch(lines[place].Raw) && lines[place].Mark.Kind == MarkKind.None;

    private bool CutsSentence(int place) => Neighbour(place, -1) is { } above && !LineBreaks.Ends(lines[above]);

    private int? Neighbour(int place, int step)
    {
        for (var at = place + step; at >= 0 && at < lines.Length; at += step)
        {
            if (!lines[at].IsBlank)
                return at;
        }
        return null;
    }

    private Line[] Kept()
    {
        var kept = new List<Line>(lines.Length);
        var afterBreak = false;
        foreach (var (place, line) in lines.Index())
        {
            if (isDropped[place])
            {
                while (kept is [.., { IsBlank: true }])
                    kept.RemoveAt(kept.Count - 1);
                afterBreak = true;
            }
            else if (!(afterBreak && line.IsBlank))
            {
                if (afterBreak && kept is [.., var before] && LineBreaks.Ends(before))
                    kept.Add(line with { Raw = "", ContentAt = 0, RestAt = 0, Mark = default, IsListItem = false });
                afterBreak = false;
                kept.Add(line);
            }
        }
        return [.. kept];
    }

    private void Report(Findings findings)
    {
        var all = lines.Where((line, place) => isDropped[place]).ToList();
        if (all.Count > 0)
            findings.Warning(
                all[0].Number,
                $"ページ番号や柱（各ページの同じ見出し）と見て、条項に含めなかった行があります: {Named(all)}。"
            );
    }

    private static string Named(IReadOnlyList<Line> all) =>
        string.Join('、', all.Take(MostNamed).Select(line => $"「{line.Raw.Trim()}」（{line.Number}行目）"))
        + (all.Count > MostNamed ? $"ほか{all.Count - MostNamed}行" : "");

    [GeneratedRegex(
        @"^\s{0,200}(?:(?<bare>(?<n>[0-9０-９]{1,3}))|[-‐–—―－−ー~〜～]\s?(?:(?<n>[0-9０-９]{1,3})|[ivxⅰ-ⅹ]{1,5})\s?[-‐–—―－−ー~〜～]"
            + @"|[（(［\[]?\s?(?<n>[0-9０-９]{1,3})\s?(?:[/／]|of)\s?[0-9０-９]{1,3}\s?[)）］\]]?"
            + @"|(?:[pPｐＰ]|[pP]age|ページ|頁)[.．]?\s?(?<n>[0-9０-９]{1,3})(?:\s?(?:[/／]|of)\s?[0-9０-９]{1,3})?"
            + @"|第?\s?(?<n>[0-9０-９]{1,3})\s?(?:頁|ページ)|[ivxⅰ-ⅹ]{1,5})\s{0,200}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(
        @"^\s{0,40}[-‐–—―－−]?\s?[0-9０-９]{1,3}\s?[-‐–—―－−]?[\s|｜]{1,20}|[\s|｜]{1,20}[-‐–—―－−]?\s?[0-9０-９]{1,3}\s?[-‐–—―－−]?\s{0,40}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EdgeNumber();
}
