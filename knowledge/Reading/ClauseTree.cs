namespace GuidelineBot.Knowledge.Reading;

/// <summary>Hangs every line of the body on a clause, by the order in which the document uses its kinds of numbers.</summary>
internal sealed partial class ClauseTree
{
    private readonly Line[] lines;
    private readonly Body body;
    private readonly Findings findings;
    private readonly Node root;
    private readonly List<Node> nodes = [];
    private readonly Dictionary<MarkKind, int> lastInDocument = [];
    private Node current;

    private ClauseTree(Line[] lines, Body body, Findings findings)
    {
        (this.lines, this.body, this.findings) = (lines, body, findings);
        root = current = new Node(null, default, lines[body.Start], body.Start);
    }

    /// <returns>The clauses in document order; each owns the lines from its own start to the next one's.</returns>
    public static IReadOnlyList<Node> Grow(Line[] lines, Body body, Findings findings)
    {
        var tree = new ClauseTree(lines, body, findings);
        for (var at = body.Start; at < body.End; at++)
            at = tree.Place(at);
        for (var at = 0; at < tree.nodes.Count; at++)
            tree.nodes[at].End = at + 1 < tree.nodes.Count ? tree.nodes[at + 1].Start : body.End;
        var absorbed = tree.nodes.Select(node => node.AbsorbOnlyBullet()).ToHashSet();
        return [.. tree.nodes.Where(node => !absorbed.Contains(node))];
    }

    /// <returns>The place of the last line it used up.</returns>
    private int Place(int at)
    {
        if (lines[at].IsBlank)
            return at;
        var first = at;
        var above = HeadingAbove(ref at);
        var line = lines[at];
        CloseLevels(line);
        var (parent, mark) = PlaceFor(line);
        if (parent is null || IsNoNumber(parent, mark, at) || IsWrappedProse(parent, mark, at))
        {
            Continue(at);
            return at;
        }
        CheckOrder(parent, mark, line);
        current = new Node(parent, mark, line, first, above);
        current.Term = GlossaryTerm.Read(current);
        parent.Add(current);
        lastInDocument[mark.Kind] = mark.Last;
        nodes.Add(current);
        return at;
    }

    /// <summary>Where a regulation puts the heading above the number, moves on to the line with the number.</summary>
    private string? HeadingAbove(ref int at)
    {
        var isBare = body.Headings.Contains(lines[at]);
        if (!body.IsRegulation || (isBare ? lines[at].Content : Headings.AboveArticle(lines[at])) is not { } heading)
            return null;
        var below = Array.FindIndex(lines, at + 1, line => !line.IsBlank);
        if (below < 0 || below >= body.End || InContext(lines[below].Mark).Kind is not (MarkKind.Article or MarkKind.Paragraph))
            return null;
        at = below;
        return heading;
    }

    private void Continue(int at)
    {
        var line = lines[at];
        if (line.Mark.Kind == MarkKind.Decimal)
            findings.Warning(line.Number, $"「{line.Mark.Sign}」の上の段の番号が見つからないため、{Before}の続きとして読みました。");
        else if (line.Mark.Kind == MarkKind.None && Symbols.Contains(line.Raw[line.ContentAt]))
            findings.Warning(line.Number, $"「{line.Raw[line.ContentAt]}」は番号として読めないため、{Before}の続きとして読みました。");
        else if (line is { Indent: 0, Mark.Kind: MarkKind.None } && at > body.Start && lines[at - 1].IsBlank && SaysItAll(current))
            findings.Warning(line.Number, $"番号のない段落です。どの条項のものか判断できないため、{Before}の続きとして読みました。");
    }

    private static readonly System.Buffers.SearchValues<char> Symbols = System.Buffers.SearchValues.Create("◎★☆▼▽▲△→⇒◉▶►✓✔");

    private string Before => $"{current.Line.Number}行目";

    private static bool SaysItAll(Node node) =>
        !node.IsHeading && !node.Mark.HasRank && node.Mark.Kind is not (MarkKind.Note or MarkKind.Paragraph or MarkKind.Section);
}
