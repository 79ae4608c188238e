using System.Text;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Puts sentences together that were broken where the printed line was full.</summary>
internal sealed partial class LineBreaks
{
    private const string Closing = "）)」』】";
    private const int NarrowestPage = 36;
    private const int LongestLine = 200;
    private const int LongLine = 40;
    private const int ShortLine = 16;

    // Columns: what a line may lack at its end where no sign may be cut off or hang over.
    private const int Ragged = 8;

    private readonly Line[] lines;
    private readonly int width;
    private readonly bool isDoubleSpaced;

    private LineBreaks(Line[] lines)
    {
        this.lines = lines;
        width = PageWidth(lines);
        isDoubleSpaced =
            width > 0 && lines.Zip(lines.Skip(1)).Count(pair => !pair.First.IsBlank && !pair.Second.IsBlank) * 10 < lines.Length;
    }

    public static Line[] Join(Line[] lines) => new LineBreaks(lines).Join();

    /// <summary>Nothing is left open at its end.</summary>
    public static bool Ends(Line line) => line.IsBlank || HasStop(line) || Closed().IsMatch(line.Raw);

    private static bool HasStop(Line line) => "。．！？!?：:".Contains(line.LastCharacter, StringComparison.Ordinal);

    private Line[] Join()
    {
        var joined = new List<Line>(lines.Length);
        for (var at = 0; at < lines.Length; at++)
        {
            var first = lines[at];
            var (last, depth) = (at, Depth(first.Raw, 0));
            StringBuilder? words = null;
            while (Next(last, depth) is { } next)
            {
                words ??= new StringBuilder(first.Raw.TrimEnd());
                var more = lines[next].Content;
                // Words of Latin letters keep the blank that the line break stood for, and a number is set off from its words.
                if (
                    (char.IsAsciiLetterOrDigit(words[^1]) && char.IsAsciiLetterOrDigit(more[0]))
                    || (last == at && IsNumberAlone(first) && char.IsLetterOrDigit(words[^1]))
                )
                    words.Append(' ');
                words.Append(more);
                depth = Depth(lines[next].Raw, depth);
                last = next;
            }
            joined.Add(
                words is null ? first : first with { Raw = words.ToString(), RestAt = Math.Min(first.RestAt, first.Raw.TrimEnd().Length) }
            );
            at = last;
        }
        return [.. joined];
    }

    /// <returns>The line that goes on with this one, if one does.</returns>
    private int? Next(int at, int depth)
    {
        var line = lines[at];
        if (
            line.IsBlank
            || line.IsLong
            || (line.Mark.Kind == MarkKind.Block && line.Content.Length == line.Mark.Sign.Length)
            || line.IsTableRow
            || Leaders().IsMatch(line.Raw)
            || at + 1 >= lines.Length
        )
            return null;
        var next = at + 1;
        if (IsNumberAlone(line) && Settling.Neighbour(lines, at, 1) is { } words && words <= at + 2 && IsFree(lines[words]))
            return HeadsArticle(line, lines[words]) ? words : null;
        if (lines[next].IsBlank)
            return
                next + 1 < lines.Length
                && line.Width >= LongLine
                && !Ends(line)
                && IsFree(lines[next + 1])
                && (
                    line.LastCharacter == '、'
                    || NeverFirst().IsMatch(lines[next + 1].Content)
                    || (isDoubleSpaced && GoesOn(line, next + 1, lines[next + 1], depth))
                )
                ? next + 1
                : null;
        return (
            IsWordOfSentence(line, lines[next])
            || ((IsFree(lines[next]) || (depth > 0 && IsInBrackets(lines[next]))) && GoesOn(line, next, lines[next], depth))
        )
            ? next
            : null;
    }

    private bool GoesOn(Line line, int below, Line next, int depth) =>
        (line.Width >= ShortLine && !HasStop(line) && NeverFirst().IsMatch(next.Content))
        || (IsFull(line) && ClosedInside().IsMatch(line.Raw) && !MayStartAnew(line, below))
        || (
            !Ends(line)
            && ((depth > 0 && Closes(below)) || IsCutByGrammar(line) || (!MayStartAnew(line, below) && IsCutByWidth(line, next)))
        );

    /// <summary>「(1)」 or 「第1条」 alone on its line: the words stand below it.</summary>
    private static bool IsNumberAlone(Line line) =>
        line.Rest.Length == 0
        && line.Mark.Kind
            is not (MarkKind.None or MarkKind.Appendix or MarkKind.Block or MarkKind.Bullet or MarkKind.Note or MarkKind.Heading);

    /// <summary>An article's first 項 stays on its own line; only a heading in brackets goes up to the number.</summary>
    private static bool HeadsArticle(Line number, Line words) =>
        number.Mark.Kind != MarkKind.Article || Headings.AboveArticle(words) is not null;

