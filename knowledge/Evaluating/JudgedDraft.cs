using System.Text.Json;
using GuidelineBot.Knowledge.Drafting;

namespace GuidelineBot.Knowledge.Evaluating;

/// <summary>A draft of which somebody who knows no rule has only said whether something is wrong with it; one JSON object a line in a file.</summary>
/// <param name="Kind">What is wrong, in the writer's own words; or what kind of harmless post it is.</param>
public sealed record JudgedDraft(string Text, bool Bad, string Kind = "", string Why = "", DateOnly? Today = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Whether a file holds such drafts, and not <see cref="LabelledDraft"/>s.</summary>
    public static bool IsIn(string path) =>
        File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Contains("\"bad\"", StringComparison.Ordinal)
        == true;

    /// <exception cref="InvalidDataException">A line is no such draft; says which one.</exception>
    public static IReadOnlyList<JudgedDraft> ReadFile(string path) =>
        [
            .. File.ReadLines(path)
                .Select((line, place) => (line, number: place + 1))
                .Where(read => !string.IsNullOrWhiteSpace(read.line))
                .Select(read => Parse(path, read.line, read.number)),
        ];

    private static JudgedDraft Parse(string path, string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<JudgedDraft>(line, Json)!;
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} の {number} 行目を読み取れません。{{\"text\",\"bad\"}} の形で書いてください。");
        }
    }
}

/// <summary>How well faults are found of which only the writer's word is known.</summary>
/// <param name="Recall">Share of the bad drafts in which anything was found.</param>
/// <param name="Settled">Share of the bad drafts in which something was found that must be settled.</param>
/// <param name="Quiet">Share of the harmless drafts in which nothing was found that must be settled.</param>
/// <param name="Silent">Share of the harmless drafts in which nothing at all was found.</param>
public sealed record JudgedDraftEvaluation(Metric Recall, Metric Settled, Metric Quiet, Metric Silent, IReadOnlyList<string> Misses)
{
    /// <param name="today">The day on which drafts were written that do not say.</param>
    public static JudgedDraftEvaluation Of(DraftChecker checker, IReadOnlyList<JudgedDraft> drafts, DateOnly today)
    {
        var checks = drafts
            .Select(draft => (Draft: draft, Report: checker.Check(new Draft(draft.Text) { Today = draft.Today ?? today })))
            .ToList();
        var (bad, harmless) = (checks.FindAll(check => check.Draft.Bad), checks.FindAll(check => !check.Draft.Bad));
        return new JudgedDraftEvaluation(
            Share(bad, report => report.Findings.Count > 0),
            Share(bad, report => !report.IsQuiet),
            Share(harmless, report => report.IsQuiet),
            Share(harmless, report => report.Findings.Count == 0),
            [
                .. bad.Where(check => check.Report.Findings.Count == 0)
                    .Select(check => $"見落とし {check.Draft.Kind}（{check.Draft.Why}）　{check.Draft.Text}"),
                .. harmless.SelectMany(check =>
                    check.Report.Findings.Select(finding => $"余分 {finding.Rule.Id}「{finding.In(check.Draft.Text)}」　{check.Draft.Text}")
                ),
            ]
        );
    }

    private static Metric Share(List<(JudgedDraft Draft, DraftReport Report)> all, Func<DraftReport, bool> holds) =>
        new(all.Count == 0 ? 1 : (double)all.Count(check => holds(check.Report)) / all.Count, all.Count);
}
