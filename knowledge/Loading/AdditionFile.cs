using System.Globalization;
using System.Text;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary><c>supplements.md</c>: a <see cref="PartFile"/> with one part for each <see cref="Addition"/>; <c>&gt;</c> lines are 広報広聴課's answer.</summary>
internal static class AdditionFile
{
    private const string Title = "# 質問から加えた知識";

    public static List<Addition> Read(string file, string text, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var additions = new List<Addition>();
        foreach (var part in PartFile.Read(file, text, findings, quotes: true).Skip(1))
        {
            var (question, clause, answer) = (part.Get("質問"), part.Get("条項"), string.Join('\n', part.Quote));
            if (question.Length == 0)
                findings.Add(new Finding(file, part.Line, true, "「質問」を書いてください。"));
            else if (clause.Length > 0 && !clauses.Contains(clause))
                findings.Add(new Finding(file, part.LineOf("条項"), true, $"条項 {clause} はガイドラインにありません。"));
            else if (clause.Length == 0 == (answer.Length == 0))
                findings.Add(new Finding(file, part.Line, true, "「条項」か、「> 」で始まる回答の、どちらか一方を書いてください。"));
            else
                additions.Add(
                    new Addition(part.Name, part.Get("日付"), question, clause.Length > 0 ? ClauseId.Parse(clause) : null, answer)
                );
        }
        return additions;
    }

    public static string Write(IEnumerable<Addition> additions)
    {
        var text = new StringBuilder(Title).Append('\n');
        foreach (var addition in additions)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {addition.Number} （質問から）\n\n- 日付: {addition.On}\n- 質問: {OneLine(addition.Question)}\n"
            );
            if (addition.Clause is { } clause)
                text.Append(CultureInfo.InvariantCulture, $"- 条項: {clause}\n");
            foreach (var line in addition.Answer.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                text.Append(CultureInfo.InvariantCulture, $"> {line}\n");
        }
        return text.ToString();
    }

    /// <summary>広報広聴課's answers as a text of their own beside the guidelines; null for none.</summary>
    public static Guideline? Guideline(IReadOnlyList<Addition> additions, Office office)
    {
        var name = $"{office.Name}の回答";
        var title = new Clause(new ClauseId(Addition.Guideline, "0"), name, "", name, null, 1);
        List<Clause> clauses =
        [
            .. additions
                .Where(addition => addition.Answer.Length > 0)
                .Select(addition => new Clause(
                    new ClauseId(Addition.Guideline, addition.Number),
                    $"{addition.Number}（{addition.On}）",
                    addition.Question,
                    $"{addition.Question}\n{addition.Answer}",
                    null,
                    1
                )),
        ];
        return clauses.Count == 0 ? null : new Guideline(Addition.Guideline, name, "", [title, .. clauses], []);
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
