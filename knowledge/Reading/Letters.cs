namespace GuidelineBot.Knowledge.Reading;

/// <summary>「A.」 is an answer where the document asks questions, a letter where 「B.」 follows, and nothing otherwise; 「Q」 alone asks nothing.</summary>
internal static class Letters
{
    public static void Settle(Line[] lines)
    {
        var asks = lines.Any(line => line.Mark.Kind == MarkKind.Question) && lines.Any(line => line.Mark.Kind == MarkKind.Answer);
        asks |= lines.Count(line => line.Mark.Kind == MarkKind.Question) > 1;
        var counted = lines
            .Where(line => IsLetter(line.Mark) && line.Mark.Segment is "B" or "b")
            .Select(line => line.Mark.Segment)
            .ToHashSet();
        foreach (ref var line in lines.AsSpan())
        {
            if (line.Mark.Kind is MarkKind.Question or MarkKind.Answer && !asks)
                line =
                    line.Mark.Segment == "A"
                        ? line with
                        {
                            Mark = new Mark(MarkKind.BracketedLetter, 0, "A", "A") { IsLoose = true },
                        }
                        : Bare(line);
            if (IsLetter(line.Mark) && !counted.Contains(char.IsAsciiLetterUpper(line.Mark.Segment[0]) ? "B" : "b"))
                line = Bare(line);
        }
    }

    private static bool IsLetter(Mark mark) => mark is { Kind: MarkKind.BracketedLetter, IsLoose: true };

    private static Line Bare(Line line) => line with { Mark = default, RestAt = line.ContentAt };
}
