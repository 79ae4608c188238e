using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>訓練: the scenarios that can be begun, and what arrives while one runs.</summary>
public static class DrillsCard
{
    public const string OpenVerb = "drill.list";
    public const string StartVerb = "drill.start";
    public const string PictureVerb = "drill.picture";

    public const string AccountInput = "account";

    private const int MostDrills = 12;

    /// <summary>More would make the card too large to send.</summary>
    public const int MostPlanned = 8;

    /// <param name="Drill">The scenario's key.</param>
    /// <param name="Account">From the input; the id of an account of the register.</param>
    public sealed record Start(string Drill, string? Account = null);

    public sealed record Picture(string Incident, string Message);

    /// <param name="About">「炎上　60分　できごと5件」</param>
    public sealed record Row(string Drill, string Title, string About);

    /// <param name="Plan">The plan's id.</param>
    /// <param name="When">「12月3日（木）14:00」</param>
    /// <param name="Where">In which chat, and whose plan it is.</param>
    public sealed record Planned(string Plan, string When, string Title, string Where, bool CanCallOff);

    /// <param name="Account">The one that is chosen already; null for none.</param>
    public sealed record Model(IReadOnlyList<Row> Drills, IReadOnlyList<Choice> Accounts, string? Account)
    {
        public string? Error { get; init; }

        /// <summary>What became of the press; null for nothing.</summary>
        public string? Told { get; init; }

        /// <summary>Those that begin by themselves, the next one first.</summary>
        public IReadOnlyList<Planned> Plans { get; init; } = [];
    }

    /// <param name="From">Who seems to have written it.</param>
    public sealed record Arrived(string Incident, string Message, string Title, string From, string Text, bool HasPicture);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"訓練（{model.Drills.Count}件）",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("訓練"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Sentence(
                    model.Drills.Count == 0
                        ? "訓練のシナリオはありません。"
                        : "始めると、できごとが時間を追ってこのチャットに届きます。終了すると、期限と比べて採点します。"
                ),
                .. model.Accounts.Count == 0 || model.Drills.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Inputs.Choose(AccountInput, "訓練で扱うアカウント", model.Accounts, model.Account)],
                .. model.Drills.Take(MostDrills).Select(Item),
                .. model.Plans.Count == 0 ? Array.Empty<AdaptiveElement>() : [Sheet.Heading("予定"), .. model.Plans.Select(Item)],
                .. model.Drills.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [new AdaptiveActionSet { Actions = [Press.Leave("日時を決めて予定に入れる", DrillPlanCard.OpenVerb)] }],
            ]
        );

    private static AdaptiveContainer Item(Planned planned)
    {
        var off = Press.Leave("取りやめる", DrillPlanCard.CallOffVerb, new DrillPlanCard.CallOff(planned.Plan));
        off.Tooltip = $"{planned.When}の「{Plain.Cut(planned.Title, 60)}」を取りやめる";
        return new AdaptiveContainer
        {
            Separator = true,
            Items =
            [
                Plain.Bold($"{planned.When}　{planned.Title}"),
                Plain.Subtle(planned.Where),
                .. planned.CanCallOff ? [new AdaptiveActionSet { Actions = [off] }] : Array.Empty<AdaptiveElement>(),
            ],
        };
    }

    public static string Summary(Arrived model) => $"【訓練】{model.From}：{Plain.Cut(model.Text, 80)}";

    /// <summary>Something happens.</summary>
    public static AdaptiveCard RenderArrived(Arrived model) =>
        Sheet.New(
            Summary(model),
            [
                .. Happening(model),
                .. Press.Sets([
                    Press.Button("チェックリストへ", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                    .. model.HasPicture
                        ? [Press.Button("画像を見る", PictureVerb, new Picture(model.Incident, model.Message))]
                        : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    /// <summary>With its picture.</summary>
    public static AdaptiveCard RenderPicture(Arrived model, string address) =>
        Sheet.New(
            Summary(model),
            [
                .. Happening(model),
                new AdaptiveImage(address) { AltText = Plain.Cut($"{model.From}の画像", 100) },
                new AdaptiveActionSet
                {
                    Actions = [Press.Button("チェックリストへ", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident))],
                },
            ]
        );

    private static IEnumerable<AdaptiveElement> Happening(Arrived model) =>
        [
            Plain.Subtle("【訓練】できごと"),
            Plain.Bold(model.Title),
            new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Items = [Plain.Bold(model.From), .. Plain.Lines(model.Text)] },
        ];

    private static AdaptiveContainer Item(Row row)
    {
        var start = Press.Button("始める", StartVerb, new Start(row.Drill));
        // Several buttons of one name: a screen reader says which is which.
        start.Tooltip = $"「{Plain.Cut(row.Title, 60)}」を始める";
        return new AdaptiveContainer
        {
            Separator = true,
            Items = [Plain.Bold(row.Title), Plain.Subtle(row.About), new AdaptiveActionSet { Actions = [start] }],
        };
    }
}
