namespace GuidelineBot.Knowledge.Reading;

// Which clause a number hangs on.
internal sealed partial class ClauseTree
{
    private const int DeepestNumbers = 3;

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
            // After h) comes a letter, not a Roman one.
            MarkKind.SmallRoman when mark.Segment.Length == 1 && IsLetterBefore(mark.Segment[0]) => mark with
            {
                Kind = MarkKind.BracketedLetter,
                Number = 0,
            },
            _ => mark,
        };

    private bool IsLetterBefore(char letter) => Open(MarkKind.BracketedLetter) is { Mark.Segment: [var last] } && last + 1 == letter;

    /// <returns>The clause that the number hangs on, null where the line is only words of the clause before; and the number as it counts there.</returns>
    private (Node? Parent, Mark Mark) PlaceFor(Line line)
    {
        var mark = InContext(line.Mark);
        // Within an answer, a list starts again.
        if (
            mark is { Kind: MarkKind.Section, Number: 1 }
            && Open(MarkKind.Question) is { } question
            && question.Mark.Kind == MarkKind.Question
            && !HasOpenList(question)
        )
            return (Climb(node => !node.IsLeaf), mark);
        if (mark.Kind is MarkKind.Section or MarkKind.Paragraph && PlaceAmongNumbers(mark, line) is { Parent: not null } place)
            return place;
        return (ParentFor(mark, line), mark);
    }

    private Node? ParentFor(Mark mark, Line line) =>
        mark.Kind switch
        {
            MarkKind.None or MarkKind.Answer => null,
            MarkKind.Heading => ParentOfHeading(mark, line),
            _ when mark.HasRank => Climb(node => node.Mark.HasRank && node.Mark.Kind < mark.Kind),
            MarkKind.Paragraph => Climb(node => node.Mark.Kind is MarkKind.Article or MarkKind.Appendix),
            MarkKind.Decimal => ParentOfDecimal(mark),
            MarkKind.Bullet => ParentOfBullet(line),
            MarkKind.Block => Open(MarkKind.Block)?.Parent ?? Climb(node => node.IsHeading && !node.IsLeaf),
            _ => ParentOfItem(mark, line),
        };

    /// <summary>
    /// A bare number goes on in the list that counts on with it: the one that looks alike (「1」 or 「1.」, indent, heading or sentence) before any
    /// other, the inner before the outer. A 1 that looks otherwise, or follows a heading at once, starts a list below.
    /// </summary>
    private (Node? Parent, Mark Mark) PlaceAmongNumbers(Mark mark, Line line)
    {
        (Node? Parent, Mark Mark, int Likeness) best = default;
        var (depth, looksNew) = (0, true);
        for (var node = current; node != root && !node.Mark.HasRank; node = node.Parent!)
        {
            if (node.Mark.Kind is not (MarkKind.Section or MarkKind.Paragraph))
                continue;
            depth++;
            var isAligned = Math.Abs(node.Line.Indent - line.Indent) < 2;
            var looksAlike = node.Mark.Stop == mark.Stop && isAligned;
            looksNew &= !looksAlike && !(isAligned && line.Mark.IsLoose);
            var likeness = 1 + (looksAlike ? 4 : 0) + (isAligned ? 2 : 0) + (node.IsHeading == Headings.IsHeading(line) ? 1 : 0);
            if (mark.Number == node.Parent!.LastNumber(node.Mark.Kind) + 1 && likeness > best.Likeness)
                best = (
                    node.Parent,
                    mark with
                    {
                        Kind = node.Mark.Kind,
                        Sign = node.Mark.Kind == MarkKind.Section ? line.Mark.Sign : mark.Sign,
                    },
                    likeness
                );
        }
        if (best.Parent is not null)
            return (best.Parent, best.Mark);
        var startsBelow = mark.Number == 1 && depth is > 0 and < DeepestNumbers && (looksNew || (depth == 1 && IsBareHeading(current)));
        return startsBelow ? (Climb(node => !node.IsLeaf), line.Mark) : default;
    }

    private static bool IsBareHeading(Node node) =>
        node is { IsHeading: true, Children.Count: 0, Mark.Kind: MarkKind.Section } && node.Parent?.Mark.Kind != MarkKind.Section;

    /// <summary>A kind of number that is in use goes on counting there; a new kind starts one level further down.</summary>
    private Node ParentOfItem(Mark mark, Line line)
    {
        if (Open(mark.Kind) is not { } sibling)
            return Climb(node => !node.IsLeaf);
        // A 【 】 block may count its own items from the start again.
        var startsOver = mark.Segment is "1" or "ア" && mark.Kind != MarkKind.Section;
        if (startsOver && Open(MarkKind.Block) is { } block && IsBelow(block, sibling))
            return block;
        // Set in further than the number above it, a list of the same kind is part of that one.
        if (startsOver && !sibling.Line.IsListItem && line.Indent > sibling.Line.Indent + 1)
            return Climb(node => !node.IsLeaf);
        var next = Climb(node => node.Mark.Kind == mark.Kind && IsInOrder(node.Parent!, mark));
        return next == root ? sibling.Parent! : next.Parent!;
    }

    private bool HasOpenList(Node question)
    {
        for (var node = current; node != question; node = node.Parent!)
            if (node.Mark.Kind == MarkKind.Section)
                return true;
        return false;
    }

    /// <summary>Markdown tells the level; a symbol stands beside the last one of its kind, or one level further down where it is new.</summary>
    private Node ParentOfHeading(Mark mark, Line line)
    {
        if (line.Level > 0)
            return Climb(node => node.Line.Level > 0 && node.Line.Level < line.Level);
        var sibling = Climb(node => node.Mark.Kind == MarkKind.Heading && node.Mark.Stop == mark.Stop);
        return sibling != root ? sibling.Parent! : Climb(node => node.IsHeading && !node.IsLeaf);
    }

    /// <summary>「### 1 投稿」 below 「## 運用」: a Markdown heading closes what is of its level or below, though that has no number.</summary>
    private void CloseLevels(Line line)
    {
        if (line.Level == 0 || line.Mark.HasRank)
            return;
        var closed = Climb(node => node.Mark.Kind == MarkKind.Heading && node.Line.Level >= line.Level);
        while (closed != root)
        {
            var outer = closed.Parent!;
            current = outer;
            closed = Climb(node => node.Mark.Kind == MarkKind.Heading && node.Line.Level >= line.Level);
        }
    }

    /// <summary>Bullets below a heading are clauses; those that end an item's sentence, or are set in below a list item, are its text.</summary>
    private Node? ParentOfBullet(Line line)
    {
        if (current.Mark.Kind == MarkKind.Bullet)
            return line.Indent > current.Line.Indent ? null : current.Parent;
        var isSetIn = current.Line.IsListItem && line.Indent > current.Line.Indent;
        return current == root || current.IsLeaf || !current.IsHeading || isSetIn ? null : current;
    }

    /// <summary>「1-2」 hangs on 1, 「Ⅱ-1」 on Ⅱ, 「2.1」 on 第2章; where nothing counts the first level, the headings do.</summary>
    private Node? ParentOfDecimal(Mark mark)
    {
        var above = Levels(mark.Sign[..mark.Sign.LastIndexOfAny(['.', '-'])]);
        var parent = Climb(node =>
            node.Mark.Kind is MarkKind.Section or MarkKind.Decimal or MarkKind.Roman
                ? Levels(node.Mark.Sign) == above
                : node.Mark.HasRank && Levels(mark.Sign).Count('.') == 1 && node.Mark.Segment == above
        );
        if (parent != root)
            return parent;
        return lastInDocument.ContainsKey(MarkKind.Section) || Open(MarkKind.Article) is not null || mark.IsLoose
            ? null
            : Climb(node => (node.Mark.HasRank || node.Mark.Kind == MarkKind.Heading) && !node.IsLeaf);
    }

    private static string Levels(string sign) => sign.Replace('-', '.');

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
