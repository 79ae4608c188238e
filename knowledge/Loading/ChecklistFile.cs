using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>A file of <c>checklists/</c>: a <see cref="PartFile"/> whose parts are the steps, in order; <c>&gt;</c> lines are ready wording.</summary>
internal static partial class ChecklistFile
{
    /// <summary>What stands in the place of a clause where the guideline says nothing.</summary>
    private const string OursAlone = "実務の目安";

    /// <summary>In the place of 証拠: what to keep, without which the step cannot be ticked.</summary>
    private const string ProofNeeded = "証拠必須";

    private static readonly Dictionary<string, StepRole> Roles = new()
    {
        ["全員"] = StepRole.Everyone,
        ["統括"] = StepRole.Lead,
        ["対応"] = StepRole.Responder,
        ["記録"] = StepRole.Recorder,
        ["連絡"] = StepRole.Contact,
    };

    /// <returns>Null where the file has an error; <paramref name="findings"/> says which.</returns>
    public static Checklist? Read(string file, string text, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var before = findings.Count;
        if (PartFile.Read(file, text, findings, quotes: true) is not [var head, _, ..] parts)
        {
            findings.Add(new Finding(file, 1, true, "「# 題名」と、「## 英字の名 （手順）」が一つ以上必要です。"));
            return null;
        }
        foreach (var unknown in head.Words("条項").Where(clause => !clauses.Contains(clause)))
            Fault(head, "条項", $"条項 {unknown} はガイドラインにありません。");
        var every = Length(head.Get("状況報告"));
        if (every is null && head.Get("状況報告").Length > 0)
            Fault(head, "状況報告", "「状況報告」は 30分、2時間、1日 のように書いてください。");
        var steps = parts.Skip(1).Select(Step).ToList();
        return findings.Count > before
            ? null
            : new Checklist(
                Path.GetFileNameWithoutExtension(file),
                head.Name,
                [.. head.Words("条項").Select(ClauseId.Parse)],
                every,
                head.Words("ことば"),
                head.Get("初めに"),
                steps
            );

        ChecklistStep Step(PartFile.Part part)
        {
            var clause = part.Get("条項");
            if (clause != OursAlone && !clauses.Contains(clause))
                Fault(
                    part,
                    "条項",
                    clause.Length == 0
                        ? $"「条項」に条項の番号か「{OursAlone}」を書いてください。"
                        : $"条項 {clause} はガイドラインにありません。"
                );
            if (!Roles.ContainsKey(part.Get("役割")))
                Fault(part, "役割", $"「役割」は {string.Join("、", Roles.Keys)} のどれかにしてください。");
            if (Length(part.Get("期限")) is null)
                Fault(part, "期限", "「期限」は すぐ、10分、2時間、1日 のように書いてください。");
            foreach (
                var unknown in Places()
                    .Matches(string.Join('\n', part.Quote))
                    .Select(place => place.Groups["name"].Value)
                    .Where(name => !Wording.Names.Contains(name))
            )
                findings.Add(
                    new Finding(
                        file,
                        part.Line,
                        true,
                        $"文例の {{{unknown}}} は使えません。{string.Join("、", Wording.Names)} のどれかにしてください。"
                    )
                );
            return new ChecklistStep(
                part.Name,
                part.Label,
                clauses.Contains(clause) ? ClauseId.Parse(clause) : null,
                Roles.GetValueOrDefault(part.Get("役割")),
                Length(part.Get("期限")) ?? default,
                part.Get("説明"),
                part.Get(ProofNeeded) is { Length: > 0 } needed ? needed : part.Get("証拠"),
                part.Get("条件"),
                string.Join('\n', part.Quote)
            )
            {
                NeedsProof = part.Get(ProofNeeded).Length > 0,
                Milestone = part.Get("節目"),
                Contacts = part.Get("連絡先"),
            };
        }

        void Fault(PartFile.Part part, string property, string message) =>
            findings.Add(new Finding(file, part.LineOf(property), true, message));
    }

    private static TimeSpan? Length(string text) => text == "すぐ" ? TimeSpan.FromMinutes(5) : Spans.Read(text);

    [GeneratedRegex(@"\{(?<name>[^}]*)\}")]
    private static partial Regex Places();
}
