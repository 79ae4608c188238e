using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// A file of <c>draft-rules/</c>: a <see cref="PartFile"/> whose parts are rules; <c>&gt;</c> lines say what is looked for. 近く and 除く are
/// words that its sentence must or must not hold; まわり and まわりで除く the same for the sentences around, 場面 for the whole text. {姓} in a
/// pattern stands for any family name of <c>surnames.txt</c>.
/// </summary>
internal static class DraftRuleFile
{
    private const string OursAlone = "実務の目安";
    private const string Settle = "確認",
        Hint = "ヒント";

    /// <returns>The rules without an error; <paramref name="findings"/> says what is wrong with the others.</returns>
    public static IEnumerable<DraftRule> Read(
        string file,
        string text,
        IReadOnlySet<string> clauses,
        List<Finding> findings,
        IReadOnlyList<string>? surnames = null
    ) =>
        [
            .. PartFile
                .Read(file, text.Replace("{姓}", AnyOf(surnames ?? []), StringComparison.Ordinal), findings, quotes: true)
                .Skip(1)
                .Select(part => Rule(file, part, clauses, findings))
                .OfType<DraftRule>(),
        ];

    /// <summary>The longest first, so that 佐々木 is not read as 佐.</summary>
    private static string AnyOf(IEnumerable<string> names) =>
        $"(?:{string.Join('|', names.OrderByDescending(name => name.Length).Select(Regex.Escape))})";

    private static DraftRule? Rule(string file, PartFile.Part part, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var before = findings.Count;
        var clause = part.Get("条項");
        if (clause != OursAlone && !clauses.Contains(clause))
            Fault(
                "条項",
                clause.Length == 0
                    ? $"「条項」に条項の番号か「{OursAlone}」を書いてください。"
                    : $"条項 {clause} はガイドラインにありません。"
            );
        if (part.Get("重さ") is not (Settle or Hint))
            Fault("重さ", $"「重さ」は {Settle} か {Hint} にしてください。");
        if (part.Get("説明").Length == 0)
            Fault("説明", "「説明」に、書いた人に伝える一文を書いてください。");
        if (!Detectors.All.TryGetValue(part.Get("見方"), out var detector))
            Fault("見方", $"「見方」は {string.Join("、", Detectors.All.Keys)} のどれかにしてください。");
        foreach (var limit in (string[])["上限", "Xでの上限"])
            if (part.Get(limit) is { Length: > 0 } value && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                Fault(limit, $"「{limit}」は数字で書いてください。");
        if (findings.Count > before)
            return null;

        try
        {
            var find = detector!(
                new Detectors.Look([.. part.Quote.Where(line => line.Length > 0)], Words("近く"), Number("上限"), Number("Xでの上限"))
            );
            var (scene, around, except, exceptAround) = (Words("場面"), Words("まわり"), Words("除く"), Words("まわりで除く"));
            return new DraftRule(
                part.Name,
                part.Label,
                clauses.Contains(clause) ? ClauseId.Parse(clause) : null,
                part.Get("重さ") == Hint,
                part.Get("説明")
            )
            {
                Find = draft =>
                    !scene.AllowsIn(draft.Plain)
                        ? []
                        : find(draft)
                            .Where(spot =>
                                spot.Length == 0
                                || around.AllowsIn(draft.SurroundingsOf(spot))
                                    && !except.HasIn(draft.SentenceOf(spot))
                                    && !exceptAround.HasIn(draft.SurroundingsOf(spot))
                            ),
                GivesWayTo = part.Words("譲る"),
            };
        }
        catch (FormatException unusable)
        {
            findings.Add(new Finding(file, part.Line, true, unusable.Message));
            return null;
        }

        WordSet Words(string property) => new(part.Words(property));

        int Number(string property) =>
            part.Get(property) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : int.MaxValue;

        void Fault(string property, string message) => findings.Add(new Finding(file, part.LineOf(property), true, message));
    }
}
