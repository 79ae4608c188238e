using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>What one can do here and what waits for one, each a row to press: the welcome and the help alike.</summary>
public static class HomeCard
{
    public const string OpenVerb = "help.open";
    public const string ExampleVerb = "ask.example";

    /// <summary>Longer, and it would not fit on one line of a phone.</summary>
    public const int LongestExplanation = 19;

    private const string ExamplesPart = "examples";
    private const string MorePart = "more";

    public sealed record Example(string Question);

    /// <summary>Where a row stands; in this order.</summary>
    public enum Place
    {
        /// <summary>Something of this person's is open.</summary>
        Waiting,

        /// <summary>What the person has to decide or answer for others.</summary>
        Office,

        /// <summary>What most people come for.</summary>
        Offer,

        /// <summary>All else, folded.</summary>
        More,
    }

    /// <param name="Title">What one can type instead.</param>
    /// <param name="Explains">One short line.</param>
    /// <param name="Count">Shown behind the title; 0 for none.</param>
    public sealed record Row(Place Place, string Title, string Explains, string Verb, object? Payload = null, int Count = 0)
    {
        /// <summary>Among those of its place; the lowest first.</summary>
        public int Order { get; init; } = 9;
    }

    /// <param name="Title">「ガイドラインボットです」, or 「ヘルプ」.</param>
    /// <param name="Questions">Examples of what one can ask.</param>
    /// <param name="Tells">What can only be typed, and what is stored.</param>
    public sealed record Model(
        string Title,
        string Introduction,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<string> Questions,
        IReadOnlyList<string> Tells,
        string Privacy
    );

    /// <summary>The way here from other cards.</summary>
    public static AdaptiveExecuteAction Button() => Press.Leave("ヘルプ", OpenVerb);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            Summary(model),
            [
                Sheet.Title(model.Title),
                Sheet.Sentence("ふだんの言葉で質問できます。下の行は押すと開きます。"),
                .. Rows(model, Place.Waiting),
                .. Rows(model, Place.Office),
                Pressable("質問の例", "こんなふうに尋ねられます", Toggle("質問の例を見る", ExamplesPart)),
                Hidden(ExamplesPart, model.Questions.Select(Question)),
                .. Rows(model, Place.Offer),
                .. Press.Sets([Toggle("ほかにできること", MorePart), ContentsCard.Button()]),
                Hidden(MorePart, [.. Rows(model, Place.More), .. model.Tells.Select(Plain.Text), Plain.Text(model.Introduction)]),
                Plain.Subtle(model.Privacy),
            ]
        );

    /// <summary>The same in plain text, for notifications and screen readers.</summary>
    public static string Summary(Model model) =>
        $"{model.Title}: {string.Join("、", model.Rows.Where(row => row.Place != Place.More).Select(TitleOf))}。ふだんの言葉で質問もできます。";

    private static string TitleOf(Row row) => row.Count > 0 ? $"{row.Title}（{row.Count}件）" : row.Title;

    private static IEnumerable<AdaptiveContainer> Rows(Model model, Place place) =>
        model
            .Rows.Where(row => row.Place == place)
            .OrderBy(row => row.Order)
            .Select(row => Pressable(TitleOf(row), row.Explains, Opens(row)));

    /// <summary>What is opened comes below, but for this card itself.</summary>
    private static AdaptiveExecuteAction Opens(Row row) =>
        row.Verb == OpenVerb ? Press.Button(TitleOf(row), row.Verb) : Press.Below(TitleOf(row), row.Verb, row.Payload);

    /// <summary>A row, because Teams cuts the title of a button where a line of explanation stands beside it.</summary>
    private static AdaptiveContainer Pressable(string title, string explains, AdaptiveAction action) =>
        new()
        {
            Spacing = AdaptiveSpacing.Small,
            SelectAction = action,
            Items = [Plain.Block(ClauseLink.Linked(title)), NoGap(Plain.Subtle(explains))],
        };

    private static AdaptiveRichTextBlock NoGap(AdaptiveRichTextBlock block)
    {
        block.Spacing = AdaptiveSpacing.None;
        return block;
    }

    private static AdaptiveContainer Question(string question) =>
        new()
        {
            Style = AdaptiveContainerStyle.Emphasis,
            Spacing = AdaptiveSpacing.Small,
            SelectAction = Press.Button($"「{question}」と質問する", ExampleVerb, new Example(question)),
            Items = [Plain.Block(ClauseLink.Linked(question))],
        };

    private static AdaptiveToggleVisibilityAction Toggle(string title, string id) =>
        new() { Title = title, TargetElements = [new AdaptiveTargetElement(id)] };

    private static AdaptiveContainer Hidden(string id, IEnumerable<AdaptiveElement> items) =>
        new()
        {
            Id = id,
            IsVisible = false,
            Items = [.. items],
        };
}
