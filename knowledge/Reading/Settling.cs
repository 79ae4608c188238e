namespace GuidelineBot.Knowledge.Reading;

/// <summary>Decides, once all lines are known, about the marks that no line can tell by itself.</summary>
internal static class Settling
{
    public static Line[] Settle(Line[] lines)
    {
        TableRows.Unmark(lines);
        Letters.Settle(lines);
        NumbersAlone.Mark(lines);
        SymbolHeadings.Settle(lines);
        InlineBlocks.Mark(lines);
        return lines;
    }

    /// <returns>Place of the next line from <paramref name="place"/> on, upwards (-1) or downwards (1), that is not blank.</returns>
    public static int? Neighbour(Line[] lines, int place, int step)
    {
        for (var at = place + step; at >= 0 && at < lines.Length; at += step)
            if (!lines[at].IsBlank)
                return at;
        return null;
    }
}
