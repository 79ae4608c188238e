namespace GuidelineBot.Knowledge.Reading;

// Whether a number is the next one.
internal sealed partial class ClauseTree
{
    private const int FullLine = 25;

    private bool IsInOrder(Node parent, Mark mark)
    {
        if (mark.Number == 0 || mark.Kind == MarkKind.Note || mark.Segment.Contains('の', StringComparison.Ordinal))
            return true;
        if (mark.Number == parent.LastNumber(mark.Kind) + 1)
            return true;
        // Articles and sections may count on through the chapters; an article's first 項 usually has no number.
        return mark.Kind switch
        {
            MarkKind.Paragraph => mark.Number == 2 && parent.LastNumber(mark.Kind) == 0,
            MarkKind.Section => mark.Number == root.LastNumber(mark.Kind) + 1,
            _ => mark.HasRank && mark.Number == root.LastNumber(mark.Kind) + 1,
        };
    }

    /// <summary>In a text with hard line breaks, 「5 年度より…」 may start a line without being a section.</summary>
    private bool IsWrappedProse(Node parent, Mark mark, int at)
    {
        if (IsInOrder(parent, mark) || at <= body.Start || lines[at - 1] is not { IsBlank: false } before)
            return false;
        if (before.Raw.Length < FullLine || "。）)」』：:】".Contains(before.LastCharacter, StringComparison.Ordinal))
            return false;
        findings.Warning(lines[at].Number, $"「{mark.Sign}」は番号の順に合わないため、前の行の続きとして読みました。");
        return true;
    }

    private void CheckOrder(Node parent, Mark mark, Line line)
    {
        if (!IsInOrder(parent, mark) && mark.Number > parent.LastNumber(mark.Kind) + 1)
            findings.Warning(line.Number, $"「{mark.Sign}」の前の番号がありません。番号が飛んでいないか確認してください。");
    }
}
