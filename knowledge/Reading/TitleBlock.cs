using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>What stands before the first number: the document's name, its dates, who issued it.</summary>
internal sealed partial record TitleBlock(string Name, string Revision, string Text, int Line)
{
    public static TitleBlock Read(Line[] lines, int end, string path, Findings findings)
    {
        var filled = lines[..end].Where(line => !line.IsBlank).ToList();
        if (filled.Count == 0)
        {
            findings.Warning(1, "表題がありません。1行目にガイドラインの名称を書いてください。");
            return new TitleBlock(Path.GetFileNameWithoutExtension(path), "", "", 1);
        }
        var titles = filled.Where(line => !line.IsLong).ToList();
        var title = titles.Find(line => DocumentName().IsMatch(line.Content)) ?? titles.FirstOrDefault();
        var name = title is null ? Path.GetFileNameWithoutExtension(path) : WithoutGaps(title.Content);
        var text = string.Join('\n', lines[..end].Select(line => line.Raw)).Trim();
        return new TitleBlock(name, RevisionOf(titles), text, filled[0].Number);
    }

    public static bool IsDocumentName(string words) => DocumentName().IsMatch(words);

    private static string RevisionOf(IEnumerable<Line> lines)
    {
        var dates = lines.SelectMany(line => IssueDate.Find(line.Content)).ToList();
        var date =
            dates.Where(date => date.IsRevision).MaxBy(date => date.Order) ?? dates.Find(date => date.IsIssue) ?? dates.FirstOrDefault();
        return date?.Words ?? "";
    }

    /// <summary>
    /// A title is often spaced out, or broken where the line was full; blanks stay only between Latin words. Collections of rules put ○ before it.
    /// </summary>
    private static string WithoutGaps(string title) => Gap().Replace(title.TrimStart(Ornaments).Trim('「', '」', '『', '』'), "");

    private static readonly char[] Ornaments = [.. "○◯●◎◇◆□■★☆▼▽・　 "];

    [GeneratedRegex(
        @"(?:ガイドライン|ポリシー|マニュアル|ハンドブック|手引き?|要綱|要領|規程|規則|規定|指針|方針|基準|条例|心得)(?:\s*[（(][^（）()]{1,30}[）)])?\s*[」』]?\s*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DocumentName();

    [GeneratedRegex(@"(?<![!-~])\s+|\s+(?![!-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
