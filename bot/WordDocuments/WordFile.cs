using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidelineBot.WordDocuments;

/// <summary>A4 upright with margins of 25 mm; from the second page on, the page's number below.</summary>
internal static class WordFile
{
    /// <summary>Between the margins, in twentieths of a point.</summary>
    public const int Width = PageWidth - (2 * Margin);

    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1417;
    private const int LongestTitle = 200;

    /// <returns>A .docx file.</returns>
    /// <param name="pictures">Each beneath its title, after the content.</param>
    /// <param name="header">Above every page but the first: which document it belongs to.</param>
    public static byte[] Write(
        string title,
        IEnumerable<OpenXmlElement> content,
        IReadOnlyList<WordPicture>? pictures = null,
        string header = ""
    )
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var name = WordText.OneLine(title);
            file.PackageProperties.Title = name.Length <= LongestTitle ? name : Cards.Plain.Cut(name, LongestTitle);
            file.PackageProperties.Language = "ja-JP";

            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(WordStyles.Styles);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(WordStyles.Numbering);
            main.AddNewPart<FontTablePart>().Fonts = new Fonts(WordStyles.Fonts);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(WordStyles.Settings);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(WordStyles.Footer);
            var above = header.Length == 0 ? null : main.AddNewPart<HeaderPart>();
            above?.Header = new Header(WordText.Paragraph("Header", header));

            var shown = (pictures ?? []).Index().SelectMany(picture => picture.Item.AddTo(main, picture.Index + 1));
            main.Document = new Document(
                new Body([.. content, .. shown, Sheet(main.GetIdOfPart(footer), above is null ? null : main.GetIdOfPart(above))])
            );
        }
        return stream.ToArray();
    }

    private static SectionProperties Sheet(string footer, string? header) =>
        new([
            .. header is null ? Array.Empty<OpenXmlElement>() : [new HeaderReference { Type = HeaderFooterValues.Default, Id = header }],
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 720,
                Footer = 720,
                Gutter = 0,
            },
            // Without header and footer of its own the first page has none.
            new TitlePage(),
            new DocGrid { Type = DocGridValues.Lines, LinePitch = 360 },
        ]);
}
