using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A checklist in progress, the same for everyone who works on it: what comes next, who has what, what is late.</summary>
public static class IncidentCard
{
    public const string OpenVerb = "incident.open";
    public const string EditVerb = "incident.edit";
    public const string SaveVerb = "incident.save";

    private const string RestId = "rest";
    private const int StepsShown = 3;

    /// <param name="Incident">The incident's id.</param>
    public sealed record Ref(string Incident);

    public enum State
    {
        Open,
        Late,
        Done,
        Waived,
    }

    /// <param name="Due">「23:15まで」</param>
    /// <param name="Late">「12分遅れ」; empty while there is time.</param>
    /// <param name="Clause">「5②ア」; null for 実務の目安.</param>
    public sealed record Entry(
        string Id,
        string Title,
        State State,
        string Role,
        string? Who,
        string Due,
        string Late,
        string? Clause,
        string Condition
    );

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
    );

    public static string Summary(Model model) => $"{Kind(model)}　{Plain.Cut(model.Account, 40)}：{Progress(model)}";

    public static AdaptiveCard Render(Model model)
    {
        // Next step first: what is open, in the order of the checklist, then what is settled.
        var steps = model.Steps.OrderBy(step => step.State is State.Done or State.Waived).Select(step => Item(model, step)).ToArray();
        return Sheet.New(
            Summary(model),
            [
                Sheet.Title(Kind(model)),
                Plain.Bold(Plain.Cut(model.Account, 40)),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Plain.Bold(model.Closed ?? Progress(model)),
                .. model.Latest is { } latest ? [Plain.Named("最新", Plain.Cut(latest, 120))] : Array.Empty<AdaptiveElement>(),
                Plain.Text(Plain.Cut(model.Seen, 200)),
                .. model.Url.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Text(model.Url)],
                Plain.Subtle($"発生 {Wareki.Minute(model.Since)}　開始 {Wareki.Minute(model.OpenedAt)}（{model.OpenedBy}）"),
                Plain.Subtle(model.Team.Count == 0 ? "体制：まだ決まっていません" : $"体制：{string.Join("　", model.Team)}"),
                .. model.LastStatus is { } status
                    ? [Plain.Subtle($"最後の状況報告：{Plain.Cut(status, 120)}")]
                    : Array.Empty<AdaptiveElement>(),
                .. Sheet.Folded(steps, StepsShown, RestId, rest => $"ほかの手順（{rest}件）"),
                .. Press.Sets(Buttons(model)),
            ]
        );
    }

    private static string Kind(Model model) => $"{(model.IsDrill ? "【訓練】" : "")}{model.Title}";

    private static string Progress(Model model)
    {
        var settled = model.Steps.Count(step => step.State is State.Done or State.Waived);
        var late = model.Steps.Count(step => step.State == State.Late);
        return $"{model.Steps.Count}件のうち{settled}件が済みました{(late > 0 ? $"。{late}件が遅れています" : "")}。";
    }

    private static AdaptiveContainer Item(Model model, Entry step) =>
        new()
        {
            Separator = true,
            SelectAction = Press.Button(
                $"{step.Title}を開く",
                IncidentStepCard.OpenVerb,
                new IncidentStepCard.Ref(model.Incident, step.Id)
            ),
            Items =
            [
                Plain.Block(ClauseLink.Linked(step.Title)),
                .. step.Condition.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Subtle(step.Condition)],
                Plain.Block([
                    new AdaptiveTextRun(Word(step))
                    {
                        Weight = AdaptiveTextWeight.Bolder,
                        Color = step.State == State.Late ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
                    },
                    new AdaptiveTextRun(
                        $"　{step.Role}{(step.Who is { } who ? $"：{who}" : "")}　{step.Due}　{step.Clause ?? "実務の目安"}"
                    )
                    {
                        IsSubtle = true,
                        Size = AdaptiveTextSize.Small,
                    },
                ]),
            ],
        };

    internal static string Word(Entry step) =>
        step.State switch
        {
            State.Late => $"遅れ（{step.Late}）",
            State.Done => "済み",
            State.Waived => "対象外",
            _ => "これから",
        };

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
        if (model.Steps.FirstOrDefault(step => step.State is State.Open or State.Late) is { } next)
            yield return Press.Primary("次の手順", IncidentStepCard.OpenVerb, new IncidentStepCard.Ref(model.Incident, next.Id));
        yield return Press.Button("状況を報告", IncidentStatusCard.FormVerb, incident);
        yield return Press.Button("経過", IncidentTimelineCard.OpenVerb, new IncidentTimelineCard.Page(model.Incident, 0));
        yield return Press.Button("体制・共有", IncidentTeamCard.OpenVerb, incident);
        yield return Press.Button("概要を直す", EditVerb, incident);
        yield return Press.Button("終了する", IncidentCloseCard.FormVerb, incident);
    }
}
