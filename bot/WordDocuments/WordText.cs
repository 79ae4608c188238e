using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidelineBot.WordDocuments;

/// <summary>Texts that people typed, made into parts of a document. Whatever a document cannot hold is taken out.</summary>
internal static partial class WordText
{
    /// <summary>In half points: what can still be read on paper, and what reads well where even that is too wide for a line.</summary>
    private const int SmallestSize = 13,
        BrokenSize = 17;

    /// <summary>A paragraph that looks as the style says (<see cref="WordStyles"/>); line ends in the text stay line ends, tabs go to the next stop.</summary>
    public static Paragraph Paragraph(string style, params IReadOnlyList<string> columns)
    {
        var run = new Run();
        foreach (var (place, column) in columns.Index())
        {
            if (place > 0)
                run.Append(new TabChar());
            foreach (var (number, line) in Lines(column).Index())
            {
                if (number > 0)
                    run.Append(new Break());
                if (line.Length > 0)
                    run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    /// <summary>
    /// As <see cref="Paragraph" />; a web address stands in a line of its own, in smaller letters where it is too long for it. Only one that
    /// nobody could read so small is broken.
    /// </summary>
    /// <param name="room">In half-width letters of the body.</param>
    public static Paragraph Fitted(string style, int room, string text)
    {
        var paragraph = Paragraph(style);
        foreach (var (number, line) in Lines(WebAddress().Replace(text, "\n${address}\n")).Where(IsKept).Index())
        {
            var run = new Run();
            if (WebAddress().IsMatch(line) && line.Length > room)
                run.Append(new RunProperties(new FontSize { Val = $"{Fitting(line, room)}" }));
            if (number > 0)
                run.Append(new Break());
            if (line.Length > 0)
                run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            paragraph.Append(run);
        }
        return paragraph;

        // A blank line that somebody wrote stays; what the address has beside it is none.
        bool IsKept(string line) => line.Trim().Length > 0 || !text.Contains("://", StringComparison.Ordinal);
    }

    /// <returns>In half points.</returns>
    private static int Fitting(string address, int room) =>
        WordStyles.Size * room / address.Length is >= SmallestSize and var fits ? fits : BrokenSize;

    /// <summary>Without control characters, and without the invisible ones that turn the order of letters around (a name could read as another).</summary>
    /// <returns>At least one line; blank lines around the text are gone, those within it stay.</returns>
    public static IReadOnlyList<string> Lines(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\v')
                kept.Append('\n');
            else if (rune.Value == '\t')
                kept.Append(' ');
            else if (!IsForbidden(rune))
                kept.Append(rune.ToString());
        }
        return kept.ToString().Trim().Split('\n');
    }

    public static string OneLine(string text) => string.Join(' ', Lines(text).Where(line => line.Length > 0));

    public static bool IsBlank(string text) => Lines(text) is [""];

    [GeneratedRegex(@"[ 　]*(?<address>https?://[\x21-\x7e]+)[ 　]*")]
    private static partial Regex WebAddress();

    private static bool IsForbidden(Rune rune) =>
        // The replacement character is what half of a pair is read as.
        Rune.IsControl(rune)
        || rune == Rune.ReplacementChar
        || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value))
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
