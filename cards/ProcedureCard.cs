using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>手順: what matters most in the guideline's words, then every step in a line of its own.</summary>
public static class ProcedureCard
{
    public const string OpenVerb = "procedure.open";

    /// <summary>So that the card stays small enough to send; the clauses in full are one press away.</summary>
    private const int LongestQuote = 300;

    private const string Details = "details";

    public sealed record Open(string Procedure);

    /// <param name="Name">提出先, いつまで …</param>
    /// <param name="IsOurs">実務の目安: the guideline does not say so.</param>
    public sealed record Fact(string Name, string Text, bool IsOurs)
    {
        public string Words => IsOurs ? $"{Text}（実務の目安）" : Text;
    }

    /// <param name="Label">「6②ア」, or 「実務の目安」.</param>
    /// <param name="Clause">Its id; null where the guideline says nothing.</param>
    /// <param name="Quote">The clause word for word, paragraph by paragraph.</param>
    /// <param name="Help">Ours, not the guideline's; or empty.</param>
    public sealed record Item(
        string Title,
        string Label,
        string? Clause,
        IReadOnlyList<Fact> Facts,
        IReadOnlyList<string> Quote,
        string Help
    );

    /// <param name="Quote">The clause that says what matters most, word for word.</param>
    /// <param name="Source">「出典: …ガイドライン（令和5年4月改訂）6②ア」</param>
    public sealed record Model(string Procedure, string Title, IReadOnlyList<string> Quote, string Source, IReadOnlyList<Item> Steps)
    {
        /// <summary>The first begins the paper.</summary>
        public IReadOnlyList<Start> Starts { get; init; } = [];

        /// <summary>The whole texts were asked for, so they are not folded away.</summary>
        public bool IsUnfolded { get; init; }
    }

    /// <summary>What was asked about the procedure that was shown: where, which form, by when, who, why.</summary>
    /// <param name="Heading">「どこに」</param>
    /// <param name="Lines">One a step that has something to say of it.</param>
    public sealed record Side(string Procedure, string Title, string Heading, IReadOnlyList<Line> Lines);

    public sealed record Line(string Step, string Text, string Label, string? Clause);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}です。{model.Source}",
            [
                Sheet.Title(model.Title),
                Quoted(model.Quote),
                Plain.Subtle(model.Source),
                .. model.Steps.Select((step, place) => Row($"{place + 1}　{step.Title}　", step.Label, step.Clause, model.Procedure)),
                .. Starts(model),
                .. model.IsUnfolded ? [] : new[] { Toggle() },
                new AdaptiveContainer
                {
                    Id = Details,
                    IsVisible = model.IsUnfolded,
                    Items = [.. model.Steps.SelectMany((step, place) => Detail(step, place + 1))],
                },
            ]
        );

    public static AdaptiveCard RenderSide(Side side) =>
        Sheet.New(
            $"{side.Title}：{side.Heading}",
            [
                Sheet.Title(side.Heading),
                .. side.Lines.SelectMany(line =>
                    new AdaptiveElement[] { Plain.Text(line.Text), Row($"{line.Step}　", line.Label, line.Clause, side.Procedure) }
                ),
                new AdaptiveActionSet { Actions = [Press.Button("手順を見る", OpenVerb, new Open(side.Procedure))] },
            ]
        );

    /// <summary>The same for notifications, search results and screen readers.</summary>
    public static string PlainText(Model model) =>
        string.Join(
            '\n',
            [
                model.Title,
                .. model.Quote,
                model.Source,
                .. model.Steps.Select((step, place) => $"{place + 1}　{step.Title}（{step.Label}）"),
            ]
        );

    public static string PlainText(Side side) =>
        string.Join('\n', [$"{side.Title}：{side.Heading}", .. side.Lines.Select(line => $"{line.Text}（{line.Step}、{line.Label}）")]);

    /// <summary>A press anywhere on the line opens the clause.</summary>
    private static AdaptiveContainer Row(string text, string label, string? clause, string procedure) =>
        clause is null
            ? new AdaptiveContainer
            {
                Spacing = AdaptiveSpacing.Small,
                Items = [Plain.Block(new AdaptiveTextRun(text), new AdaptiveTextRun(label) { IsSubtle = true })],
            }
            : new AdaptiveContainer
            {
                Spacing = AdaptiveSpacing.Small,
                SelectAction = Press.Button($"{label} を開く", AnswerCard.OpenVerb, new AnswerCard.Open(clause, Procedure: procedure)),
                Items = [Plain.Block(new AdaptiveTextRun(text), ClauseLink.Linked(label))],
            };

    private static AdaptiveContainer Quoted(IReadOnlyList<string> paragraphs) =>
        new() { Style = AdaptiveContainerStyle.Emphasis, Items = [.. paragraphs.Select(Plain.Text)] };

    private static IEnumerable<AdaptiveElement> Starts(Model model) =>
        Press.Sets(
            model.Starts.Select((start, place) => place == 0 ? Press.Primary(start.Title, start.Verb, start.Payload) : start.ToButton())
        );

    private static AdaptiveActionSet Toggle() =>
        new()
        {
            Actions =
            [
                new AdaptiveToggleVisibilityAction
                {
                    Title = "どこに・いつまで・だれが・条文",
                    TargetElements = [new AdaptiveTargetElement(Details)],
                },
            ],
        };

    private static IEnumerable<AdaptiveElement> Detail(Item step, int number)
    {
        yield return Plain.Bold($"{number}　{step.Title}");
        foreach (var fact in step.Facts)
            yield return Plain.Named(fact.Name, fact.Words);
        if (step.Help.Length > 0)
            yield return Plain.Named("実務の目安", step.Help);
        if (step.Quote.Count > 0)
            yield return Quoted([$"{step.Label}の定め", .. Cut(step.Quote)]);
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> paragraphs)
    {
        var left = LongestQuote;
        foreach (var paragraph in paragraphs.TakeWhile(_ => left > 0))
        {
            yield return Plain.Cut(paragraph, left);
            left -= paragraph.Length;
        }
    }
}
