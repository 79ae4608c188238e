using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One clause, word for word, as a part of somebody's own message: nothing to press, for the bot may not be in that chat.</summary>
public static class CitationCard
{
    public static AdaptiveCard Render(AnswerCard.Model model) =>
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
                Plain.Subtle(model.Source),
            ]
        );
}
