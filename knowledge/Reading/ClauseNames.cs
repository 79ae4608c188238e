namespace GuidelineBot.Knowledge.Reading;

/// <summary>Gives every clause its path (<c>5-2-ア-a</c>) and its label (「5②ア・1」).</summary>
internal sealed class ClauseNames(Body body, Findings findings)
{
    private readonly Dictionary<string, (Node First, int Copies)> taken = [];
    private readonly Dictionary<(Node Parent, string Sign), int> repeated = [];

    /// <summary>Parents come before their children.</summary>
    public void Name(IReadOnlyList<Node> nodes)
    {
        var questions = nodes.Where(node => node.Mark.Kind == MarkKind.Question).CountBy(node => node.Mark.Sign).ToDictionary();
        foreach (var node in nodes)
        {
            var (segment, sign) = Own(node);
            var parent = node.Parent!;
            var countsAlone = (node.Mark.Kind == MarkKind.Article && parent.Mark.Kind != MarkKind.Appendix) || parent.Path.Length == 0;
            node.Path = Free(node, countsAlone ? segment : $"{parent.Path}-{FirstParagraph(node, "1-")}{segment}");
            node.Label =
                node.IsNamedByTerm ? TermLabel(node)
                : node.Mark.Kind == MarkKind.Decimal || countsAlone ? sign
                // Questions that count on through the document are called by their number alone.
                : questions.GetValueOrDefault(node.Mark.Sign) == 1 ? sign
                : node.Mark.Kind == MarkKind.Question ? $"{parent.Label} {sign}"
                : parent.Label + FirstParagraph(node, "第1項") + Joint(parent, sign) + sign;
        }
    }

    private (string Segment, string Sign) Own(Node node)
    {
        var (kind, _, segment, sign) = node.Mark;
        if (node.IsNamedByTerm && ClausePath.Segment(node.Term!.Term) is { Length: > 0 } term)
            return (term, sign);
        if (kind == MarkKind.Bullet)
            return (ClausePath.Letters(Times(node, "・") - 1), $"・{repeated[(node.Parent!, "・")]}");
        if (kind == MarkKind.Question && sign is "Q" or "問")
            return ($"{sign}{Times(node, sign)}", $"{sign}{repeated[(node.Parent!, sign)]}");
        // Without the number above it in the tree, all its numbers make the path.
        if (
            kind == MarkKind.Decimal
            && node.Parent!.Mark is { Kind: not (MarkKind.Section or MarkKind.Decimal) } above
            && !IsCountedBy(above, sign)
        )
            return (sign.Replace('.', '-'), sign);
        if (kind is MarkKind.Block or MarkKind.Appendix or MarkKind.Heading && Times(node, segment) is > 1 and var times)
            return ($"{segment}{times}", kind == MarkKind.Appendix ? sign + Amendment(node, times) : sign);
        if (node.Mark.GroupsArticles && body.IsRegulation)
            return (sign, sign);
        if (kind == MarkKind.Paragraph && node.Parent is { Mark: { Kind: MarkKind.Appendix, Segment: not ("附則" or "付則") } })
            return (segment, $"の{segment}");
        return IsItem(node) ? (segment, $"第{segment}号") : (segment, sign);
    }

    private static bool IsCountedBy(Mark above, string sign) =>
        above.HasRank
        && (sign.StartsWith(above.Segment, StringComparison.Ordinal) || sign.StartsWith(above.Sign, StringComparison.Ordinal));

    /// <summary>「附則（令和5年訓令第9号）」: an amendment's own 附則 is called by the amendment.</summary>
    private static string Amendment(Node node, int times) =>
        node.Line.Rest is ['（' or '(', ..] and { Length: <= 60 } rest && rest.IndexOfAny(['）', ')']) is > 0 and var end
            ? rest[..(end + 1)]
            : $"（{times}つ目）";

    /// <summary>A 号: the numbers directly below a 条 or 項.</summary>
    private bool IsItem(Node node) =>
        body.IsRegulation
        && node.Mark.Kind is MarkKind.Bracketed or MarkKind.KanjiNumber or MarkKind.Section
        && node.Parent!.Mark.Kind is MarkKind.Article or MarkKind.Paragraph or MarkKind.Appendix;

    /// <summary>Where a second 項 follows, what hangs on the article itself belongs to its first 項, which has no number.</summary>
    private static string FirstParagraph(Node node, string words) =>
        node.Mark.Kind != MarkKind.Paragraph && node.Parent!.IsFirstParagraph ? words : "";

    /// <summary>Keeps two numbers apart: 「第1の2」「Ⅰ-2」.</summary>
    private static string Joint(Node parent, string sign)
    {
        if (parent.Mark.Kind == MarkKind.Ordinal)
            return "の";
        return char.IsAsciiDigit(sign[0]) && (char.IsAsciiDigit(parent.Label[^1]) || parent.Mark.Kind == MarkKind.Roman) ? "-" : "";
    }

    private static string TermLabel(Node node)
    {
        var parent = node.Parent!;
        return $"{parent.Label} {parent.Words}『{node.Term!.Term}』";
    }

    private int Times(Node node, string sign) => repeated[(node.Parent!, sign)] = repeated.GetValueOrDefault((node.Parent!, sign)) + 1;

    private string Free(Node node, string path)
    {
        if (taken.TryAdd(path, (node, 1)))
            return path;
        var (first, copies) = taken[path];
        // 「(1)」 and 「2-1」 below one 2: the second is told apart by its whole sign.
        if (first.Mark.Sign != node.Mark.Sign && path.LastIndexOf('-') is > 0 and var end)
        {
            var whole = $"{path[..end]}-{ClausePath.Segment(node.Mark.Sign)}";
            if (taken.TryAdd(whole, (node, 1)))
                return whole;
        }
        taken[path] = (first, copies + 1);
        findings.Error(
            node.Line.Number,
            $"「{node.Mark.Sign}」が{first.Line.Number}行目と重複しています（{path}）。どちらかの番号を直してください。"
        );
        // A line break is in no path that the document can give.
        return $"{path}\n{copies + 1}";
    }
}
