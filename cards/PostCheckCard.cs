using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A post is looked over before it is published: the form, and the same form with what was found.</summary>
public static class PostCheckCard
{
    public const string FormVerb = "draft-check.form";
    public const string CheckVerb = "draft-check.check";
    public const string MendVerb = "draft-check.mend";
    public const string KeepVerb = "draft-check.keep";

    public const string TextInput = "text";
    public const string ServiceInput = "service";
    public const string KindInput = "kind";
    public const string PostKind = "post";
    public const string ProfileKind = "profile";

    /// <summary>In characters; a card has to stay small enough to send.</summary>
    public const int LongestText = 2500;

    /// <summary>No service: a choice without a value would show as nothing chosen.</summary>
    private const string Undecided = "-";

    private const int FindingsShown = 8;
    private const int LongestShown = 800;
    private const int LongestRun = 150;
    private const int LinesShown = 10;

    /// <summary>All from the inputs; a client may leave out an empty one.</summary>
    public sealed record Write(string? Text = null, string? Service = null, string? Kind = null)
    {
        /// <summary>What was found the last time, as the button carries it; null where it is another post.</summary>
        public IReadOnlyDictionary<string, int>? Before { get; init; }
    }

    /// <param name="Before">How often what was found, by title.</param>
    public sealed record Again(IReadOnlyDictionary<string, int> Before);

    /// <summary>How often what was found, by title.</summary>
    public static Dictionary<string, int> CountsOf(Model model) =>
        model.Found is { } found ? found.Findings.CountBy(finding => finding.Title).ToDictionary() : [];

    /// <summary>A stretch of the draft; what was found in it has a number.</summary>
    /// <param name="Number">0 where nothing was found.</param>
    public sealed record Run(string Text, int Number = 0);

    /// <param name="Number">As in the text; 0 where it concerns the whole.</param>
    /// <param name="Source">「5①・4」, or 実務の目安.</param>
    /// <param name="At">The characters, cut.</param>
    /// <param name="Instead">What could stand there; null for none.</param>
    public sealed record Finding(int Number, string Title, bool IsHint, string Why, string Source, string At, string? Instead);

    /// <param name="Text">Word for word.</param>
    public sealed record Clause(string Label, IReadOnlyList<string> Text);

    /// <param name="Counted">How long X finds it: 「120 / 280」; empty where it is not for X.</param>
    public sealed record Outcome(
        IReadOnlyList<Run> Runs,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<Clause> Clauses,
        bool CanMend,
        string Counted = ""
    );

