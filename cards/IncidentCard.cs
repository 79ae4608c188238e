using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>
/// A checklist in progress: what is to be done, one press a step. The same for everyone who works on it, but that the reader's own steps come first.
/// </summary>
public static class IncidentCard
{
    public const string OpenVerb = "incident.open";
    public const string EditVerb = "incident.edit";
    public const string SaveVerb = "incident.save";

    private const string RestId = "rest";
    private const string SettledId = "settled";
    private const int StepsShown = 5;

    /// <summary>Later steps are ticked on their own card: with more boxes a card would be too large to send.</summary>
    private const int MostTicks = 12;

    /// <param name="Incident">The incident's id.</param>
    public sealed record Ref(string Incident);

    public enum State
    {
        Open,
        Late,

        /// <summary>An answer from outside is awaited.</summary>
        Waiting,
        Done,
        Waived,
    }

    /// <param name="Number">From 1, in order of time.</param>
    /// <param name="Due">「あと12分（23:15まで）」, 「8分過ぎ（23:15まで）」; of one that is settled, when: 「23:07」, or empty.</param>
    /// <param name="Clause">「5②ア」; null for 実務の目安.</param>
    /// <param name="Condition">When it applies; empty for always.</param>
    public sealed record Entry(
        string Id,
        int Number,
        string Title,
        State State,
        string Role,
        string? Who,
        string Due,
        string? Clause,
        string Condition
    )
    {
        /// <summary>Taken by the reader, or of the reader's role and nobody's.</summary>
        public bool IsMine { get; init; }

        public bool NeedsProof { get; init; }

        public bool IsSettled => State is State.Done or State.Waived;
    }

    /// <param name="Title">炎上</param>
    /// <param name="Account">Service and name; 「アカウント未確認」 where nobody knows.</param>
    /// <param name="Since">Since when it goes on, in Japan's time.</param>
    /// <param name="Closed">When it was closed, and why; null while it runs.</param>
    /// <param name="Latest">What happened last, as 「14:20 佐藤 花子　完了：投稿と反応を記録する」.</param>
    public sealed record Model(
        string Incident,
        string Title,
        bool IsDrill,
        string Account,
        string Seen,
        string Url,
        DateTimeOffset Since,
        DateTimeOffset OpenedAt,
        string OpenedBy,
        IReadOnlyList<Entry> Steps,
        IReadOnlyList<string> Team,
        string? LastStatus,
        string? Latest,
        string? Closed = null,
        string? Told = null
    )
    {
        /// <summary>The time to which 「あと12分」 is reckoned: 「23:03」.</summary>
        public string AsOf { get; init; } = "";

        /// <summary>The step that was settled by the press that this answers.</summary>
        public string? JustSettled { get; init; }

        /// <summary>「次は23:30に「…」の期限です。」, while nothing can be done; null otherwise.</summary>
        public string? Quiet { get; init; }
    }

