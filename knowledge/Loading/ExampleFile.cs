using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// The Markdown files under <c>questions/</c> and <c>intents/</c>: <c>## 4-5 6-1-ア （ひとこと）</c> opens a group, <c>- …</c> is one example in it.
/// In <c>out-of-scope.md</c> the headings are free text.
/// </summary>
internal static class ExampleFile
{
    public const string OutOfScope = "out-of-scope.md";

    /// <summary>A fault in a line costs that line only; the rest is read.</summary>
    public static IReadOnlyList<Example> Read(string file, string text, List<Finding> findings)
    {
        var isOutOfScope = Path.GetFileName(file) == OutOfScope;
        var examples = new List<Example>();
        IReadOnlyList<string>? labels = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r').Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                labels = isOutOfScope ? [] : Labels(line[3..]);
                if (labels.Count == 0 && !isOutOfScope)
                    findings.Add(new Finding(file, number, true, "見出し「## 」のあとに条項の番号がありません。例: ## 4-5 （パスワード）"));
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (labels is null)
                    findings.Add(new Finding(file, number, true, "例文の前に、見出し「## 条項の番号」が必要です。"));
                else if (line[2..].Trim() is { Length: > 0 } example)
                    examples.Add(new Example(example, labels, file, number));
            }
            else if (line.StartsWith('・') || line.StartsWith('*') || line.StartsWith('-'))
            {
                findings.Add(
                    new Finding(file, number, false, "例文として読まれません。行の先頭を「- 」（半角のハイフンと空白）にしてください。")
                );
            }
        }
        return examples;
    }

    private static IReadOnlyList<string> Labels(string heading)
    {
        var note = heading.IndexOfAny(['（', '(']);
        return (note < 0 ? heading : heading[..note]).Split([' ', '　', '、', ','], StringSplitOptions.RemoveEmptyEntries);
    }
}
