using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// A file that defines something in parts: <c># 題名</c> and <c>- 項目: 値</c> about the whole; each <c>## id （ラベル）</c> opens a part with <c>- 項目: 値</c> of
/// its own, and <c>&gt;</c> lines of text where the file may have them. What stands in <c>&lt;!-- … --&gt;</c> is for whoever edits the file.
/// </summary>
internal static partial class PartFile
{
    /// <returns>The whole first, its name being the title; then its parts. Empty for an empty file.</returns>
    public static List<Part> Read(string file, string text, List<Finding> findings, bool quotes = false)
    {
        var parts = new List<Part>();
        foreach (var (place, raw) in Comment().Replace(text, LinesAlone).Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.StartsWith("# ", StringComparison.Ordinal))
                parts.Add(new Part(line[2..].Trim(), "", place + 1));
            else if (line.StartsWith("## ", StringComparison.Ordinal) && Heading().Match(line) is var heading)
                parts.Add(new Part(heading.Groups["id"].Value, heading.Groups["label"].Value, place + 1));
            else if (quotes && line.StartsWith('>') && parts.Count > 0)
                parts[^1].Quote.Add(line[1..].Trim());
            else if (Property().Match(line) is { Success: true } property && parts.Count > 0)
                parts[^1].Properties[property.Groups["name"].Value] = (property.Groups["value"].Value.Trim(), place + 1);
            else if (line.Length > 0)
                findings.Add(new Finding(file, place + 1, true, "「- 項目: 値」の形で書いてください。"));
        }
        foreach (var unnamed in parts.Skip(1).Where(part => part.Name.Length == 0 || part.Label.Length == 0))
            findings.Add(new Finding(file, unnamed.Line, true, "見出しは「## 英字の名 （ラベル）」の形で書いてください。"));
        foreach (var twice in parts.Skip(1).GroupBy(part => part.Name).Where(same => same.Count() > 1))
            findings.Add(new Finding(file, twice.Last().Line, true, $"{twice.Key} が二つあります。"));
        return parts;
    }

    /// <summary>The numbers of the lines after a comment stay what they are.</summary>
    private static string LinesAlone(Match comment) => new('\n', comment.Value.Count(sign => sign == '\n'));

    internal sealed record Part(string Name, string Label, int Line)
    {
        public Dictionary<string, (string Value, int Line)> Properties { get; } = new(StringComparer.Ordinal);

        /// <summary>The lines of text beneath.</summary>
        public List<string> Quote { get; } = [];

        public string Get(string property) => Properties.GetValueOrDefault(property).Value ?? "";

        /// <summary>The words of a value with several.</summary>
        public string[] Words(string property) => Get(property).Split([' ', '　', '、'], StringSplitOptions.RemoveEmptyEntries);

        public int LineOf(string property) => Properties.TryGetValue(property, out var found) ? found.Line : Line;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("^## +(?<id>[A-Za-z][A-Za-z0-9-]*)[ 　]*[（(](?<label>.+)[）)]$|^## (?<id>)(?<label>)")]
    private static partial Regex Heading();

    [GeneratedRegex("^- *(?<name>[^:：]+)[:：](?<value>.*)$")]
    private static partial Regex Property();
}
