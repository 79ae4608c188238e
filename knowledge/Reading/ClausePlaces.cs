namespace GuidelineBot.Knowledge.Reading;

// Which clause a number hangs on.
internal sealed partial class ClauseTree
{
    /// <summary>A bare number within an article is a 項, and ※1 defines a term only where terms are explained.</summary>
    private Mark InContext(Mark mark) =>
        mark.Kind switch
        {
            MarkKind.Section when (body.IsRegulation && Open(MarkKind.Article) is not null) || Open(MarkKind.Appendix) is not null =>
                mark with
                {
                    Kind = MarkKind.Paragraph,
                    Sign = $"第{mark.Number}項",
                },
            MarkKind.Note when !current.ExplainsTerms => default,
            _ => mark,
        };

    /// <returns>Null where the line is only words of the clause before.</returns>
    private Node? ParentFor(Mark mark, Line line) =>
        mark.Kind switch
        {
            MarkKind.None => null,
            _ when mark.HasRank => Climb(node => node.Mark.HasRank && node.Mark.Kind < mark.Kind),
            MarkKind.Paragraph => Climb(node => node.Mark.Kind is MarkKind.Article or MarkKind.Appendix),
            MarkKind.Decimal => ParentOfDecimal(mark),
            MarkKind.Bullet => ParentOfBullet(line),
            MarkKind.Block => Open(MarkKind.Block)?.Parent ?? Climb(node => node.IsHeading && !node.IsLeaf),
            _ => ParentOfItem(mark),
        };

    /// <summary>A kind of number that is in use goes on counting there; a new kind starts one level further down.</summary>
    private Node ParentOfItem(Mark mark)
    {
        if (Open(mark.Kind) is not { } sibling)
            return Climb(node => !node.IsLeaf);
        // A 【 】 block may count its own items from the start again.
        var startsOver = mark.Segment is "1" or "ア" && mark.Kind != MarkKind.Section;
        if (startsOver && Open(MarkKind.Block) is { } block && IsBelow(block, sibling))
            return block;
        var next = Climb(node => node.Mark.Kind == mark.Kind && IsInOrder(node.Parent!, mark));
        return next == root ? sibling.Parent! : next.Parent!;
    }

    /// <summary>Bullets below a heading are clauses; those that end an item's sentence, or are set in below a list item, are its text.</summary>
    private Node? ParentOfBullet(Line line)
    {
        if (current.Mark.Kind == MarkKind.Bullet)
            return line.Indent > current.Line.Indent ? null : current.Parent;
        var isSetIn = current.Line.IsListItem && line.Indent > current.Line.Indent;
        return current == root || current.IsLeaf || !current.IsHeading || isSetIn ? null : current;
    }

    private Node? ParentOfDecimal(Mark mark)
    {
        var above = mark.Sign[..mark.Sign.LastIndexOf('.')];
        var parent = Climb(node => node.Mark.Kind is MarkKind.Section or MarkKind.Decimal && node.Mark.Sign == above);
        return parent == root ? null : parent;
    }

    private Node? Open(MarkKind kind)
    {
        var node = Climb(node => node.Mark.Kind == kind);
        return node == root ? null : node;
    }

    /// <summary>The innermost open clause that fits; the root where none does.</summary>
    private Node Climb(Func<Node, bool> fits)
    {
        var node = current;
        while (node != root && !fits(node))
            node = node.Parent!;
        return node;
    }

    private static bool IsBelow(Node node, Node other)
    {
        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            if (above == other)
                return true;
        }
        return false;
    }
}
