using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A submitted notice: what it says, what became of it, and what the reader may do with it.</summary>
public static class NoticeCard
{
    public const string OpenVerb = "notice.show";
    public const string DecideVerb = "notice.decide";
    public const string ReasonVerb = "notice.reason";
    public const string RedoVerb = "notice.redo";
    public const string PapersVerb = "notice.papers";

    public const string ReasonInput = "reason";
    public const int LongestReason = 500;

    /// <param name="Notice">The notice's id.</param>
    public sealed record NoticeRef(string Notice);

    /// <param name="Version">Of the notice as it was shown: of two who press at once, the second is told.</param>
    /// <param name="Step">accepted, returned, asked, answered, withdrawn, permitted, refused.</param>
    /// <param name="Reason">From the input; a client may leave out an empty one.</param>
    public sealed record Decide(string Notice, int Version, string Step, string? Reason = null);

    /// <param name="NeedsReason">Whether the button first asks why.</param>
    public sealed record Choice(string Step, string Title, bool NeedsReason, bool IsPrimary = false);

    public sealed record Entry(DateTimeOffset At, string Who, string What, string? Reason);

    /// <param name="Number">令和8年度 開始 第1号</param>
    /// <param name="Status">提出済</param>
    /// <param name="Remarks">事後届出 and the like.</param>
    public sealed record Model(
        string Notice,
        int Version,
        string Number,
        string Title,
        string Status,
        string Submitter,
        IReadOnlyList<NoticeConfirmCard.Row> Rows,
        IReadOnlyList<string> Remarks,
        IReadOnlyList<Entry> Events,
        IReadOnlyList<Choice> Choices,
        bool CanRedo = false,
        string? Lead = null
    );

    /// <param name="Question">「差戻しの理由」</param>
    /// <param name="Error">What has to be put right; what was entered stays.</param>
    public sealed record ReasonModel(
        string Notice,
        int Version,
        string Step,
        string Number,
        string Title,
        string Question,
        string Button,
        string Reason = "",
        string? Error = null
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Number}（{model.Title}）は{model.Status}です。",
            [
                Sheet.Title(model.Number),
                .. model.Lead is { } lead ? [Plain.Text(lead)] : Array.Empty<AdaptiveElement>(),
                Plain.Text(model.Title),
                Plain.Named("状態", model.Status),
                Plain.Named("届出者", model.Submitter),
                .. model.Remarks.Select(Plain.Bold),
                .. NoticeConfirmCard.Rows(model.Rows),
                Sheet.Heading("経過"),
                .. model.Events.SelectMany(Happened),
                .. Press.Sets([
                    .. model.Choices.Select(choice => Button(model, choice)),
                    Press.Button("書類（Word）", PapersVerb, new NoticeRef(model.Notice)),
                    .. model.CanRedo
                        ? [Press.Primary("直して出し直す", RedoVerb, new NoticeRef(model.Notice))]
                        : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    /// <summary>Asks why, before the notice is returned, refused, withdrawn or asked about.</summary>
    public static AdaptiveCard RenderReason(ReasonModel model) =>
        Sheet.New(
            $"{model.Number}　{model.Question}",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title(model.Question),
                Plain.Subtle($"{model.Number}　{model.Title}"),
                new AdaptiveTextInput
                {
                    Id = ReasonInput,
                    Label = model.Question,
                    ErrorMessage = $"{model.Question}を{LongestReason}文字以内でお書きください。",
                    IsRequired = true,
                    IsMultiline = true,
                    MaxLength = LongestReason,
                    Value = Plain.Cut(model.Reason, LongestReason - 1),
                },
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary(model.Button, DecideVerb, new Decide(model.Notice, model.Version, model.Step)),
                        Press.Leave("やめる", OpenVerb, new NoticeRef(model.Notice)),
                    ],
                },
            ]
        );

    private static AdaptiveExecuteAction Button(Model model, Choice choice)
    {
        var payload = new Decide(model.Notice, model.Version, choice.Step);
        var verb = choice.NeedsReason ? ReasonVerb : DecideVerb;
        return choice.IsPrimary ? Press.Primary(choice.Title, verb, payload) : Press.Button(choice.Title, verb, payload);
    }

    private static IEnumerable<AdaptiveElement> Happened(Entry happened) =>
        [
            Plain.Named(happened.What, happened.Who),
            Plain.Subtle(Wareki.Minute(happened.At)),
            .. happened.Reason is { Length: > 0 } reason ? Plain.Lines(reason) : [],
        ];
}
