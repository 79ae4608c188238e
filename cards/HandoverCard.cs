using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>異動: which accounts go from whom to whom, before their 様式2 are submitted together.</summary>
public static class HandoverCard
{
    public const string FindVerb = "handover.find";
    public const string SubmitVerb = "handover.submit";

    public const string OldInput = "old";
    public const string NewInput = "new";
    public const string SectionInput = "section";
    public const string DayInput = "day";
    public const string ChosenInput = "chosen";
    public const string LateInput = "late";
    public const string ChiefInput = "chief";

    /// <summary>As many as a card of 28 KB holds, and of a file the names.</summary>
    public const int MostRows = 40;

    /// <summary>Of a person that a file names, in characters.</summary>
    public const int LongestInFile = 20;

    public const int LongestName = 60;
    public const int LongestReason = 300;

    /// <summary>From the inputs; a client may leave out empty ones.</summary>
    public sealed record Find(string? Old = null, string? New = null, string? Section = null, string? Day = null);

    /// <param name="Old">Of a file, like the others; null where the inputs say it for all.</param>
    /// <param name="Day">In ISO 8601.</param>
    public sealed record Change(Guid Account, string? Old = null, string? New = null, string? Day = null);

    /// <param name="Batch">What the notices will have in common: a form that is sent twice submits once.</param>
    /// <param name="Searched">What the inputs said when these accounts were found.</param>
    /// <param name="Chosen">The places of the changes, from 0, parted by commas; from the inputs, like the others.</param>
    public sealed record Submit(
        Guid Batch,
        IReadOnlyList<Change> Changes,
        string? Searched = null,
        string? Chosen = null,
        string? Old = null,
        string? New = null,
        string? Section = null,
        string? Day = null,
        string? Late = null,
        string? Chief = null
    );

    /// <param name="Title">「X みほん花だより（岡本健 → 藤原みのり）」</param>
    public sealed record Row(Change Change, string Title, bool IsChosen = true);

    public sealed record Model(Guid Batch, IReadOnlyList<Row> Rows, Find Entered)
    {
        /// <summary>People and days are each row's own.</summary>
        public bool IsFile { get; init; }

        /// <summary>What has just been done.</summary>
        public string? Told { get; init; }

        /// <summary>What keeps it from being submitted.</summary>
        public IReadOnlyList<string> Errors { get; init; } = [];

        /// <summary>Its day has passed: the reason is asked for, and this is what was entered.</summary>
        public string? Late { get; init; }

        /// <summary>Who is to approve, as it was entered; null where nobody has to.</summary>
        public string? Chief { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            PlainText(model),
            [
                .. model.Errors.Take(6).Select(Sheet.Error),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("異動の届出（変更届をまとめて）"),
                Sheet.Sentence("選んだアカウントごとに変更届を作り、まとめて提出します。番号は1件ずつ付きます。"),
                .. model.IsFile ? [] : Search(model),
                .. model.Rows.Count == 0 ? Array.Empty<AdaptiveElement>() : Choices(model),
            ]
        );

    public static string PlainText(Model model) =>
        model.Rows.Count == 0 ? "異動の届出を始めます。" : $"異動の届出：{model.Rows.Count}件のアカウントが見つかりました。";

    private static IEnumerable<AdaptiveElement> Search(Model model) =>
        [
            Text(OldInput, "変更前の担当者（空欄なら所属の全部）", model.Entered.Old),
            Text(SectionInput, "所属（空欄なら全部）", model.Entered.Section),
            Text(NewInput, "変更後の担当者", model.Entered.New),
            new AdaptiveDateInput
            {
                Id = DayInput,
                Label = "変更日",
                ErrorMessage = "変更日を選んでください。",
                Value = model.Entered.Day ?? "",
            },
            new AdaptiveActionSet
            {
                Actions =
                [
                    model.Rows.Count == 0 ? Press.Primary("アカウントを探す", FindVerb) : Press.Button("アカウントを探し直す", FindVerb),
                ],
            },
            .. model.Rows.Count == 0
                ?
                [
                    Plain.Subtle(
                        "人ごとに後任が違うときは、「URL」「変更前」「変更後」「変更日」の列があるCSVを、このチャットに送ってください（実務の目安）。"
                    ),
                ]
                : Array.Empty<AdaptiveElement>(),
        ];

    private static IEnumerable<AdaptiveElement> Choices(Model model) =>
        [
            new AdaptiveChoiceSetInput
            {
                Id = ChosenInput,
                Label = $"届け出るアカウント（{model.Rows.Count}件）",
                ErrorMessage = "届け出るアカウントを選んでください。",
                Style = AdaptiveChoiceInputStyle.Expanded,
                IsMultiSelect = true,
                Wrap = true,
                Value = string.Join(',', model.Rows.Index().Where(row => row.Item.IsChosen).Select(row => row.Index)),
                Choices =
                [
                    .. model
                        .Rows.Index()
                        .Select(row => new AdaptiveChoice
                        {
                            Title = Plain.Cut(row.Item.Title, model.Rows.Count > 20 ? 40 : 70),
                            Value = $"{row.Index}",
                        }),
                ],
            },
            .. model.Late is { } late
                ? [Text(LateInput, "届出が変更のあとになった理由", late, LongestReason)]
                : Array.Empty<AdaptiveElement>(),
            .. model.Chief is { } chief ? [Text(ChiefInput, "承認する所属長のお名前", chief)] : Array.Empty<AdaptiveElement>(),
            new AdaptiveActionSet
            {
                Actions =
                [
                    Press.Primary(
                        "まとめて提出する",
                        SubmitVerb,
                        new
                        {
                            model.Batch,
                            Changes = model.Rows.Select(row => row.Change),
                            Searched = SearchedFor(model.Entered),
                        }
                    ),
                ],
            },
        ];

    /// <summary>What the accounts depend on.</summary>
    public static string SearchedFor(Find entered) => $"{entered.Old?.Trim()}|{entered.Section?.Trim()}";

    private static AdaptiveTextInput Text(string id, string label, string? value, int longest = LongestName) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}は{longest}文字以内でお書きください。",
            MaxLength = longest,
            IsMultiline = longest > LongestName,
            Value = Plain.Cut(value ?? "", longest - 1),
        };
}
