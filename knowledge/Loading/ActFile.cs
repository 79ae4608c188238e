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
}
