using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// The Markdown files under <c>acts/</c>, in the form of <see cref="ExampleFile"/>: <c>## draft:save （あとで続きをする）</c>. A heading that stands for
/// nothing would be learnt and never be answered.
/// </summary>
internal static class ActFile
{
    private static readonly HashSet<string> Known =
    [
        "check:again",
        "check:ask",
        "draft:answer",
        "draft:back",
        "draft:discard",
        "draft:each",
        "draft:form",
        "draft:resume",
        "draft:save",
        "draft:set",
        "draft:show",
        "draft:skip",
        "draft:submit",
        "draft:undo",
        "draft:why",
        "follow:clause",
        "follow:form",
        "follow:more",
        "follow:text",
        "follow:when",
        "follow:where",
        "follow:who",
        "follow:why",
        "human",
        "incident:change",
        "incident:close",
        "incident:done",
        "incident:flaming",
        "incident:impersonation",
        "incident:later",
        "incident:mistake",
        "incident:mistaken",
        "incident:next",
        "incident:note",
        "incident:status",
        "incident:takeover",
        "mention",
        "notice:change",
        "notice:end",
        "notice:start",
        "notice:unblock",
        "notice:unblock-end",
        "notice:which",
        ActModel.Question,
        .. Procedure.Keys.Select(key => Procedure.Acts + key),
        Procedure.OfOthers,
        "repeat",
        "statement",
        "talk:bye",
        "talk:hello",
        "talk:no",
        "talk:other",
        "talk:sorry",
        "talk:thanks",
        "talk:who",
        "talk:yes",
    ];

    /// <summary>A heading of its own act costs the examples under it only; the rest is read.</summary>
    public static IReadOnlyList<Example> Read(string file, string text, List<Finding> findings)
    {
        var examples = ExampleFile.Read(file, text, findings);
        var unknown = examples.Where(example => example.Labels is not [var label] || !Known.Contains(label)).ToList();
        findings.AddRange(
            unknown
                .DistinctBy(example => string.Join(' ', example.Labels))
                .Select(example => new Finding(
                    file,
                    example.Line,
                    true,
                    $"見出し「{string.Join(' ', example.Labels)}」という動きはありません。{string.Join("、", Known.Order(StringComparer.Ordinal))} のどれか1つにしてください。"
                ))
        );
        return [.. examples.Except(unknown)];
    }

    /// <summary>Leaves out those that ask for a procedure that there is no file for; both ways it is said what is missing.</summary>
    public static IEnumerable<Example> OfProcedures(
        IReadOnlyList<Example> examples,
        IReadOnlyList<Procedure> procedures,
        List<Finding> findings
    )
    {
        var asked = examples.ToLookup(example => example.Labels[0]);
        foreach (var key in Procedure.Keys)
        {
            var isThere = procedures.Any(procedure => procedure.Key == key);
            var file = Path.Combine("procedures", $"{key}.md");
            if (!isThere && asked[Procedure.Acts + key].FirstOrDefault() is { } first)
                findings.Add(
                    new Finding(first.File, first.Line, false, $"手順のファイル {file} がないか、誤りがあります。尋ねられても示せません。")
                );
            if (isThere && !asked[Procedure.Acts + key].Any())
                findings.Add(
                    new Finding(file, 1, false, $"acts/ に「## {Procedure.Acts}{key} （説明）」の例文がないので、尋ねられても示せません。")
                );
        }
        return examples.Where(example =>
            !example.Labels[0].StartsWith(Procedure.Acts, StringComparison.Ordinal)
            || example.Labels[0] == Procedure.OfOthers
            || procedures.Any(procedure => Procedure.Acts + procedure.Key == example.Labels[0])
        );
    }
}
