using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The guideline says nothing about it: an honest end, and where to go from here.</summary>
public static class NoneCard
{
    public const string EscalateVerb = "ask.escalate";

    public sealed record Escalate(string Question);

    /// <param name="Office">Who takes questions through the bot; null where nobody does.</param>
    public sealed record Model(string Question, string? Office)
    {
        /// <summary>Whose matter it is instead, as far as that is known.</summary>
        public Other? Elsewhere { get; init; }

        /// <summary>What the guideline does say nearby.</summary>
        public IReadOnlyList<ClauseLink> Near { get; init; } = [];
    }

    /// <param name="Matter">「情報公開」</param>
    /// <param name="Office">Who sees to it.</param>
    public sealed record Other(string Matter, string Office);

    private const string NotFound = "ガイドラインに該当する定めは見つかりませんでした";

    /// <summary>The same in plain text, for notifications and screen readers.</summary>
    public static string Summary(Model model) => model.Elsewhere is { } other ? $"{NotFound}。{Told(other)}" : $"{NotFound}。";

    private static string Told(Other other) => $"{other.Matter}のことは、{other.Office}にお尋ねください（実務の目安）。";

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            Summary(model),
            [
                Sheet.Title(NotFound),
                .. model.Question.Length == 0
                    ? []
                    : new[] { Plain.Subtle($"ご質問: {Plain.Cut(model.Question, AnswerCard.LongestQuestion)}") },
                .. model.Elsewhere is { } other ? [Plain.Text(Told(other))] : Array.Empty<AdaptiveElement>(),
                .. model.Near.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Sheet.Heading("近いことを定めた条文"),
                        .. model.Near.Select(link => link.ToRow(Plain.Cut(model.Question, AnswerCard.LongestQuestionInRow))),
                    ],
                .. Press.Sets([
                    .. model.Office is { } office
                        ?
                        [
                            Press.Button(
                                $"{office}に質問する",
                                EscalateVerb,
                                new Escalate(Plain.Cut(model.Question, EscalateCard.LongestQuestion))
                            ),
                        ]
                        : Array.Empty<AdaptiveAction>(),
                    ContentsCard.Button(),
                ]),
                Plain.Subtle(
                    "短い文で一つのことを尋ねたり、「パスワード」「届出」などガイドラインの言葉を使ったりすると、見つかることがあります。"
                ),
            ]
        );
}
