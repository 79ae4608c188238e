using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidelineBot.WordDocuments;

/// <summary>Tables of a document, with borders, and widths that hold whatever stands in the cells.</summary>
internal static class WordTable
{
    private const int StaysTogether = 300;

    /// <summary>Of a cell, on both sides together, and what broad letters of an address take more than half a width.</summary>
    private const int Padding = 600;

    /// <param name="shares">Of the columns, in hundredths of the width between the margins.</param>
    /// <param name="head">Repeated on each page; empty for none.</param>
    public static Table Of(IReadOnlyList<int> shares, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. shares.Select(share => WordFile.Width * share / 100)];
        return new Table([
            new TableProperties(
                new TableStyle { Val = "Form" },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{widths.Sum()}" },
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            .. head.Count == 0 ? Array.Empty<TableRow>() : [Row(widths, head, isHead: true)],
            .. rows.Select(row => Row(widths, row, isHead: false)),
        ]);
    }

    private static TableRow Row(int[] widths, IReadOnlyList<string> cells, bool isHead) =>
        new([
            Together(cells, isHead),
            .. cells.Select(
                (cell, place) =>
                    Cell(
                        widths[place],
                        isHead ? WordText.Paragraph("Label", cell) : WordText.Fitted("Value", RoomOf(widths[place]), cell),
                        isHead
                    )
            ),
        ]);

    /// <returns>How many half-width letters stand side by side in a cell.</returns>
    private static int RoomOf(int width) => 2 * (width - Padding) / WordStyles.FullWidth;

    /// <summary>Only a long row may go over the end of a page.</summary>
    private static TableRowProperties Together(IReadOnlyList<string> cells, bool isHead)
    {
        var properties = new TableRowProperties();
        if (cells.All(cell => cell.Length <= StaysTogether))
            properties.Append(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return properties;
    }

    private static TableCell Cell(int width, Paragraph text, bool isHead)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" });
        if (isHead)
            properties.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "F2F2F2",
                }
            );
        return new TableCell(properties, text);
    }
}
