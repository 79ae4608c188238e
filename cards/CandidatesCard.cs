using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Up to three clauses that a question may be about; one press opens one.</summary>
public static class CandidatesCard
{
    public const string NoneVerb = "ask.none";

    public const int LongestExcerpt = 90;

    public sealed record NoneOfThem(string Question);

    /// <param name="HeadingPath">From the section down.</param>
    public sealed record Candidate(ClauseLink Link, IReadOnlyList<string> HeadingPath);

    public sealed record Model(string Question, IReadOnlyList<Candidate> Candidates);

    public static AdaptiveCard Render(Model model)
    {
        var question = Plain.Cut(model.Question, AnswerCard.LongestQuestion);
        return Sheet.New(
            "次のどれについてのご質問ですか？",
            [
                Sheet.Title("次のどれについてのご質問ですか？"),
                .. model.Candidates.Select(candidate => Row(candidate, question)),
                new AdaptiveActionSet
                {
                    Actions = [Press.Button("どれでもない", NoneVerb, new NoneOfThem(question)), ContentsCard.Button()],
                },
            ]
        );
    }

    private static AdaptiveContainer Row(Candidate candidate, string question) =>
        new()
        {
            Style = AdaptiveContainerStyle.Emphasis,
            SelectAction = candidate.Link.ToPress(question),
            Items =
            [
                Plain.Block(
                    ClauseLink.Linked(candidate.Link.Label),
                    new AdaptiveTextRun($"　{string.Join(" › ", candidate.HeadingPath)}") { IsSubtle = true, Size = AdaptiveTextSize.Small }
                ),
                Plain.Text(Plain.Cut(candidate.Link.Excerpt, LongestExcerpt)),
            ],
        };
}