    public static string Summary(Model model) => $"{Kind(model)}　{Plain.Cut(model.Account, 40)}：{Progress(model)}";

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            Summary(model),
            [
                Sheet.Title(Kind(model)),
                Plain.Bold(Plain.Cut(model.Account, 40)),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                .. model.Steps.Where(step => step.Id == model.JustSettled && step.IsSettled).Select(step => Row(model, step)),
                Plain.Bold(model.Closed ?? Progress(model)),
                .. model.Quiet is { } quiet ? [Plain.Text(quiet)] : Array.Empty<AdaptiveElement>(),
                .. Steps(model),
                .. Press.Sets(Buttons(model)),
                .. Facts(model),
            ]
        );

    private static string Kind(Model model) => $"{(model.IsDrill ? "【訓練】" : "")}{model.Title}";

    private static string Progress(Model model)
    {
        var settled = model.Steps.Count(step => step.IsSettled);
        var late = model.Steps.Count(step => step.State == State.Late && step.Condition.Length == 0);
        return $"{model.Steps.Count}件のうち{settled}件が済みました{(late > 0 ? $"。{late}件が期限を過ぎています" : "")}。";
    }

    /// <summary>What is the reader's first, then what is open in order of time, what applies only sometimes beneath its condition, what is settled.</summary>
    private static IEnumerable<AdaptiveElement> Steps(Model model)
    {
        var open = model.Steps.Where(step => !step.IsSettled).OrderBy(step => step.Number).ToList();
        var mine = open.FindAll(step => step.IsMine);
        if (mine.Count > 0)
            yield return Plain.Bold("あなたの手順");
        foreach (var step in mine)
            yield return Row(model, step);
        if (mine.Count > 0 && mine.Count < open.Count)
            yield return Plain.Bold("ほかの手順");
        var others = open.Where(step => !step.IsMine).GroupBy(step => step.Condition.Length == 0 ? step.Id : step.Condition);
        AdaptiveElement[] rows =
        [
            .. others.Select(
                AdaptiveElement (group) =>
                    group.First().Condition.Length == 0 ? Row(model, group.First()) : Sometimes(model, group.Key, [.. group])
            ),
        ];
        foreach (var row in Sheet.Folded(rows, StepsShown, RestId, rest => $"続きの手順（{rest}件）"))
            yield return row;
        AdaptiveElement[] settled =
        [
            .. model
                .Steps.Where(step => step.IsSettled && step.Id != model.JustSettled)
                .OrderBy(step => step.Number)
                .Select(step => Row(model, step)),
        ];
        foreach (var row in Sheet.Folded(settled, 0, SettledId, count => $"済んだ手順（{count}件）"))
            yield return row;
    }

    /// <summary>Steps that apply only sometimes, behind what they depend on.</summary>
    private static AdaptiveContainer Sometimes(Model model, string condition, IReadOnlyList<Entry> steps)
    {
        var id = $"when{steps[0].Number}";
        return new()
        {
            Separator = true,
            Items =
            [
                new AdaptiveContainer
                {
                    SelectAction = new AdaptiveToggleVisibilityAction
                    {
                        Title = $"{condition}の手順を開く",
                        TargetElements = [new AdaptiveTargetElement(id)],
                    },
                    Items = [Plain.Block(new AdaptiveTextRun("▼ "), ClauseLink.Linked(condition))],
                },
                new AdaptiveContainer
                {
                    Id = id,
                    IsVisible = false,
                    Items = [.. steps.Select(step => Row(model, step))],
                },
            ],
        };
    }

    /// <summary>☐ ticks, the title opens; what is ticked has its way back beside it.</summary>
    private static AdaptiveColumnSet Row(Model model, Entry step)
    {
        var row = new AdaptiveColumnSet
        {
            Separator = true,
            Columns =
            [
                new AdaptiveColumn
                {
                    Width = "36px",
                    Items = [new AdaptiveTextBlock(Box(step)) { Size = AdaptiveTextSize.Large, Wrap = true }],
                    SelectAction =
                        step.IsSettled || model.Closed is not null || step.Number > MostTicks
                            ? null
                            : Press.Button($"{step.Number}を完了にする", IncidentStepCard.ActVerb, Act(IncidentStepCard.Done)),
                },
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Stretch,
                    Items = [Plain.Block(ClauseLink.Linked($"{step.Number}　{step.Title}")), Plain.Block(Under(step))],
                    SelectAction = Press.Button(
                        $"{step.Number}を開く",
                        IncidentStepCard.OpenVerb,
                        new IncidentStepCard.Ref(model.Incident, step.Id)
                    ),
                },
            ],
        };
        if (step.IsSettled && model.Closed is null)
            row.Columns.Add(
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Auto,
                    Items = [Plain.Block(ClauseLink.Linked("戻す"))],
                    SelectAction = Press.Button($"{step.Number}を戻す", IncidentStepCard.ActVerb, Act(IncidentStepCard.Undo)),
                }
            );
        return row;

        IncidentStepCard.Act Act(string does) => new(model.Incident, step.Id, does);
    }

    private static string Box(Entry step) =>
        step.State switch
        {
            State.Done => "☑",
            State.Waived => "－",
            _ => step.Number > MostTicks ? "・" : "☐",
        };

    /// <summary>In one run: a card of many steps has to stay small.</summary>
    private static AdaptiveTextRun Under(Entry step) =>
        new(
            $"{(step.State == State.Waived ? "対象外　" : "")}{step.Due}　{step.Role}{(step.Who is { } who ? $"：{who}" : "")}"
                + (step.NeedsProof && !step.IsSettled ? "　証拠が必要" : "")
        )
        {
            Size = AdaptiveTextSize.Small,
            IsSubtle = step.State != State.Late,
            Color = step.State == State.Late ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
        };

    internal static string Word(Entry step) =>
        step.State switch
        {
            State.Late => "期限を過ぎています",
            State.Waiting => "返事待ち",
            State.Done => "済み",
            State.Waived => "対象外",
            _ => "これから",
        };

    /// <summary>What whoever is in it knows already: last.</summary>
    private static IEnumerable<AdaptiveElement> Facts(Model model) =>
        [
            .. model.Latest is { } latest ? [Plain.Named("最新", Plain.Cut(latest, 120))] : Array.Empty<AdaptiveElement>(),
            .. model.LastStatus is { } status
                ? [Plain.Subtle($"最後の状況報告：{Plain.Cut(status, 120)}")]
                : Array.Empty<AdaptiveElement>(),
            Plain.Subtle(model.Team.Count == 0 ? "体制：まだ決まっていません" : $"体制：{string.Join("　", model.Team)}"),
            Plain.Text(Plain.Cut(model.Seen, 200)),
            .. model.Url.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Text(model.Url)],
            Plain.Subtle($"発生 {Wareki.Minute(model.Since)}　開始 {Wareki.Minute(model.OpenedAt)}（{model.OpenedBy}）"),
            .. model.AsOf.Length == 0 || Next(model) is null
                ? Array.Empty<AdaptiveElement>()
                : [Plain.Subtle($"「あと○分」は{model.AsOf}現在です。")],
        ];

    private static IEnumerable<AdaptiveAction> Buttons(Model model)
    {
        var incident = new Ref(model.Incident);
        if (model.Closed is not null)
        {
            yield return Press.Primary("振り返り", IncidentCloseCard.ReviewFormVerb, incident);
            yield return Press.Button("報告書", IncidentCloseCard.PapersVerb, incident);
            yield return Press.Button("経過", IncidentTimelineCard.OpenVerb, new IncidentTimelineCard.Page(model.Incident, 0));
            yield return Press.Button("再開する", IncidentCloseCard.ReopenVerb, incident);
            yield break;
        }
        // Once nothing is left to do, the end is what comes next.
        var next = Next(model);
        yield return next is null
            ? Press.Primary("終了する", IncidentCloseCard.FormVerb, incident)
            : Press.Primary("次の手順", IncidentStepCard.OpenVerb, new IncidentStepCard.Ref(model.Incident, next.Id));
        yield return Press.Button("状況を報告", IncidentStatusCard.FormVerb, incident);
        yield return Press.Button("経過", IncidentTimelineCard.OpenVerb, new IncidentTimelineCard.Page(model.Incident, 0));
        yield return Press.Button("体制・共有", IncidentTeamCard.OpenVerb, incident);
        yield return Press.Button("概要を直す", EditVerb, incident);
        if (next is not null)
            yield return Press.Button("終了する", IncidentCloseCard.FormVerb, incident);
    }

    private static Entry? Next(Model model) =>
        model.Steps.Where(step => !step.IsSettled).OrderByDescending(step => step.IsMine).ThenBy(step => step.Number).FirstOrDefault();
}
