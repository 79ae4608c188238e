using System.Text.Json;
using GuidelineBot.Knowledge.Drafting;

namespace GuidelineBot.Knowledge.Evaluating;

/// <summary>A draft with what a person would have wanted to be told of; one JSON object a line in a file.</summary>
/// <param name="Kind"><c>post</c> or <c>profile</c>.</param>
/// <param name="Findings">Rule and the very characters; empty characters for what concerns the whole.</param>
public sealed record LabelledDraft(string Id, string Service, string Kind, string Text, IReadOnlyList<LabelledDraft.Label> Findings)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public sealed record Label(string Rule, string At);

    /// <summary>The day on which it is written; null where its days are not to be compared with one.</summary>
    public DateOnly? Today { get; init; }

    public Draft Draft => new(Text, Service, Kind == "profile") { Today = Today };

    /// <exception cref="InvalidDataException">A line is no draft; says which one.</exception>
    public static IReadOnlyList<LabelledDraft> ReadFile(string path) =>
        [
            .. File.ReadLines(path)
                .Select((line, place) => (line, number: place + 1))
                .Where(read => !string.IsNullOrWhiteSpace(read.line))
                .Select(read => Parse(path, read.line, read.number)),
        ];

    private static LabelledDraft Parse(string path, string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<LabelledDraft>(line, Json)!;
        }
        catch (JsonException)
        {
            throw new InvalidDataException(
                $"{path} の {number} 行目を読み取れません。{{\"id\",\"service\",\"kind\",\"text\",\"findings\":[{{\"rule\",\"at\"}}]}} の形で書いてください。"
            );
        }
    }
}

/// <summary>How well drafts are checked.</summary>
/// <param name="Rules">By rule: a draft counts once, whether the rule found anything in it or not.</param>
/// <param name="Quiet">Share of harmless drafts in which nothing was found that must be settled.</param>
/// <param name="Silent">Share of harmless drafts in which nothing at all was found.</param>
/// <param name="Places">Share of rightly found labels whose very characters the finding touches.</param>
public sealed record DraftEvaluation(
    IReadOnlyDictionary<string, DraftFigures> Rules,
    Metric Quiet,
    Metric Silent,
    Metric Places,
    IReadOnlyList<string> Misses
)
{
    public DraftFigures All => Rules.Values.Aggregate(new DraftFigures(0, 0, 0), (sum, figures) => sum + figures);

    public static DraftEvaluation Of(DraftChecker checker, IReadOnlyList<LabelledDraft> drafts)
    {
        var checks = drafts.Select(draft => (Draft: draft, Report: checker.Check(draft.Draft))).ToList();
        var harmless = checks.Where(check => check.Draft.Findings.Count == 0).ToList();
        var labels = checks
            .SelectMany(check =>
                check.Draft.Findings.Select(label =>
                    (Label: label, Found: check.Report.Findings.Where(finding => finding.Rule.Id == label.Rule).ToList(), check.Draft.Text)
                )
            )
            .Where(label => label.Found.Count > 0 && label.Label.At.Length > 0)
            .ToList();
        return new DraftEvaluation(
            checker.Rules.ToDictionary(rule => rule.Id, rule => Figures(rule.Id, checks)),
            Share(harmless, check => check.Report.IsQuiet),
            Share(harmless, check => check.Report.Findings.Count == 0),
            Share(labels, label => label.Found.Exists(finding => Touches(label.Text, label.Label.At, finding))),
            [.. checks.SelectMany(check => Missed(check.Draft, check.Report))]
        );
    }

    private static DraftFigures Figures(string rule, List<(LabelledDraft Draft, DraftReport Report)> checks)
    {
        var outcomes = checks.ConvertAll(check =>
            (
                Wanted: check.Draft.Findings.Any(label => label.Rule == rule),
                Found: check.Report.Findings.Any(finding => finding.Rule.Id == rule)
            )
        );
        return new DraftFigures(
            outcomes.Count(one => one is { Wanted: true, Found: true }),
            outcomes.Count(one => one is { Wanted: false, Found: true }),
            outcomes.Count(one => one is { Wanted: true, Found: false })
        );
    }

    private static IEnumerable<string> Missed(LabelledDraft draft, DraftReport report)
    {
        foreach (var label in draft.Findings.Where(label => !report.Findings.Any(finding => finding.Rule.Id == label.Rule)))
            yield return $"見落とし {draft.Id} {label.Rule}「{label.At}」　{draft.Text}";
        foreach (var finding in report.Findings.Where(finding => !draft.Findings.Any(label => label.Rule == finding.Rule.Id)))
            yield return $"余分 {draft.Id} {finding.Rule.Id}「{finding.In(draft.Text)}」　{draft.Text}";
    }

    private static bool Touches(string text, string at, DraftFinding finding)
    {
        for (
            var start = text.IndexOf(at, StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf(at, start + 1, StringComparison.Ordinal)
        )
            if (start < finding.End && finding.Start < start + at.Length)
                return true;
        return false;
    }

    private static Metric Share<T>(List<T> all, Func<T, bool> holds) =>
        new(all.Count == 0 ? 1 : (double)all.Count(holds) / all.Count, all.Count);
}

/// <param name="Right">Drafts with a label of the rule, and a finding.</param>
/// <param name="Needless">Drafts with a finding and no such label.</param>
/// <param name="Missed">Drafts with such a label and no finding.</param>
public readonly record struct DraftFigures(int Right, int Needless, int Missed)
{
    public double Precision => Right + Needless == 0 ? 1 : (double)Right / (Right + Needless);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public static DraftFigures operator +(DraftFigures one, DraftFigures other) =>
        new(one.Right + other.Right, one.Needless + other.Needless, one.Missed + other.Missed);
}