    private bool IsFull(Line line) => width > 0 && line.Width >= width - 2;

    private static bool IsCutByGrammar(Line line) =>
        line.LastCharacter is '、' or '，' || (line.Width >= ShortLine && NeverLast().IsMatch(line.Raw));

    /// <summary>A heading, a title or a new paragraph, which may follow even a full line.</summary>
    private bool MayStartAnew(Line line, int below) =>
        IsAboveArticle(below)
        || TitleBlock.IsDocumentName(lines[below].Content)
        || (line.LastCharacter is '）' or ')' && Opening().IsMatch(lines[below].Content));

    private bool IsCutByWidth(Line line, Line next)
    {
        var content = next.Content;
        var lacking = char.IsAsciiLetterOrDigit(content[0]) ? Ragged + Latin(content) : Ragged;
        if (width > 0 && line.Width >= width - lacking)
            return true;
        if (line.Width >= LongLine && content.Length <= 3 && content is not ("削除" or "（略）" or "(略)"))
            return true;
        var isLong = line.Width >= (width > 0 ? width * 3 / 4 : LongLine + 10);
        return (isLong && (ParticleLast().IsMatch(line.Raw) || KanaFirst().IsMatch(content)))
            || (line.Width >= LongLine - 10 && Clause().IsMatch(line.Raw) && !Stops().IsMatch(line.Raw));
    }

    /// <summary>No number of its own, or one that may be none.</summary>
    private static bool IsFree(Line line) =>
        !line.IsBlank
        && !line.IsTableRow
        && (line.Mark.Kind == MarkKind.None || line.Mark.IsLoose)
        && !line.Says("目次")
        && !line.Says("以上");

    /// <summary>「（課」 above 「・室・局等）」: words in brackets that only look like a bullet or a number.</summary>
    private static bool IsInBrackets(Line line) =>
        line
            is {
                IsListItem: false,
                Mark.Kind: MarkKind.Bullet or MarkKind.Kana or MarkKind.HalfBracketed or MarkKind.Note or MarkKind.Section
            }
        && line.Raw.AsSpan().IndexOfAny(Closing) is >= 0 and var end
        && line.Raw.AsSpan(0, end).IndexOfAny("（(「『【") < 0;

    /// <summary>「課長へ」 above 「様式 1 を提出する」, 「アカウント」 above 「（※1）を取得する」: the number belongs to the sentence.</summary>
    private bool IsWordOfSentence(Line line, Line next) =>
        line.Width >= LongLine
        && !Ends(line)
        && next.Mark.Kind switch
        {
            MarkKind.Section => Counted().IsMatch(line.Raw),
            MarkKind.Appendix => IsCutByGrammar(line) || ParticleLast().IsMatch(line.Raw),
            MarkKind.Note => next.Raw[next.ContentAt] is '（' or '(' && width > 0 && line.Width >= width - Ragged * 2,
            _ => false,
        };

    private bool Closes(int from) =>
        IsInBrackets(lines[from])
        || lines[from..Math.Min(from + 3, lines.Length)].TakeWhile(IsFree).Any(line => line.Raw.AsSpan().IndexOfAny(Closing) >= 0);

    /// <summary>A short line above 第2条 may be its heading.</summary>
    private bool IsAboveArticle(int at)
    {
        for (var below = at + 1; below < lines.Length; below++)
        {
            if (!lines[below].IsBlank)
                return lines[below].Mark.Kind == MarkKind.Article && lines[at].Raw.Length <= 30;
        }
        return false;
    }

    private static int Depth(string raw, int depth)
    {
        foreach (var sign in raw.AsSpan(0, Math.Min(raw.Length, LongestLine)))
            depth = sign switch
            {
                '（' or '(' or '「' or '『' or '【' => depth + 1,
                '）' or ')' or '」' or '』' or '】' => Math.Max(depth - 1, 0),
                _ => depth,
            };
        return depth;
    }

    private static int Latin(string content) => content.TakeWhile(char.IsAsciiLetterOrDigit).Take(20).Count();

    /// <returns>The columns of a full line; 0 where the lines are of any length.</returns>
    private static int PageWidth(Line[] lines)
    {
        var widths = lines
            .Where(line => !line.IsBlank && line.Raw.Length <= LongestLine)
            .Select(line => (line.Width, Ends: Ends(line), IsSentence: Particle().IsMatch(line.Raw)))
            .ToList();
        if (widths.Count == 0 || lines.Any(line => line.Width > LongestLine))
            return 0;
        var widest = widths.Max(line => line.Width);
        var full = widths.Where(line => line.Width >= widest - Ragged).ToList();
        return widest >= NarrowestPage && full.Count > 1 && full.Any(line => line.IsSentence && !line.Ends) ? widest : 0;
    }
}
