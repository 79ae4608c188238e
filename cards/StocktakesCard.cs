using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>棚卸し of all accounts: what is open, idle or locked.</summary>
public static class StocktakesCard
{
    public const string PageVerb = "stocktakes.page";
    public const string BeginVerb = "stocktakes.begin";
    public const string ExportVerb = "stocktakes.export";

    public const string All = "all";
    public const string Open = "open";
    public const string Dormant = "dormant";
    public const string Locked = "locked";

    public const int PageLength = 8;

    /// <param name="Show">One of <see cref="All"/>, <see cref="Open"/>, <see cref="Dormant"/>, <see cref="Locked"/>; null for all.</param>
    /// <param name="Number">From 0.</param>
    public sealed record Page(string? Show = null, int Number = 0);

    /// <param name="State">「未確認」</param>
    public sealed record Row(Guid Stocktake, string Title, string Section, string State);

    /// <param name="Rows">Those of this page.</param>
    /// <param name="Total">Of what is shown.</param>
    public sealed record Model(Page Page, IReadOnlyList<Row> Rows, int Total)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);

        /// <summary>「令和8年度の棚卸し：40件のうち、未確認 3件…」</summary>
        public string Lead { get; init; } = "";

        public string? Told { get; init; }

        public bool MayExport { get; init; }

        public bool MayBegin { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            model.Lead,
            [
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("棚卸し"),
                Sheet.Sentence(model.Lead),
                .. model.Rows.Count == 0 && model.Page.Show == All ? [] : Filtered(model),
                .. Press.Sets([
                    .. Press.Turns(
                        model.Page.Number,
                        model.Pages,
                        (title, number) => Press.Leave(title, PageVerb, model.Page with { Number = number })
                    ),
                    .. model.MayExport ? [Press.Leave("CSVの書き出し", ExportVerb)] : Array.Empty<AdaptiveAction>(),
                    .. model.MayBegin ? [Press.Leave("確認をお願いする", BeginVerb)] : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    private static IEnumerable<AdaptiveElement> Filtered(Model model) =>
        [
            .. Press.Sets(
                new[] { (All, "すべて"), (Open, "未確認"), (Dormant, "休眠"), (Locked, "ログイン不可") }.Select(filter =>
                    Press.Leave(filter.Item1 == model.Page.Show ? $"● {filter.Item2}" : filter.Item2, PageVerb, new Page(filter.Item1, 0))
                )
            ),
            .. model.Rows.Count == 0 ? [Plain.Text("該当するアカウントはありません。")] : model.Rows.Select<Row, AdaptiveElement>(Item),
        ];

    private static AdaptiveColumnSet Item(Row row)
    {
        var open = Press.Leave("開く", StocktakeCard.OpenVerb, new StocktakeCard.Open(row.Stocktake));
        // Several buttons of one name: a screen reader says which is which.
        open.Tooltip = $"{Plain.Cut(row.Title, 50)} を開く";
        return new AdaptiveColumnSet
        {
            Separator = true,
            Columns =
            [
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Stretch,
                    Items = [Plain.Bold(Plain.Cut(row.Title, 70)), Plain.Subtle($"{Plain.Cut(row.Section, 40)}　{row.State}")],
                },
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Auto,
                    VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                    Items = [new AdaptiveActionSet { Actions = [open] }],
                },
            ],
        };
    }
}
