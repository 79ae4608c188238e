using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary><c>synonyms.txt</c> and <c>cues.txt</c>: one group a line, <c>アカウント = 垢, アカ</c>; <c>#</c> opens a comment.</summary>
internal static class SynonymFile
{
    /// <returns>Groups in which the name is a spelling like the others.</returns>
    public static SynonymBook Read(string file, string text, List<Finding> findings) =>
        new([
            .. Groups(file, text, findings)
                .Select(group =>
                    (
                        Folding.Fold(group.Name),
                        (IReadOnlyList<string>)[.. group.Spellings.Prepend(group.Name).Select(Folding.Fold).Distinct()]
                    )
                ),
        ]);

    /// <returns>Groups whose names stand for themselves alone, in hiragana.</returns>
    public static SynonymBook Cues(string file, string text, List<Finding> findings) =>
        new([
            .. Groups(file, text, findings)
                .Select(group =>
                    (group.Name, (IReadOnlyList<string>)[.. group.Spellings.Select(spelling => Folding.Hiragana(Folding.Fold(spelling)))])
                ),
        ]);

    /// <returns>Each line's name and what stands behind it, as written.</returns>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Spellings)> Groups(string file, string text, List<Finding> findings)
    {
        var groups = new List<(string, IReadOnlyList<string>)>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r').Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            var parts = line.Split(['=', '＝'], 2);
            var variants =
                parts.Length == 2
                    ? parts[1].Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    : [];
            if (variants.Length == 0 || parts[0].Trim().Length == 0)
                findings.Add(new Finding(file, number, true, "「代表語 = 表記1, 表記2」の形で書いてください。"));
            else
                groups.Add((parts[0].Trim(), variants));
        }
        return groups;
    }
}
