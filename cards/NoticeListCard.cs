using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Notices: one's own, or all of them for those who decide.</summary>
public static class NoticeListCard
{
    public const string OpenVerb = "notice.list";

    public const int PageLength = 6;

    public const string Mine = "mine";
    public const string Everybodys = "all";

    public const string All = "all";

    /// <param name="Whose"><see cref="Mine"/> or <see cref="Everybodys"/>.</param>
    /// <param name="Filter"><see cref="All"/> or a status.</param>
    /// <param name="Number">From 0.</param>
    public sealed record Page(string Whose, string Filter, int Number);

    public sealed record Row(string Notice, string Number, string Title, string About, string Status, DateTimeOffset At);

    public sealed record Filter(string Name, string Title);

    /// <param name="Total">How many there are with this filter.</param>
    public sealed record Model(string Title, Page Page, IReadOnlyList<Row> Rows, int Total, IReadOnlyList<Filter> Filters)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}は{model.Total}件です。",
            [
                Sheet.Title(model.Title),
                Sheet.Sentence(
                    model.Total == 0
                        ? "該当する届出はありません。"
                        : $"{model.Total}件{(model.Pages > 1 ? $"（{model.Page.Number + 1}/{model.Pages}ページ）" : "")}"
                ),
                .. Press.Sets(
                    model.Filters.Select(filter =>
                        Press.Button(
                            filter.Name == model.Page.Filter ? $"● {filter.Title}" : filter.Title,
                            OpenVerb,
                            model.Page with
                            {
                                Filter = filter.Name,
                                Number = 0,
                            }
                        )
                    )
                ),
                .. model.Rows.Take(PageLength).Select(row => Item(model.Page, row)),
                .. Press.Sets(Turns(model)),
            ]
        );

    /// <summary>Notices that wait for somebody.</summary>
    public static AdaptiveCard RenderReminder(string lead, IReadOnlyList<Row> rows, int total) =>
        Sheet.New(
            $"{lead}（{total}件）",
            [
                Sheet.Title($"お待ちの届出（{total}件）"),
                Sheet.Sentence(lead),
                .. rows.Take(PageLength).Select(row => Item(new Page(Everybodys, All, 0), row)),
                .. Press.Sets([Press.Button("届出一覧", OpenVerb, new Page(Everybodys, All, 0))]),
            ]
        );

    private static AdaptiveContainer Item(Page page, Row row) =>
        new()
        {
            Separator = true,
            SelectAction = Press.Button($"{row.Number}を開く", NoticeCard.OpenVerb, new NoticeCard.NoticeRef(row.Notice, page)),
            Items =
            [
                Plain.Block(ClauseLink.Linked(row.Number), new AdaptiveTextRun($"　{row.Status}")),
                Plain.Text(Plain.Cut(row.About, 80)),
                Plain.Subtle($"{row.Title}　{Wareki.Minute(row.At)}"),
            ],
        };

    private static IEnumerable<AdaptiveAction> Turns(Model model) =>
        Press.Turns(model.Page.Number, model.Pages, (title, number) => Press.Button(title, OpenVerb, model.Page with { Number = number }));
}