    /// <param name="Services">Their names, the likeliest first.</param>
    /// <param name="Told">What a press brought about.</param>
    public sealed record Model(
        string Text,
        string Service,
        bool IsProfile,
        IReadOnlyList<string> Services,
        Outcome? Found = null,
        string? Told = null,
        string? Error = null
    )
    {
        /// <summary>Not where the person has no place to keep it, as in the window beside a message that is being written.</summary>
        public bool CanKeep { get; init; } = true;
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            model.Found is { } found ? Summary(found) : "投稿の文を確認します。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("投稿チェック"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                .. model.Found is null ? [Sheet.Sentence("出す前の文をここに貼ってください。保存はされません。")] : Findings(model.Found),
                new AdaptiveTextInput
                {
                    Id = TextInput,
                    Label = model.Found is null ? "投稿の文" : "投稿の文（直して、もう一度確認できます）",
                    ErrorMessage = $"投稿の文を{LongestText}文字以内で入れてください。",
                    IsRequired = true,
                    IsMultiline = true,
                    MaxLength = LongestText,
                    Value = model.Text.Length <= LongestText ? model.Text : Plain.Cut(model.Text, LongestText - 1),
                },
                Inputs.Choose(
                    ServiceInput,
                    "サービス",
                    [new Choice(Undecided, "決めていない"), .. model.Services.Select(service => new Choice(service, service))],
                    model.Service.Length == 0 ? Undecided : model.Service
                ),
                Inputs.Choose(
                    KindInput,
                    "種類",
                    [new Choice(PostKind, "投稿"), new Choice(ProfileKind, "プロフィール（自己紹介）")],
                    model.IsProfile ? ProfileKind : PostKind
                ),
                .. Press.Sets([
                    model.Found is null
                        ? Press.Primary("確認する", CheckVerb)
                        : Press.Primary("もう一度確認", CheckVerb, new Again(CountsOf(model))),
                    .. model.Found is { CanMend: true } ? [Press.Button("直せるところを直す", MendVerb)] : Array.Empty<AdaptiveAction>(),
                    .. model switch
                    {
                        { CanKeep: false } => Array.Empty<AdaptiveAction>(),
                        { Found: null } => [Press.Leave("保存した投稿", KeptPostsCard.ListVerb)],
                        _ => [Press.Button("承認を依頼する", ApprovalCard.FormVerb), Press.Button("保存する", KeepVerb)],
                    },
                ]),
            ]
        );

    /// <summary>The same in plain text, for notifications and screen readers.</summary>
    public static string Summary(Outcome found) =>
        found.Findings.Count == 0
            ? "投稿チェック：気になるところは見つかりませんでした。"
            : $"投稿チェック：{Counts(found)}。{string.Join("、", found.Findings.Select(finding => finding.Title).Distinct())}";

    private static string Counts(Outcome found)
    {
        var hints = found.Findings.Count(finding => finding.IsHint);
        var checks = found.Findings.Count - hints;
        return string.Join(
            "、",
            (IEnumerable<string>)
                [
                    .. checks > 0 ? [$"確認してください {checks}件"] : Array.Empty<string>(),
                    .. hints > 0 ? [$"ヒント {hints}件"] : Array.Empty<string>(),
                ]
        );
    }

    private static IEnumerable<AdaptiveElement> Findings(Outcome found) =>
        [
            Plain.Bold(found.Findings.Count == 0 ? "気になるところは見つかりませんでした。" : $"{Counts(found)}。"),
            .. found.Counted.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("Xでの長さ", found.Counted)],
            .. found.Runs.Count == 0
                ? Array.Empty<AdaptiveElement>()
                :
                [
                    new AdaptiveContainer
                    {
                        Style = AdaptiveContainerStyle.Emphasis,
                        Items = [.. Lines(found.Runs).Select(line => (AdaptiveElement)Plain.Block(line))],
                    },
                ],
            .. found.Findings.Take(FindingsShown).Select(Draw),
            .. found.Findings.Count <= FindingsShown
                ? Array.Empty<AdaptiveElement>()
                : [Plain.Subtle($"ほかに{found.Findings.Count - FindingsShown}件あります。直してからもう一度確認してください。")],
            .. Quotes(found.Clauses),
            Plain.Subtle("機械による点検で、見落としがあります。公開してよいかは所属で判断してください（実務の目安）。"),
        ];

    private static AdaptiveContainer Draw(Finding finding) =>
        new()
        {
            Separator = true,
            Items =
            [
                Plain.Block(
                    new AdaptiveTextRun(
                        $"{(finding.Number > 0 ? $"［{finding.Number}］" : "")}{(finding.IsHint ? "ヒント" : "確認してください")}：{finding.Title}"
                    )
                    {
                        Weight = AdaptiveTextWeight.Bolder,
                    },
                    new AdaptiveTextRun(finding.At.Length == 0 ? "" : $"　「{finding.At}」")
                ),
                Plain.Block(new AdaptiveTextRun(finding.Why), new AdaptiveTextRun($"（{finding.Source}）") { IsSubtle = true }),
                .. finding.Instead is { } instead ? [Plain.Named("直すなら", instead)] : Array.Empty<AdaptiveElement>(),
            ],
        };

    private static IEnumerable<AdaptiveElement> Quotes(IReadOnlyList<Clause> clauses) =>
        clauses.Count == 0
            ? []
            :
            [
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        new AdaptiveToggleVisibilityAction
                        {
                            Title = "根拠の条文を読む",
                            TargetElements = [new AdaptiveTargetElement("clauses")],
                        },
                    ],
                },
                new AdaptiveContainer
                {
                    Id = "clauses",
                    IsVisible = false,
                    Style = AdaptiveContainerStyle.Emphasis,
                    Items = [.. clauses.SelectMany(clause => clause.Text.Select(Plain.Text).Prepend(Plain.Bold(clause.Label)))],
                },
            ];

    /// <summary>The draft line by line; what was found is marked and numbered. Lines without a finding go first when it is long.</summary>
    private static IEnumerable<List<AdaptiveTextRun>> Lines(IReadOnlyList<Run> runs)
    {
        var lines = new List<(List<AdaptiveTextRun> Runs, bool IsMarked, int Length)> { ([], false, 0) };
        foreach (var run in runs)
        {
            foreach (var (place, part) in run.Text.ReplaceLineEndings("\n").Split('\n').Index())
            {
                if (place > 0)
                    lines.Add(([], false, 0));
                var line = lines[^1];
                if (part.Length > 0)
                    line.Runs.AddRange(Draw(run, part));
                lines[^1] = (line.Runs, line.IsMarked || run.Number > 0, line.Length + part.Length);
            }
        }
        var written = lines.Where(line => line.Length > 0).ToList();
        return (written.Sum(line => line.Length) <= LongestShown ? written : written.Where(line => line.IsMarked))
            .Take(LinesShown)
            .Select(line => line.Runs);
    }

    private static IEnumerable<AdaptiveTextRun> Draw(Run run, string part) =>
        run.Number == 0
            ? [new AdaptiveTextRun(Plain.Cut(part, LongestRun))]
            :
            [
                new AdaptiveTextRun(Plain.Cut(part, LongestRun)) { Highlight = true, Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun($"［{run.Number}］") { Size = AdaptiveTextSize.Small },
            ];
}
