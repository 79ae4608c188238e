namespace GuidelineBot.Knowledge.Reading;

// Whether a number is the next one.
internal sealed partial class ClauseTree
{
    private const int FullLine = 25;
    private const string Syllables = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

    private static readonly string[] Orders = [Syllables, Iroha, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];

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
            MarkKind.Section or MarkKind.Question => mark.Number == lastInDocument.GetValueOrDefault(mark.Kind) + 1,
            _ => mark.HasRank && mark.Number == lastInDocument.GetValueOrDefault(mark.Kind) + 1,
        };
    }

    /// <summary>A number without a gap behind it counts only where it is the next one, and where a line may start anew.</summary>
    private bool IsNoNumber(Node parent, Mark mark, int at) =>
        mark.IsLoose
        && current != root
        && (
            !IsNext(parent, mark)
            || (at > body.Start && !lines[at - 1].IsBlank && lines[at - 1].Width > 2 * FullLine && !LineBreaks.Ends(lines[at - 1]))
        );

    private bool IsNext(Node parent, Mark mark) =>
        mark.Kind is MarkKind.Kana || mark is { Kind: MarkKind.BracketedLetter, IsLoose: true }
            ? IsNextSign(parent, mark)
            : IsInOrder(parent, mark);

    private static bool IsNextSign(Node parent, Mark mark)
    {
        var last = parent.Children.LastOrDefault(child => child.Mark.Kind == mark.Kind)?.Mark.Segment;
        return Orders.Any(order =>
            order.IndexOf(mark.Segment, StringComparison.Ordinal) is >= 0 and var place
            && place == (last is null ? 0 : order.IndexOf(last, StringComparison.Ordinal) + 1)
        );
    }

    /// <summary>In a text with hard line breaks, 「5 年度より…」 may start a line without being a section.</summary>
    private bool IsWrappedProse(Node parent, Mark mark, int at)
    {
        if (IsNext(parent, mark) || at <= body.Start || lines[at - 1] is not { IsBlank: false } before)
            return false;
        if (before.Raw.Length < FullLine || "。）)」』：:】".Contains(before.LastCharacter, StringComparison.Ordinal))
            return false;
        lines[at] = lines[at] with { GoesOn = true };
        findings.Warning(lines[at].Number, $"「{mark.Sign}」は番号の順に合わないため、前の行の続きとして読みました。");
        return true;
    }

    private void CheckOrder(Node parent, Mark mark, Line line)
    {
        if (!IsInOrder(parent, mark) && mark.Number > parent.LastNumber(mark.Kind) + 1)
            findings.Warning(line.Number, $"「{mark.Sign}」の前の番号がありません。番号が飛んでいないか確認してください。");
    }
}
