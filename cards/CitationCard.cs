using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One clause, or a procedure's steps, as part of somebody's own message: nothing to press, for the bot may not be in that chat.</summary>
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

    /// <summary>What matters most in the guideline's words, and each step with the clause that it rests on.</summary>
    public static AdaptiveCard RenderProcedure(ProcedureCard.Model model, DateOnly on) =>
        Sheet.New(
            $"{model.Title}　{model.Source}",
            [
                Sheet.Title(model.Title),
                new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Items = [.. model.Quote.Select(Plain.Text)] },
                .. model.Steps.SelectMany((step, place) => Step(step, place + 1)),
                Plain.Subtle($"{model.Source}　{Wareki.Day(on)}時点"),
            ]
        );

    private static IEnumerable<AdaptiveElement> Step(ProcedureCard.Item step, int number)
    {
        yield return Plain.Text($"{number}　{step.Title}（{step.Label}）");
        if (step.Facts.Count > 0)
            yield return Plain.Subtle(string.Join("、", step.Facts.Select(fact => $"{fact.Name}：{fact.Words}")));
    }
}
