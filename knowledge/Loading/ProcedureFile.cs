using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// A file of <c>procedures/</c>: a <see cref="PartFile"/> whose parts are the steps, in order. What it says of a step counts as the guideline's word only
/// where the step's clause says it in these very words; so a revision that changes them turns it into 実務の目安 by itself.
/// </summary>
internal static class ProcedureFile
{
    /// <summary>What stands in the place of a clause where the guideline says nothing.</summary>
    private const string OursAlone = "実務の目安";

    private static readonly string[] OfWhole = ["条項"];
    private static readonly string[] OfStep = ["条項", "様式", "どこに", "いつまで", "だれが", "説明"];

    /// <param name="clauses">Those of the guidelines in force, by id.</param>
    /// <returns>Null where the file has an error; <paramref name="findings"/> says which.</returns>
    public static Procedure? Read(
        string file,
        string text,
        IReadOnlyDictionary<string, Clause> clauses,
        IReadOnlyList<NoticeForm> forms,
        List<Finding> findings
    )
    {
        var before = findings.Count;
        var key = Path.GetFileNameWithoutExtension(file);
        if (!Procedure.Keys.Contains(key))
            findings.Add(
                new Finding(
                    file,
                    1,
                    true,
                    $"{Procedure.Acts}{key} という動きはありません。ファイル名は {string.Join("、", Procedure.Keys)} のどれかにしてください。"
                )
            );
        if (PartFile.Read(file, text, findings) is not [var head, _, ..] parts)
        {
            findings.Add(new Finding(file, 1, true, "「# 題名」と、「## 英字の名 （すること）」が一つ以上必要です。"));
            return null;
        }
        if (parts.Count - 1 > Procedure.MostSteps)
            findings.Add(
                new Finding(file, parts[Procedure.MostSteps + 1].Line, true, $"手順は {Procedure.MostSteps} までにしてください。")
            );
        CheckNames(head, OfWhole);
        if (head.Words("条項").Length == 0)
            Fault(head, "条項", "「条項」に、初めに引用する条項の番号を書いてください。");
        foreach (var unknown in head.Words("条項").Where(clause => !clauses.ContainsKey(clause)))
            Fault(head, "条項", $"条項 {unknown} はガイドラインにありません。");
        var steps = parts.Skip(1).Select(Step).ToList();
        return findings.Count > before ? null : new Procedure(key, head.Name, [.. head.Words("条項").Select(ClauseId.Parse)], steps);

        ProcedureStep Step(PartFile.Part part)
        {
            CheckNames(part, OfStep);
            var clause = clauses.GetValueOrDefault(part.Get("条項"));
            if (clause is null && part.Get("条項") != OursAlone)
                Fault(
                    part,
                    "条項",
                    part.Get("条項").Length == 0
                        ? $"「条項」に条項の番号か「{OursAlone}」を書いてください。"
                        : $"条項 {part.Get("条項")} はガイドラインにありません。"
                );
            var form = forms.FirstOrDefault(form => NoticeKindNames.Of(form.Kind) == part.Get("様式"));
            if (form is null && part.Get("様式").Length > 0)
                Fault(
                    part,
                    "様式",
                    $"{part.Get("様式")} という様式はありません。{string.Join("、", forms.Select(form => NoticeKindNames.Of(form.Kind)))} のどれかにしてください。"
                );
            return new ProcedureStep(
                part.Name,
                part.Label,
                clause?.Id,
                form?.Kind,
                Of(part.Get("どこに") is { Length: > 0 } where ? where : form?.Addressee ?? "", clause),
                Of(part.Get("いつまで"), clause),
                Of(part.Get("だれが"), clause),
                part.Get("説明")
            );
        }

        void CheckNames(PartFile.Part part, string[] names)
        {
            foreach (var unknown in part.Properties.Keys.Where(name => !names.Contains(name)))
                Fault(part, unknown, $"「{unknown}」は使えません。{string.Join("、", names)} のどれかにしてください。");
        }

        void Fault(PartFile.Part part, string property, string message) =>
            findings.Add(new Finding(file, part.LineOf(property), true, message));
    }

    private static Fact Of(string text, Clause? clause) =>
        new(text, clause is null || !Bare(clause.Text).Contains(Bare(text), StringComparison.Ordinal));

    /// <summary>Without spaces, which differ from one publication to the next.</summary>
    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
