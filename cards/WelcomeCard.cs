using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Who the bot is, and a first question to press.</summary>
public static class WelcomeCard
{
    public const string ExampleVerb = "ask.example";

    public sealed record Example(string Question);

    /// <param name="Privacy">What is stored of what staff type.</param>
    public sealed record Model(string BotName, string GuidelineName, string Revision, IReadOnlyList<string> Examples, string Privacy)
    {
        public IReadOnlyList<Start> Starts { get; init; } = [];

        public string Introduction =>
            $"「{GuidelineName}」{(Revision.Length == 0 ? "" : $"（{Revision}）")}の条文を、そのままの文でお答えします。ふだんの言葉でご質問ください。";
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.BotName}です。{model.Introduction}",
            [
                Sheet.Title($"{model.BotName}です"),
                Plain.Text(model.Introduction),
                .. model.Examples.Count == 0 ? [] : new[] { Sheet.Heading("たとえば") },
                .. model.Examples.Select(Row),
                .. Press.Sets([ContentsCard.Button(), HelpCard.Button(), .. model.Starts.Select(start => start.ToButton())]),
                Plain.Subtle(model.Privacy),
            ]
        );

    /// <summary>A row, because Teams cuts the title of a button where a question goes on.</summary>
    private static AdaptiveContainer Row(string question) =>
        new()
        {
            Style = AdaptiveContainerStyle.Emphasis,
            Spacing = AdaptiveSpacing.Small,
            SelectAction = Press.Button($"「{question}」と質問する", ExampleVerb, new Example(question)),
            Items = [Plain.Block(ClauseLink.Linked(question))],
        };
}
