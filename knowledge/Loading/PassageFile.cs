using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// <c>passages.md</c>: <c>## 4-3 アカウント名</c> names a clause and how one of its sentences begins, <c>- …</c> how people ask for it.
/// A sentence that a revision has taken away costs only its emphasis, so it is a doubt and no error.
/// </summary>
internal static class PassageFile
{
    public static IReadOnlyList<Example> Read(string file, string text, IReadOnlyDictionary<string, Clause> clauses, List<Finding> findings)
    {
        var phrases = ExampleFile.Read(file, text, findings);
        var known = new List<Example>();
        foreach (var phrase in phrases)
            if (
                phrase.Labels.Count == 2
                && clauses.TryGetValue(phrase.Labels[0], out var clause)
                && clause.Text.Contains(phrase.Labels[1].TrimStart('・'), StringComparison.Ordinal)
            )
                known.Add(phrase);
            else
                findings.Add(
                    new Finding(
                        file,
                        phrase.Line,
                        false,
                        $"{string.Join(' ', phrase.Labels)} で始まる文は、ガイドラインのその条項にありません。"
                    )
                );
        return known;
    }
}
