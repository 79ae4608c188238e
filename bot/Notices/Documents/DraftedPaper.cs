using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.WordDocuments;

namespace GuidelineBot.Notices.Documents;

/// <summary>A document that its section edits further. It remembers what nobody answered, and says so in a note at its end.</summary>
internal sealed class DraftedPaper(string title, string city, string section, string service, string account)
{
    /// <summary>Stands for the city's name in a standard text.</summary>
    private const string City = $"{{{NoticeField.City}}}";

    /// <summary>Of what stands behind an entry's name, in half-width letters of the body.</summary>
    private const int EntryRoom = 2 * (WordFile.Width - 2310) / WordStyles.FullWidth;

    private const string ToBeWritten = "（ここに記入してください）";

    private readonly List<OpenXmlElement> body = [];
    private readonly List<string> suggested = [];
    private readonly List<string> open = [];

    /// <summary>○○市観光課, from 観光課.</summary>
    private string Office =>
        WordText.OneLine(section) is var name && name.StartsWith(city, StringComparison.Ordinal) ? name : $"{city}{name}";

    /// <param name="opening">Goes on from 「○○市観光課が運用する…」.</param>
    public void Open(DateOnly? date, string opening)
    {
        body.Add(WordText.Paragraph("Title", title));
        body.Add(
            Subject() is { Length: > 0 } subject
                ? WordText.Paragraph("Subtitle", subject)
                : Marked(WordText.Paragraph("Subtitle"), "（ここにソーシャルメディアの種類とアカウント名を記入してください）")
        );
        body.Add(WordText.Paragraph("Right", $"{(date is { } day ? Wareki.Day(day) : "令和　　年　　月　　日")}　制定"));
        body.Add(WordText.Paragraph("Right", Office));
        if (Subject().Length == 0)
            open.Add("題名の下のアカウント名");
        if (date is null)
            open.Add("制定日");
        if (WordText.IsBlank(section))
            open.Add("所属");
        body.Add(WordText.Paragraph("Opening", $"{Office}が運用する{opening}"));
        suggested.Add("前文");
    }

    public void Heading(string text) => body.Add(WordText.Paragraph("Heading1", text));

    public void Part(string text) => body.Add(WordText.Paragraph("Heading2", text));

    /// <summary>The answer to what the heading asks, or the standard text in its place; where there is none, that it is to be written.</summary>
    public void Answer(string name, string answer, string standard)
    {
        if (WordText.IsBlank(answer) && standard.Length == 0)
        {
            open.Add(name);
            body.Add(Marked(WordText.Paragraph("Indented"), ToBeWritten));
            return;
        }
        if (WordText.IsBlank(answer))
            suggested.Add(name);
        Lines(WordText.IsBlank(answer) ? standard.Replace(City, city, StringComparison.Ordinal) : answer);
    }

    /// <summary>A fact that no standard text can stand for.</summary>
    public void Fact(string name, string answer)
    {
        if (WordText.IsBlank(answer))
            open.Add(name);
        var entry = WordText.Paragraph("Entry", name, "");
        entry.Append(WordText.Fitted("Entry", EntryRoom, answer).Elements<Run>().Select(run => run.CloneNode(deep: true)));
        body.Add(WordText.IsBlank(answer) ? Marked(entry, ToBeWritten) : entry);
    }

    /// <returns>A .docx file.</returns>
    public byte[] Write()
    {
        KeepLastSection();
        return WordFile.Write(Subject() is { Length: > 0 } subject ? $"{title}　{subject}" : title, [.. body, .. Closing()]);
    }

    /// <summary>The box at the end would else stand alone on a page of its own, and nobody would know of what it speaks.</summary>
    private void KeepLastSection()
    {
        var last = body.FindLastIndex(element => element is Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: "Heading1" });
        foreach (var paragraph in body.Skip(Math.Max(0, last)).OfType<Paragraph>())
            Kept(paragraph);
    }

    private static Paragraph Kept(Paragraph paragraph)
    {
        (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext = new KeepNext();
        return paragraph;
    }

    private static Paragraph Marked(Paragraph paragraph, string text)
    {
        paragraph.Append(new Run(new RunProperties(new RunStyle { Val = "Open" }), new Text(text)));
        return paragraph;
    }

    private string Subject() =>
        (WordText.OneLine(service), WordText.OneLine(account)) switch
        {
            (var kind, "") => kind,
            var (kind, name) => $"{kind}「{name}」",
        };

    private void Lines(string text) =>
        body.AddRange(
            WordText
                .Lines(text)
                .Where(line => line.Length > 0)
                .Select(line => WordText.Paragraph(line.StartsWith('・') ? "Item" : "Indented", line.TrimStart('　', ' ')))
        );

    private IEnumerable<OpenXmlElement> Closing()
    {
        yield return Kept(new Paragraph());
        yield return WordText.Paragraph("Aside", "【実務の目安】（この囲みは、掲載する前に削除してください。）");
        yield return WordText.Paragraph(
            "Aside",
            $"・次の部分は、ガイドラインの定めではなく、文例として入れたものです。所属の実情に合わせて直してください：{string.Join("、", suggested)}"
        );
        if (open.Count > 0)
            yield return WordText.Paragraph("Aside", $"・次の部分は、まだ記入されていません：{string.Join("、", open)}");
    }
}
