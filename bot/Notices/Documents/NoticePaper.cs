using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GuidelineBot.Cards;
using GuidelineBot.WordDocuments;

namespace GuidelineBot.Notices.Documents;

/// <summary>A notice as a Word document, laid out as city offices do it: date, addressee, sender, title, 記, table, 以上.</summary>
internal static class NoticePaper
{
    private const int LabelWidth = WordFile.Width * 3 / 10;

    /// <summary>Values up to this stay on one page, in characters.</summary>
    private const int StaysTogether = 300;

    /// <returns>A .docx file.</returns>
    public static byte[] Write(PaperContent content) => WordFile.Write(content.Title, Elements(content));

    private static IEnumerable<OpenXmlElement> Elements(PaperContent content) =>
        [
            .. Filled("FormNumber", content.FormNumber),
            .. Filled("Right", content.Number),
            WordText.Paragraph("Right", Wareki.Day(content.Date)),
            .. Addressee(content.Addressee),
            .. From("所属", content.From),
            .. From("氏名", content.Person),
            .. Filled("Title", content.Title),
            .. WordText.Lines(content.Preamble).SelectMany(line => Filled("Indented", line)),
            .. content.Rows.Count == 0 ? Array.Empty<OpenXmlElement>() : [WordText.Paragraph("Record", "記"), Table(content.Rows)],
            .. content
                .Notes.Where(note => !WordText.IsBlank(note))
                .Select(note => WordText.Paragraph("Note", "※", note.Trim().TrimStart('※'))),
            WordText.Paragraph("End", "以上"),
        ];

    private static Paragraph[] Filled(string style, string text) => WordText.IsBlank(text) ? [] : [WordText.Paragraph(style, text)];

    private static Paragraph[] Addressee(string office) =>
        WordText.IsBlank(office) ? [] : [WordText.Paragraph("Addressee", $"（あて先）{WordText.OneLine(office)}　様")];

    private static Paragraph[] From(string label, string text) => WordText.IsBlank(text) ? [] : [WordText.Paragraph("From", label, text)];

    private static Table Table(IReadOnlyList<PaperRow> rows) =>
        new([
            new TableProperties(
                new TableStyle { Val = "Form" },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{WordFile.Width}" },
                // The widths hold, whatever stands in the cells.
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(new GridColumn { Width = $"{LabelWidth}" }, new GridColumn { Width = $"{WordFile.Width - LabelWidth}" }),
            // 以上 never stands alone on a page.
            .. rows.Select((row, place) => Row(row, place == rows.Count - 1 && row.Value.Length <= StaysTogether ? "Last" : "")),
        ]);

    private static TableRow Row(PaperRow row, string place) =>
        new(
            Together(row.Value),
            Cell(
                LabelWidth,
                WordText.Paragraph($"{place}Label", row.Label),
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "F2F2F2",
                }
            ),
            Cell(WordFile.Width - LabelWidth, WordText.Paragraph($"{place}Value", row.Value), null)
        );

    private static TableRowProperties Together(string value)
    {
        var properties = new TableRowProperties(new TableRowHeight { Val = 454, HeightType = HeightRuleValues.AtLeast });
        if (value.Length <= StaysTogether)
            properties.PrependChild(new CantSplit());
        return properties;
    }

    private static TableCell Cell(int width, Paragraph text, Shading? shading)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" });
        if (shading is not null)
            properties.Append(shading);
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, text);
    }
}
