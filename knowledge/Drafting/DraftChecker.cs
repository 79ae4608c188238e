using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Looks over a text before it is published. Knows rules, keeps nothing.</summary>
public sealed class DraftChecker
{
    private readonly IReadOnlyList<DraftRule> rules;
    private readonly SenseModel? sense;

    /// <param name="sense">What tells a sentence's sense; null where there are no examples.</param>
    internal DraftChecker(IReadOnlyList<DraftRule> rules, SenseModel? sense = null)
    {
        this.rules = rules;
        this.sense = sense;
    }

    /// <summary>Longest text it reads, in characters; longer than any service's post.</summary>
    public const int LongestText = 5000;

    public IReadOnlyList<DraftRule> Rules => rules;

    public DraftReport Check(Draft draft)
    {
        var text = new DraftText(draft);
        var (all, skipped) = (new List<DraftFinding>(), new List<DraftRule>());
        foreach (var rule in rules)
            try
            {
                all.AddRange(
                    rule.Find(text)
                        .Select(spot => new DraftFinding(rule, spot.Start, spot.Length, spot.Instead) { Note = spot.Note ?? "" })
                        .ToList()
                );
            }
            catch (RegexMatchTimeoutException)
            {
                // The others are worth having all the same.
                skipped.Add(rule);
            }
        all.AddRange(BySense(text, all));
        List<DraftFinding> findings =
        [
            .. all.Where(finding =>
                    !all.Exists(other => Stands(other, before: finding)) && !IsOwn(finding.In(text.Plain), draft.OwnAddresses)
                )
                .OrderBy(finding => finding.Length == 0 ? int.MaxValue : finding.Start)
                .ThenByDescending(finding => finding.Length),
        ];
        return new DraftReport(draft, findings, Mend(draft.Text, findings), skipped);
    }

    /// <summary>Where a rule has already spoken, the words say more than the sense.</summary>
    private IEnumerable<DraftFinding> BySense(DraftText text, List<DraftFinding> byRules) =>
        from one in sense?.In(text) ?? []
        let rule = rules.FirstOrDefault(rule => rule.Id == one.Rule)
        where
            rule is not null
            && !byRules.Exists(other => !other.Rule.IsHint && other.Start < one.Spot.Start + one.Spot.Length && one.Spot.Start < other.End)
        select new DraftFinding(rule, one.Spot.Start, one.Spot.Length, null);

    private static bool Stands(DraftFinding other, DraftFinding before) =>
        before.Rule.GivesWayTo.Contains(other.Rule.Id) && other.Start < before.End && before.Start < other.End;

    private static bool IsOwn(string found, IReadOnlyList<string> own) =>
        found.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && own.Any(address => address.Length > 0 && found.StartsWith(address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    private static string? Mend(string text, List<DraftFinding> findings)
    {
        var mended = new StringBuilder();
        var at = 0;
        foreach (var finding in findings.Where(finding => finding is { Length: > 0, Instead: not null }))
        {
            if (finding.Start < at)
                continue;
            mended.Append(text, at, finding.Start - at).Append(finding.Instead);
            at = finding.End;
        }
        return at == 0 ? null : mended.Append(text, at, text.Length - at).ToString();
    }
}
