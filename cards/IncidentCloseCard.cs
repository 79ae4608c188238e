using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The end of an incident: closing it, looking back on it (振り返り), its report.</summary>
public static class IncidentCloseCard
{
    public const string FormVerb = "incident.closing";
    public const string CloseVerb = "incident.close";
    public const string ReopenVerb = "incident.reopen";
    public const string ReviewFormVerb = "incident.review";
    public const string ReviewVerb = "incident.review.save";
    public const string PapersVerb = "incident.papers";

    /// <summary>間違って始めた.</summary>
    public const string MistakenVerb = "incident.mistaken";
    public const string FollowedUpVerb = "incident.followed";

    public const string ReasonInput = "reason";
    public const string DoneInput = "settled";
    public const string WhatInput = "what";
    public const string WhyInput = "why";
    public const string ChangeInput = "change";
    public const string OwnerInput = "owner";
    public const string DueInput = "due";

    /// <summary>Before the step's id in the id of its input, on cards that asked about each step.</summary>
    public const string StepPrefix = "s_";

    public const string Done = "done";

    public const int Longest = 1000;

    /// <param name="IsDone">It was marked before something had to be put right.</param>
    public sealed record OpenStep(string Id, string Title, bool IsDone);

    /// <param name="Open">The steps that nobody has settled: those that are not marked were not done.</param>
    public sealed record CloseModel(string Incident, string Title, IReadOnlyList<OpenStep> Open, string Reason = "", string? Error = null);

    /// <summary>What the review's inputs send; a client may leave out empty ones.</summary>
    public sealed record Review(
        string Incident,
        string? What = null,
        string? Why = null,
        string? Change = null,
        string? Owner = null,
        string? Due = null
    );

    /// <param name="Id">The follow-up's.</param>
    /// <param name="Line">「二人で確認する（岡本健さん、令和9年1月15日まで）」</param>
    public sealed record Change(string Id, string Line, bool IsDone);

    /// <param name="FollowUp">The follow-up's id.</param>
    public sealed record Followed(string Incident, string FollowUp);

    public sealed record ReviewModel(string Title, Review Entered, string? Error = null)
    {
        /// <summary>再発防止, as far as it was written down.</summary>
        public IReadOnlyList<Change> Changes { get; init; } = [];
    }

    public static AdaptiveCard RenderClose(CloseModel model) =>
        Sheet.New(
            $"{model.Title}を終了します。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("終了する"),
                Plain.Subtle(model.Title),
                .. model.Open.Count == 0 ? [Plain.Text("すべての手順が済んでいます。")] : new AdaptiveElement[] { Ask(model.Open) },
                Lines(
                    ReasonInput,
                    "終了する理由（行わなかった手順があれば、その理由も）",
                    model.Reason,
                    "例：訂正の投稿後、新しい批判が3時間ない。"
                ),
                .. Press.Sets([
                    Press.Primary("終了する", CloseVerb, new IncidentCard.Ref(model.Incident)),
                    Press.Leave("間違って始めた", MistakenVerb, new IncidentCard.Ref(model.Incident)),
                    Press.Leave("やめる", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                ]),
            ]
        );

    public static AdaptiveCard RenderReview(ReviewModel model) =>
        Sheet.New(
            $"{model.Title}の振り返り",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("振り返り"),
                Plain.Subtle(model.Title),
                .. model.Changes.SelectMany(change => Row(model.Entered.Incident, change)),
                Lines(WhatInput, "何があったか", model.Entered.What),
                Lines(WhyInput, "なぜ起きたか", model.Entered.Why),
                Lines(
                    ChangeInput,
                    model.Changes.Count == 0 ? "これから変えること" : "ほかに変えること（なければ空のまま）",
                    model.Entered.Change
                ),
                new AdaptiveTextInput
                {
                    Id = OwnerInput,
                    Label = "進める人",
                    ErrorMessage = "進める人を100文字以内でお書きください。",
                    MaxLength = 100,
                    Value = Plain.Cut(model.Entered.Owner ?? "", 99),
                },
                new AdaptiveDateInput
                {
                    Id = DueInput,
                    Label = "いつまでに",
                    ErrorMessage = "日付を選んでください。",
                    Value = model.Entered.Due,
                },
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary("保存", ReviewVerb, new IncidentCard.Ref(model.Entered.Incident)),
                        Press.Leave("やめる", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Entered.Incident)),
                    ],
                },
            ]
        );

    /// <summary>The day has come by which something was to be changed.</summary>
    public static AdaptiveCard RenderFollowUp(string incident, string title, Change change) =>
        Sheet.New(
            $"再発防止の期限です。{change.Line}",
            [
                Sheet.Title("再発防止の期限です"),
                Plain.Subtle(title),
                .. Row(incident, change),
                new AdaptiveActionSet { Actions = [Press.Button("振り返り", ReviewFormVerb, new IncidentCard.Ref(incident))] },
            ]
        );

    /// <summary>One that is not done yet has its button beside it.</summary>
    private static IEnumerable<AdaptiveElement> Row(string incident, Change change)
    {
        yield return Plain.Named(change.IsDone ? "☑ 再発防止" : "☐ 再発防止", change.Line);
        if (!change.IsDone)
            yield return new AdaptiveActionSet
            {
                Actions = [Press.Among(change.Line, Press.Leave("済んだ", FollowedUpVerb, new Followed(incident, change.Id)))],
            };
    }

    private static AdaptiveChoiceSetInput Ask(IReadOnlyList<OpenStep> steps) =>
        new()
        {
            Id = DoneInput,
            Label = "残っている手順のうち、済んでいるもの（印のないものは「対象外」になります）",
            ErrorMessage = "済んでいる手順を選んでください。",
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Wrap = true,
            Value = string.Join(',', steps.Where(step => step.IsDone).Select(step => step.Id)),
            Choices = [.. steps.Select(step => new AdaptiveChoice { Title = Plain.Cut(step.Title, 60), Value = step.Id })],
        };

    private static AdaptiveTextInput Lines(string id, string label, string? value, string? example = null) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{Longest}文字以内でお書きください。",
            IsMultiline = true,
            MaxLength = Longest,
            Placeholder = example,
            Value = Plain.Cut(value ?? "", Longest - 1),
        };
}
