using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidelineBot.Tests.Notices.Documents;

/// <summary>A document that the bot wrote, opened as Word would and checked against the format.</summary>
internal sealed class PaperReading : IDisposable
{
    private readonly MemoryStream stream;
    private readonly WordprocessingDocument file;

    public PaperReading(byte[] written)
    {
        stream = new MemoryStream(written);
        file = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(file)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    public string? Title => file.PackageProperties.Title;
    public string? Language => file.PackageProperties.Language;
    public Body Body => file.MainDocumentPart!.Document!.Body!;
    public string Header => file.MainDocumentPart!.HeaderParts.Single().Header!.InnerText;
    public Styles Styles => file.MainDocumentPart!.StyleDefinitionsPart!.Styles!;

    /// <summary>Paragraph by paragraph; what stands in the table too.</summary>
    public IReadOnlyList<string> Texts => [.. Body.Descendants<Paragraph>().Select(Text)];

    public IReadOnlyList<string> OfStyle(string style) =>
        [.. Body.Descendants<Paragraph>().Where(paragraph => StyleOf(paragraph) == style).Select(Text)];

    /// <summary>Label and value of each row.</summary>
    public IReadOnlyList<(string Label, string Value)> Rows =>
        [
            .. Body.Descendants<TableRow>()
                .Select(row => row.Elements<TableCell>().Select(cell => Text(cell.GetFirstChild<Paragraph>()!)).ToArray())
                .Select(cells => (cells[0], cells[1])),
        ];

    public static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val;

    public void Dispose()
    {
        file.Dispose();
        stream.Dispose();
    }

    private static string Text(Paragraph paragraph) =>
        paragraph
            .Descendants()
            .Aggregate(
                new StringBuilder(),
                (text, part) =>
                    part switch
                    {
                        Text run => text.Append(run.Text),
                        Break => text.Append('\n'),
                        TabChar when part.Parent is Run => text.Append('\t'),
                        _ => text,
                    }
            )
            .ToString();
}
