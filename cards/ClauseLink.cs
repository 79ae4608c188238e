using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A clause to go to.</summary>
/// <param name="Clause">Its id, as <c>4-2</c>.</param>
/// <param name="Label">What people call it: 「4②」.</param>
/// <param name="Excerpt">How it begins, word for word.</param>
public sealed record ClauseLink(string Clause, string Label, string Excerpt)
{
    /// <summary>One line: the number, then how the clause begins; a press anywhere on it opens the clause.</summary>
    public AdaptiveContainer ToRow(string? question, string before = "") =>
        new()
        {
            Spacing = AdaptiveSpacing.Small,
            SelectAction = ToPress(question),
            Items = [Plain.Block(Linked(before + Label), new AdaptiveTextRun($"　{Plain.Cut(Excerpt, 30)}"))],
        };

    public AdaptiveExecuteAction ToPress(string? question) =>
        Press.Button($"{Label} を開く", AnswerCard.OpenVerb, new AnswerCard.Open(Clause, question));

    /// <summary>Underlined, so that not the colour alone says that it can be pressed.</summary>
    public static AdaptiveTextRun Linked(string text) =>
        new(text)
        {
            Weight = AdaptiveTextWeight.Bolder,
            Color = AdaptiveTextColor.Accent,
            Underline = true,
        };
}
