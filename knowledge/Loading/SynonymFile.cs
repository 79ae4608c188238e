using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary><c>synonyms.txt</c>: one group a line, <c>アカウント = 垢, アカ</c>; <c>#</c> opens a comment.</summary>
internal static class SynonymFile
{
    public static SynonymBook Read(string file, string text, List<Finding> findings)
    {
        var groups = new List<IReadOnlyList<string>>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r').Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            var parts = line.Split(['=', '＝'], 2);
            var variants = parts.Length == 2 ? parts[1].Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            if (variants.Length == 0 || parts[0].Trim().Length == 0)
                findings.Add(new Finding(file, number, true, "「代表語 = 表記1, 表記2」の形で書いてください。"));
            else
                groups.Add([.. variants.Prepend(parts[0].Trim()).Select(Folding.Fold).Distinct()]);
        }
        return new SynonymBook(groups);
    }
}
