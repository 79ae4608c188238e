using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GuidelineBot.Cards;
using GuidelineBot.WordDocuments;

namespace GuidelineBot.Notices.Documents;

/// <summary>
/// A notice as a Word document, laid out as city offices do it: number, date, addressee, who files it, title, 記, table, 以上.
/// </summary>
internal static class NoticePaper
{
    /// <summary>Room for 「ソーシャルメディアの種類」 in one line.</summary>
    private const int LabelWidth = WordFile.Width * 33 / 100;

    /// <summary>In full-width letters of the body.</summary>
    private const int LabelRoom = (LabelWidth - WordStyles.CellMargins) / WordStyles.FullWidth;

    /// <summary>In half-width letters of the body.</summary>
    private const int ValueRoom = 2 * (WordFile.Width - LabelWidth - WordStyles.CellMargins) / WordStyles.FullWidth;

    /// <summary>Values up to this stay on one page, in characters.</summary>
    private const int StaysTogether = 150;

    /// <summary>So many rows at the table's end go to the next page together, if any has to.</summary>
    private const int LastRows = 2;

    /// <summary>Behind these a label may go on in a second line.</summary>
    private const string Joints = "のがをにとへはや";

    /// <returns>A .docx file.</returns>
    public static byte[] Write(PaperContent content) =>
        WordFile.Write(
            content.Title,
            Elements(content),
            header: string.Join(
                '　',
                new[] { content.FormNumber, content.Title, content.Number }.Select(WordText.OneLine).Where(part => part.Length > 0)
            )
        );

    private static IEnumerable<OpenXmlElement> Elements(PaperContent content) =>
        [
            .. Filled("FormNumber", content.FormNumber),
            .. Filled("Right", content.Number),
            WordText.Paragraph("Right", Wareki.Day(content.Date)),
            .. Addressee(content.Addressee),
            .. From(content),
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
        WordText.IsBlank(office) ? [] : [WordText.Paragraph("Addressee", $"{WordText.OneLine(office)}　様")];

    /// <summary>The chief with section, post and name; below, who has filled it in.</summary>
    private static IEnumerable<Paragraph> From(PaperContent content)
    {
        var lines = new List<(string Role, string Label, string Value)>();
        if (!WordText.IsBlank(content.From))
            lines.Add(("", "所　属", content.From));
        if (lines.Count > 0 || !WordText.IsBlank(content.Chief))
            lines.Add(("", "職氏名", WordText.OneLine(content.Chief)));
        if (lines.Count > 0)
            lines[0] = lines[0] with { Role = content.Role };
        if (!WordText.IsBlank(content.Person))
            lines.Add(("担当者", "氏　名", content.Person));
        if (!WordText.IsBlank(content.Extension))
            lines.Add((WordText.IsBlank(content.Person) ? "担当者" : "", "内　線", content.Extension));
        return lines.Select(line => WordText.Paragraph("From", line.Role, line.Label, line.Value));
    }

    private static Table Table(IReadOnlyList<PaperRow> rows) =>
        new([
            new TableProperties(
                new TableStyle { Val = "Form" },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{WordFile.Width}" },
                // The widths hold, whatever stands in the cells.
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(new GridColumn { Width = $"{LabelWidth}" }, new GridColumn { Width = $"{WordFile.Width - LabelWidth}" }),
            // 以上 never stands alone on a page, nor below a single row.
            .. rows.Select((row, place) => Row(row, place >= rows.Count - LastRows && row.Value.Length <= StaysTogether ? "Last" : "")),
        ]);

    private static TableRow Row(PaperRow row, string place) =>
        new(
            Together(row.Value),
            Cell(
                LabelWidth,
                WordText.Paragraph($"{place}Label", Label(row.Label)),
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "F2F2F2",
                }
            ),
            Cell(WordFile.Width - LabelWidth, WordText.Fitted($"{place}Value", ValueRoom, row.Value), null)
        );

    /// <summary>A label that is too long for one line goes on behind a particle, not within a word.</summary>
    private static string Label(string text)
    {
        var label = WordText.OneLine(text);
        if (label.Length <= LabelRoom)
            return text;
        var joint = label[..LabelRoom].LastIndexOfAny([.. Joints]);
        return joint > 0 && label.Length - joint <= LabelRoom + 1 ? $"{label[..(joint + 1)]}\n{label[(joint + 1)..]}" : text;
    }

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
