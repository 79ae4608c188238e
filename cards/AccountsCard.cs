using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The register (台帳) of the city's accounts: search, filter, and a page of accounts.</summary>
public static class AccountsCard
{
    public const string FindVerb = "accounts.find";
    public const string PageVerb = "accounts.page";
    public const string ExportVerb = "accounts.export";

    public const string SearchInput = "search";
    public const string StateInput = "state";

    public const string Running = "running";
    public const string NotStarted = "before";
    public const string Ended = "ended";
    public const string All = "all";

    public const int PageLength = 8;
    public const int LongestSearch = 60;

    /// <summary>Both come from the inputs; a client may leave out an empty one.</summary>
    public sealed record Find(string? Search = null, string? State = null);

    /// <summary>Which part of the list is shown; other cards carry it to come back here.</summary>
    /// <param name="Show">One of <see cref="Running"/>, <see cref="NotStarted"/>, <see cref="Ended"/>, <see cref="All"/>.</param>
    /// <param name="Number">Of the page, from 0.</param>
    public sealed record Place(string? Words = null, string? Show = null, int Number = 0);

    /// <param name="State">「運用中」</param>
    public sealed record Row(Guid Id, string Service, string Name, string Section, string State);

    /// <param name="Place">With the page as it is, after a page that does not exist was asked for.</param>
    /// <param name="Rows">Those of this page.</param>
    /// <param name="Total">How many were found in all.</param>
    /// <param name="MayExport">Shows the button that says how to get a file of it.</param>
    public sealed record Model(Place Place, IReadOnlyList<Row> Rows, int Total, bool MayExport = false)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);

        public string Sentence =>
            Total == 0
                ? $"{(string.IsNullOrEmpty(Place.Words) ? "" : "条件に合う")}アカウントはありません。"
                : $"{Label(Place.Show)}{Total}件です。{(Pages > 1 ? $"（{Place.Number + 1}/{Pages}ページ）" : "")}";

        private static string Label(string? show) =>
            show switch
            {
                Running => "運用中のアカウントは",
                NotStarted => "利用開始前のアカウントは",
                Ended => "終了したアカウントは",
                _ => "アカウントは",
            };
    }

    /// <summary>The way back here.</summary>
    public static AdaptiveExecuteAction Button(Place? place) => Press.Leave("台帳に戻る", PageVerb, place ?? new Place());

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"アカウント台帳: {model.Sentence}",
            [
                Sheet.Title("アカウント台帳"),
                new AdaptiveTextInput
                {
                    Id = SearchInput,
                    Label = "探す言葉（空欄ですべて）",
                    ErrorMessage = $"探す言葉は{LongestSearch}文字以内でお書きください。",
                    Placeholder = "サービス、アカウント名、所属、担当者など",
                    MaxLength = LongestSearch,
                    Value = model.Place.Words ?? "",
                },
                new AdaptiveChoiceSetInput
                {
                    Id = StateInput,
                    Label = "状態",
                    ErrorMessage = "状態をお選びください。",
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Value = model.Place.Show ?? Running,
                    Choices = [Choice("運用中", Running), Choice("利用開始前", NotStarted), Choice("終了", Ended), Choice("すべて", All)],
                },
                new AdaptiveActionSet { Actions = [Press.Primary("探す", FindVerb)] },
                Sheet.Sentence(model.Sentence),
                .. model.Rows.Take(PageLength).Select(row => Item(row, model.Place)),
                .. Press.Sets(Turns(model)),
            ]
        );

    private static AdaptiveColumnSet Item(Row row, Place place)
    {
        var open = Press.Leave("詳細", AccountCard.OpenVerb, new AccountCard.Open(row.Id, place));
        // Several buttons of one name: a screen reader says which is which.
        open.Tooltip = $"{row.Service} {Plain.Cut(row.Name, 40)} の詳細";
        return new AdaptiveColumnSet
        {
            Separator = true,
            Columns =
            [
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Stretch,
                    Items =
                    [
                        Plain.Named(Plain.Cut(row.Service, 30), Plain.Cut(row.Name, 60)),
                        Plain.Subtle($"{Plain.Cut(row.Section, 40)}　{row.State}"),
                    ],
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

    private static AdaptiveChoice Choice(string title, string value) => new() { Title = title, Value = value };

    private static IEnumerable<AdaptiveAction> Turns(Model model) =>
        [
            .. Press.Turns(
                model.Place.Number,
                model.Pages,
                (title, number) => Press.Leave(title, PageVerb, model.Place with { Number = number })
            ),
            .. model.MayExport ? [Press.Leave("CSV・HTMLの書き出し", ExportVerb)] : Array.Empty<AdaptiveAction>(),
        ];
}
