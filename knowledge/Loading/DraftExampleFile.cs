using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// The Markdown files under <c>draft-examples/</c>, in the form of <see cref="ExampleFile"/>: <c>## hearsay （…）</c> opens bad sentences of a rule,
/// <c>## harmless （…）</c> whole posts that are to be left alone, with ⏎ where a line ends.
/// </summary>
internal static class DraftExampleFile
{
    /// <summary>A heading that is no rule costs the examples under it only.</summary>
    public static IReadOnlyList<Example> Known(IReadOnlyList<Example> examples, IReadOnlyList<DraftRule> rules, List<Finding> findings)
    {
        var unknown = examples
            .Where(example => example.Labels is not [var label] || label != SenseModel.Harmless && !rules.Any(rule => rule.Id == label))
            .ToList();
        findings.AddRange(
            unknown
                .DistinctBy(example => string.Join(' ', example.Labels))
                .Select(example => new Finding(
                    example.File,
                    example.Line,
                    true,
                    $"見出し「{string.Join(' ', example.Labels)}」という決まりは draft-rules/ にありません。その英字の名を1つ書いてください。"
                ))
        );
        return [.. examples.Except(unknown)];
    }
}
