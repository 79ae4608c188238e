using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The guideline says nothing about it: an honest end, and where to go from here.</summary>
public static class NoneCard
{
    public const string EscalateVerb = "ask.escalate";

    public sealed record Escalate(string Question);

    /// <param name="Office">Who takes questions through the bot; null where nobody does.</param>
    public sealed record Model(string Question, string? Office);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            "ガイドラインに該当する定めは見つかりませんでした",
            [
                Sheet.Title("ガイドラインに該当する定めは見つかりませんでした"),
                .. model.Question.Length == 0
                    ? []
                    : new[] { Plain.Subtle($"ご質問: {Plain.Cut(model.Question, AnswerCard.LongestQuestion)}") },
                Sheet.Sentence("言い方を変えると見つかることがあります。"),
                Plain.Text("・短い文で、一つのことをお尋ねください。"),
                Plain.Text("・「パスワード」「炎上」「届出」など、ガイドラインの言葉をお使いください。"),
                Plain.Text("・目次から条文をお探しいただけます。"),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        ContentsCard.Button(),
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
                    ],
                },
            ]
        );
}
