using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The checklists: starting one, and those that run or ran.</summary>
public static class IncidentsCard
{
    public const string OpenVerb = "incident.list";

    public const string Running = "running";
    public const string Closed = "closed";
    public const string All = "all";
    public const int PageLength = 6;

    /// <param name="Show"><see cref="Running"/>, <see cref="Closed"/> or <see cref="All"/>.</param>
    /// <param name="Number">From 0.</param>
    public sealed record Page(string Show, int Number);

    /// <summary>The answer to the question which of several is meant.</summary>
    public const string WhichVerb = "incident.which";

    public const int LongestWords = 500;

    /// <param name="Words">What was typed.</param>
    /// <param name="Does">What it does there.</param>
    public sealed record Which(string Incident, string Words, string Does);

    public sealed record Kind(string Checklist, string Title);

    /// <param name="Heading">With 【訓練】 where it is one.</param>
    /// <param name="State">「12件のうち3件が済みました。」</param>
    public sealed record Row(string Incident, string Heading, string State, DateTimeOffset At);

    /// <param name="Title">自分のチェックリスト, or すべての….</param>
    /// <param name="Kinds">What can be started; empty where the card only tells.</param>
    public sealed record Model(string Title, IReadOnlyList<Kind> Kinds, Page Page, IReadOnlyList<Row> Rows, int Total)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}は{model.Total}件です。",
            [
                .. model.Kinds.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Sheet.Title("チェックリスト"),
                        Sheet.Sentence("起きていることを選ぶと、することを順にご案内します。"),
                        .. Press.Starts([
                            .. model.Kinds.Select(kind => new Start(
                                kind.Title,
                                IncidentStartCard.OpenVerb,
                                new IncidentStartCard.Open(kind.Checklist)
                            )),
                            new Start("訓練をする", DrillsCard.OpenVerb),
                        ]),
                    ],
                Sheet.Heading(model.Title),
                .. Press.Sets(
                    new[] { (Running, "対応中"), (Closed, "終了"), (All, "すべて") }.Select(filter =>
                        Press.Button(
                            filter.Item1 == model.Page.Show ? $"● {filter.Item2}" : filter.Item2,
                            OpenVerb,
                            new Page(filter.Item1, 0)
                        )
                    )
                ),
                .. model.Total == 0 ? [Plain.Text("該当するものはありません。")] : model.Rows.Take(PageLength).Select(Item),
                .. Press.Sets(Turns(model)),
            ]
        );

    /// <summary>The morning's digest for the office.</summary>
    public static AdaptiveCard RenderDigest(string title, IReadOnlyList<Row> rows, int total) =>
        Sheet.New(
            $"{title}（{total}件）",
            [
                Sheet.Title(title),
                Plain.Text($"{total}件が対応中です。"),
                .. rows.Take(PageLength).Select(Item),
                new AdaptiveActionSet { Actions = [Press.Button("チェックリスト一覧", OpenVerb, new Page(Running, 0))] },
            ]
        );

    /// <summary>Several are running: which one is meant?</summary>
    public static AdaptiveCard RenderWhich(string question, string shown, string words, string does, IReadOnlyList<Row> rows) =>
        Sheet.New(
            question,
            [
                Sheet.Title(question),
                Plain.Subtle(shown),
                .. rows.Select(row => new AdaptiveContainer
                {
                    Separator = true,
                    SelectAction = Press.Button(row.Heading, WhichVerb, new Which(row.Incident, words, does)),
                    Items = [Plain.Block(ClauseLink.Linked(row.Heading)), Plain.Subtle($"開始 {Wareki.Minute(row.At)}")],
                }),
            ]
        );

    private static AdaptiveElement Item(Row row) =>
        new AdaptiveContainer
        {
            Separator = true,
            SelectAction = Press.Button($"{row.Heading}を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(row.Incident)),
            Items = [Plain.Block(ClauseLink.Linked(row.Heading)), Plain.Text(row.State), Plain.Subtle($"開始 {Wareki.Minute(row.At)}")],
        };

    private static IEnumerable<AdaptiveAction> Turns(Model model) =>
        Press.Turns(model.Page.Number, model.Pages, (title, number) => Press.Button(title, OpenVerb, model.Page with { Number = number }));
}
