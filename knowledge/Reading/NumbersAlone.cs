namespace GuidelineBot.Knowledge.Reading;

/// <summary>
/// Numbers that have a line to themselves, with their words on the next one. A bare 1, 2, 3 may be the number of a page as well: it is one of the document
/// where it fills a gap in its count, where the count starts again below each heading, or where nothing else counts and 1 stands above the first words.
/// </summary>
internal sealed class NumbersAlone
{
    private const int ShortLine = 40;
    private const int ShortestPage = 3;

    private readonly Line[] lines;
    private readonly List<(int Place, Mark Mark)> bare = [];
    private readonly bool isCounted;
    private readonly int firstSentence;

    private NumbersAlone(Line[] lines)
    {
        this.lines = lines;
        isCounted = lines.Any(line => line.Mark.Kind is MarkKind.Section or MarkKind.Article or MarkKind.Ordinal);
        firstSentence = Array.FindIndex(lines, line => Headings.IsSentence(line.Raw));
    }

    public static void Mark(Line[] lines) => new NumbersAlone(lines).Mark();

    private void Mark()
    {
        var inTable = false;
        for (var place = 0; place < lines.Length; place++)
        {
            if (lines[place].Mark is { Kind: MarkKind.Appendix } appendix)
                inTable = appendix.Segment is not ("附則" or "付則");
            if (inTable || Alone(lines[place]) is not { } mark)
                continue;
            if (mark.Kind == MarkKind.Section && mark.Stop == '\0')
                bare.Add((place, mark));
            else if (HasWords(place))
                Set(place, mark);
        }
        var startsAgain = bare.Count(one => one.Mark.Number == 1) > 1;
        var gaps = Gaps();
        foreach (var run in Runs())
        {
            var counts =
                IsInOrder(run) && (CountsAlone(run) || AreClose(run))
                || (startsAgain && run[0].Mark.Number == 1 && run.TrueForAll(one => HasWords(one.Place)));
            foreach (var (place, mark) in run)
                if (counts || (gaps.Contains(place) && HasWords(place)))
                    Set(place, mark);
        }
    }

    private void Set(int place, Mark mark) =>
        lines[place] = lines[place] with
        {
            Mark = mark with { IsLoose = mark.Kind is not (MarkKind.Question or MarkKind.Answer) },
            RestAt = lines[place].Raw.TrimEnd().Length,
        };

    /// <returns>The number that is all there is on the line.</returns>
    private static Mark? Alone(Line line)
    {
        if (
            line.IsBlank
            || line.Mark.Kind != MarkKind.None
            || line.IsTableRow
            || line.Raw.Length > 80
            || line.Content is not { Length: <= 8 } content
        )
            return null;
        var (mark, rest) = MarkReader.Read(content + " 語", 0);
        return rest >= content.Length && IsNumber(mark.Kind) ? mark : null;
    }

    private static bool IsNumber(MarkKind kind) =>
        kind is not (MarkKind.None or MarkKind.Bullet or MarkKind.Appendix or MarkKind.Block or MarkKind.Note or MarkKind.BracketedLetter);

    /// <summary>Nothing above is left open, and below stand words without a number.</summary>
    private bool HasWords(int place)
    {
        if (Words(place) is not { } words || lines[words].Mark.Kind != MarkKind.None || Alone(lines[words]) is not null)
            return false;
        return place == 0 || LineBreaks.Ends(lines[place - 1]) || lines[place - 1].Width < ShortLine;
    }

    /// <returns>The line below, or the one behind a blank.</returns>
    private int? Words(int place)
    {
        var below = place + 1 < lines.Length && lines[place + 1].IsBlank ? place + 2 : place + 1;
        return below < lines.Length && !lines[below].IsBlank ? below : null;
    }

    /// <summary>The numbers in the order of the lines, cut where they start again.</summary>
    private IEnumerable<List<(int Place, Mark Mark)>> Runs()
    {
        for (var start = 0; start < bare.Count; )
        {
            var end = start + 1;
            while (end < bare.Count && bare[end].Mark.Number > 1)
                end++;
            yield return bare[start..end];
            start = end;
        }
    }

    private bool IsInOrder(List<(int Place, Mark Mark)> run) =>
        run.Count > 1 && run.Index().All(one => one.Item.Mark.Number == one.Index + 1 && HasWords(one.Item.Place));

    private bool CountsAlone(List<(int Place, Mark Mark)> run) =>
        !isCounted && (run.TrueForAll(one => IsShort(lines[Words(one.Place)!.Value])) || firstSentence < 0 || firstSentence > run[0].Place);

    /// <summary>No page has three lines.</summary>
    private bool AreClose(List<(int Place, Mark Mark)> run) =>
        run.Zip(run.Skip(1)).All(pair => lines[pair.First.Place..pair.Second.Place].Count(line => !line.IsBlank) <= ShortestPage);

    private static bool IsShort(Line line) => line.Width <= ShortLine && !Headings.IsSentence(line.Content);

    /// <returns>Where a bare number stands that the document's own count lacks: 「1 目的」 above it, 「3 雑則」 below.</returns>
    private HashSet<int> Gaps()
    {
        var gaps = new HashSet<int>();
        var (above, next) = (0, 0);
        var counted = lines.Index().Where(pair => pair.Item.Mark.Kind == MarkKind.Section).ToList();
        foreach (var (order, (place, mark)) in bare.Index())
        {
            while (next < counted.Count && counted[next].Index < place)
                above = counted[next++].Item.Mark.Number;
            if (mark.Number != above + 1)
                continue;
            // Behind the last number of the document's own, other bare numbers are pages.
            var fits = next < counted.Count ? Fits(counted[next].Item.Mark.Number) : above > 0 && order == bare.Count - 1;
            if (fits)
                (above, _) = (mark.Number, gaps.Add(place));

            bool Fits(int below) => below > mark.Number || (below == 1 && above > 0);
        }
        return gaps;
    }
}
