using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>For the office: what staff ask in a month, what the guideline fails to answer, and how notices and incidents go. No names.</summary>
public static class InsightsCard
{
    public const string OpenVerb = "insights.month";
    public const string FileVerb = "insights.file";

    public const int Most = 5;
    public const int LongestQuestion = 80;

    /// <param name="Month">The first day of a month, in ISO 8601.</param>
    public sealed record Page(string Month);

    /// <param name="Note">Such as how long it took; empty for none.</param>
    public sealed record Row(string What, int Count, string Note = "");

    public sealed record Part(string Title, IReadOnlyList<Row> Rows);

    /// <param name="Month">令和8年11月</param>
    /// <param name="Before">The month before it.</param>
    /// <param name="After">The month after it; null for the present one.</param>
    /// <param name="CanTeach">Whether the reader may make answers of what was asked in vain.</param>
    public sealed record Model(string Month, Page Shown, Page Before, Page? After, IReadOnlyList<Part> Parts, bool CanTeach = false);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Month}の利用状況",
            [
                Sheet.Title($"利用状況　{model.Month}"),
                Plain.Subtle("お名前は集計していません。訓練のチェックリストは除いています。"),
                .. model.Parts.SelectMany(Draw),
                .. Press.Sets([
                    Press.Button("前の月", OpenVerb, model.Before),
                    .. model.After is { } after ? [Press.Button("次の月", OpenVerb, after)] : Array.Empty<AdaptiveAction>(),
                    Press.Button("CSV", FileVerb, model.Shown),
                    .. model.CanTeach
                        ? [Press.Button("答えられなかった質問", UnansweredCard.OpenVerb, new UnansweredCard.Page(0))]
                        : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    private static IEnumerable<AdaptiveElement> Draw(Part part) =>
        [
            Sheet.Heading(part.Title),
            .. part.Rows.Count == 0
                ? [Plain.Text("ありません。")]
                : part
                    .Rows.Take(Most)
                    .Select(row =>
                        Plain.Block(
                            new AdaptiveTextRun($"{row.Count}件　") { Weight = AdaptiveTextWeight.Bolder },
                            new AdaptiveTextRun(Plain.Cut(row.What, LongestQuestion)),
                            new AdaptiveTextRun(row.Note.Length == 0 ? "" : $"　{row.Note}") { IsSubtle = true }
                        )
                    ),
        ];
}
