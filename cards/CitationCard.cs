using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One clause, word for word, as a part of somebody's own message: nothing to press, for the bot may not be in that chat.</summary>
public static class CitationCard
{
    /// <param name="on">The day on which it was taken over: the guideline may be revised after.</param>
    public static AdaptiveCard Render(AnswerCard.Model model, DateOnly on) =>
        Sheet.New(
            $"{model.Label}　{model.Source}",
            [
                Sheet.Title(model.Label),
                .. model.HeadingPath.Count == 0 ? [] : new[] { Plain.Subtle(string.Join(" › ", model.HeadingPath)) },
                new AdaptiveContainer
                {
                    Style = AdaptiveContainerStyle.Emphasis,
                    Items = [.. model.Paragraphs.Select(runs => Plain.Text(string.Concat(runs.Select(run => run.Text))))],
                },
                Plain.Subtle($"{model.Source}　{Wareki.Day(on)}時点"),
            ]
        );
}
