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

    public const string ReasonInput = "reason";
    public const string WhatInput = "what";
    public const string WhyInput = "why";
    public const string ChangeInput = "change";
    public const string OwnerInput = "owner";
    public const string DueInput = "due";

    /// <summary>Before the step's id in the id of its input.</summary>
    public const string StepPrefix = "s_";

    public const string Done = "done";
    public const string Waive = "waive";

    public const int Longest = 1000;

    public sealed record OpenStep(string Id, string Title, string? Answer);

    /// <param name="Open">The steps that nobody has settled: each has to be answered.</param>
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

    public sealed record ReviewModel(string Title, Review Entered, string? Error = null);

    public sealed record Link(string Title, string Url);

    public static AdaptiveCard RenderClose(CloseModel model) =>
        Sheet.New(
            $"{model.Title}を終了します。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("終了する"),
                Plain.Subtle(model.Title),
                .. model.Open.Count == 0
                    ? [Plain.Text("すべての手順が済んでいます。")]
                    : model.Open.Select(AdaptiveElement (step) => Ask(step)),
                Lines(
                    ReasonInput,
                    "終了する理由（対象外にする手順があれば、その理由も）",
                    model.Reason,
                    "例：訂正の投稿後、新しい批判が3時間ない。"
                ),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary("終了する", CloseVerb, new IncidentCard.Ref(model.Incident)),
                        Press.Leave("やめる", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                    ],
                },
            ]
        );

    public static AdaptiveCard RenderReview(ReviewModel model) =>
        Sheet.New(
            $"{model.Title}の振り返り",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("振り返り"),
                Plain.Subtle(model.Title),
                Lines(WhatInput, "何があったか", model.Entered.What),
                Lines(WhyInput, "なぜ起きたか", model.Entered.Why),
                Lines(ChangeInput, "これから変えること", model.Entered.Change),
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

    private static AdaptiveChoiceSetInput Ask(OpenStep step) =>
        new()
        {
            Id = StepPrefix + step.Id,
            Label = Plain.Cut(step.Title, 60),
            ErrorMessage = "済んだか、対象外かを選んでください。",
            Style = AdaptiveChoiceInputStyle.Expanded,
            Value = step.Answer,
            Choices = [new AdaptiveChoice { Title = "済んだ", Value = Done }, new AdaptiveChoice { Title = "対象外", Value = Waive }],
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
