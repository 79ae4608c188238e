namespace GuidelineBot.Knowledge.Reading;

/// <summary>Rows of a table that became text with tabs between its cells: what their first cell counts is no clause.</summary>
internal static class TableRows
{
    public static void Unmark(Line[] lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            var end = start;
            while (end < lines.Length && IsRow(lines[end]))
                end++;
            if (end - start > 1)
            {
                foreach (ref var line in lines.AsSpan(start..end))
                    line = line with { Mark = default, RestAt = line.ContentAt, IsTableRow = true };
            }
            start = end;
        }
    }

    /// <summary>A number and its words may have a tab between them, too.</summary>
    private static bool IsRow(Line line) =>
        !line.IsBlank && line.Mark.Kind != MarkKind.Appendix && Cells(line.Content) >= (line.Mark.Kind == MarkKind.None ? 2 : 3);

    private static int Cells(string content) => content.Split('\t', 4).Count(cell => !string.IsNullOrWhiteSpace(cell));
}
