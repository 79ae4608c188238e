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
    public const string SendPapersVerb = "notice.papers.send";
    public const string ListedVerb = "notice.listed";

    public const string ReasonInput = "reason";
    public const int LongestReason = 500;

    /// <summary>Of the history, the rest is folded.</summary>
    private const int EventsShown = 1;

    /// <summary>Before those, the last ones.</summary>
    private const int MostEvents = 8;

    /// <summary>Of what is folded; the paper has it whole, and a card has to stay small.</summary>
    private const int LongestFolded = 150;

    /// <param name="Notice">The notice's id.</param>
    /// <param name="List">The list it was opened from, to lead back to; null where the card stands for itself.</param>
    public sealed record NoticeRef(string Notice, NoticeListCard.Page? List = null);

    /// <param name="Version">Of the notice as it was shown: of two who press at once, the second is told.</param>
    /// <param name="Step">accepted, returned, asked, answered, withdrawn, permitted, refused, approved, pulledback, takenback.</param>
    /// <param name="Reason">From the input; a client may leave out an empty one.</param>
    public sealed record Decide(string Notice, int Version, string Step, string? Reason = null, NoticeListCard.Page? List = null);

    /// <param name="AsksFirst">Whether the button first asks why, or once whether it is meant.</param>
    public sealed record Choice(string Step, string Title, bool AsksFirst, bool IsPrimary = false);

    /// <param name="Who">With those for whom a deputy acted.</param>
    public sealed record Entry(DateTimeOffset At, string Who, string What, string? Reason);

    /// <summary>What is to be done after the acceptance, and whether it is.</summary>
    /// <param name="Text">「ウェブサイトの一覧への掲載（4②）」</param>
    /// <param name="State">「まだ」「済み」「送信待ち」</param>
    public sealed record NextStep(string Text, string State, bool IsDone);

    /// <param name="Number">令和8年度 開始 第1号</param>
    /// <param name="Status">提出済</param>
    /// <param name="Facts">The essential four, for two columns.</param>
    /// <param name="Rows">Everything else, folded.</param>
    /// <param name="Remarks">事後届出 and the like.</param>
    public sealed record Model(
        string Notice,
        int Version,
        string Number,
        string Title,
        string Status,
        string Submitter,
        IReadOnlyList<NoticeConfirmCard.Row> Facts,
        IReadOnlyList<NoticeConfirmCard.Row> Rows,
        IReadOnlyList<string> Remarks,
        IReadOnlyList<Entry> Events,
        IReadOnlyList<Choice> Choices,
        bool CanRedo = false,
        string? Lead = null
    )
    {
        /// <summary>The section's chief who approves it; null where nobody has to.</summary>
        public string? Chief { get; init; }

        /// <summary>What follows the acceptance; empty before.</summary>
        public IReadOnlyList<NextStep> NextSteps { get; init; } = [];

        /// <summary>Whether the reader can note down that the account is on the website's list, or off it.</summary>
        public string? Listed { get; init; }

        /// <summary>Whether the reader may want somebody to decide in their place.</summary>
        public bool CanAppoint { get; init; }

        /// <summary>The list it was opened from.</summary>
        public NoticeListCard.Page? List { get; init; }
    }

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
    )
    {
        /// <summary>The list it was opened from.</summary>
        public NoticeListCard.Page? List { get; init; }
    }

    /// <param name="Question">「この届出を受理しますか？」</param>
    /// <param name="After">What happens then, a sentence each.</param>
    public sealed record YesModel(Model Notice, string Step, string Question, IReadOnlyList<string> After, string Button);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Number}（{model.Title}）は{model.Status}です。",
            [
                Sheet.Title(model.Number),
                .. model.Lead is { } lead ? [Plain.Bold(Plain.Cut(lead, 2 * LongestReason))] : Array.Empty<AdaptiveElement>(),
                Plain.Subtle(model.Title),
                Plain.Named("状態", model.Status),
                Plain.Named("届出者", model.Submitter),
                .. model.Chief is { } chief ? [Plain.Named("所属長", chief)] : Array.Empty<AdaptiveElement>(),
                .. model.Remarks.Select(Plain.Bold),
                .. Sheet.Columns([.. model.Facts.Select(fact => (fact.Label, fact.Value))]),
                .. model.NextSteps.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Sheet.Heading("このあと"), .. model.NextSteps.Select(Step)],
                .. Latest(model),
                .. Folded(model),
                .. Press.Sets(Buttons(model)),
            ]
        );

    /// <summary>Asks once before a step that others rely on, and says what follows.</summary>
    public static AdaptiveCard RenderYes(YesModel model) =>
        Sheet.New(
            $"{model.Notice.Number}　{model.Question}",
            [
                Sheet.Title(model.Question),
                Plain.Subtle($"{model.Notice.Number}　{model.Notice.Title}"),
                .. Sheet.Columns([.. model.Notice.Facts.Select(fact => (fact.Label, fact.Value))]),
                .. model.After.Select(Sheet.Sentence),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary(
                            model.Button,
                            DecideVerb,
                            new Decide(model.Notice.Notice, model.Notice.Version, model.Step, null, model.Notice.List)
                        ),
                        Press.Leave("やめる", OpenVerb, new NoticeRef(model.Notice.Notice, model.Notice.List)),
                    ],
                },
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
                        Press.Primary(model.Button, DecideVerb, new Decide(model.Notice, model.Version, model.Step, null, model.List)),
                        Press.Leave("やめる", OpenVerb, new NoticeRef(model.Notice, model.List)),
                    ],
                },
            ]
        );

    /// <summary>A line that says what happened to a notice whose card stands further up in the chat.</summary>
    public static AdaptiveCard RenderNote(string notice, string number, string sentence) =>
        Sheet.New(
            $"{number}：{sentence}",
            [
                Plain.Named(number, Plain.Cut(sentence, 2 * LongestReason)),
                new AdaptiveActionSet { Actions = [Press.Button("届出を開く", OpenVerb, new NoticeRef(notice))] },
            ]
        );

    private static IEnumerable<AdaptiveAction> Buttons(Model model) =>
        [
            .. model.CanRedo ? [Press.Primary("直して出し直す", RedoVerb, new NoticeRef(model.Notice))] : Array.Empty<AdaptiveAction>(),
            .. model.Choices.Select(choice => Button(model, choice)),
            .. model.Listed is { } listed
                ? [Press.Button(listed, ListedVerb, new NoticeRef(model.Notice, model.List))]
                : Array.Empty<AdaptiveAction>(),
            .. model.CanAppoint ? [Press.Button("代理を決める", DeputyCard.OpenVerb)] : Array.Empty<AdaptiveAction>(),
            Press.Button("書類（Word）", PapersVerb, new NoticeRef(model.Notice, model.List)),
            .. model.List is { } list ? [Press.Leave("一覧へ戻る", NoticeListCard.OpenVerb, list)] : Array.Empty<AdaptiveAction>(),
        ];

    private static AdaptiveExecuteAction Button(Model model, Choice choice)
    {
        var payload = new Decide(model.Notice, model.Version, choice.Step, null, model.List);
        var verb = choice.AsksFirst ? ReasonVerb : DecideVerb;
        return choice.IsPrimary ? Press.Primary(choice.Title, verb, payload) : Press.Button(choice.Title, verb, payload);
    }

    private static AdaptiveRichTextBlock Step(NextStep step) => Plain.Named($"{(step.IsDone ? "✓" : "□")} {step.State}", step.Text);

    /// <summary>What happened last stands open: it says why the notice is where it is.</summary>
    private static IEnumerable<AdaptiveElement> Latest(Model model) =>
        model.Events.Count == 0 ? [] : [Sheet.Heading("経過"), .. model.Events.TakeLast(EventsShown).SelectMany(Happened)];

    private static IEnumerable<AdaptiveElement> Folded(Model model)
    {
        var before = model.Events.SkipLast(EventsShown).ToList();
        (string Id, string Title, IEnumerable<AdaptiveElement> Items)[] parts =
        [
            .. model.Rows.Count == 0
                ? []
                : new[] { ("rest", $"ほかの内容（{model.Rows.Count}項目）", NoticeConfirmCard.Rows(model.Rows, LongestFolded)) },
            .. before.Count == 0
                ? []
                : new[]
                {
                    ("history", $"これまでの経過（{before.Count}件）", before.TakeLast(MostEvents).Select(Short).SelectMany(Happened)),
                },
        ];
        foreach (var part in parts)
            yield return new AdaptiveContainer
            {
                Id = part.Id,
                IsVisible = false,
                Items = [.. part.Items],
            };
        foreach (
            var set in Press.Sets(
                parts.Select(part => new AdaptiveToggleVisibilityAction
                {
                    Title = part.Title,
                    TargetElements = [new AdaptiveTargetElement(part.Id)],
                })
            )
        )
            yield return set;
    }

    private static Entry Short(Entry happened) =>
        happened with
        {
            Reason = happened.Reason is { } reason ? Plain.Cut(reason, LongestFolded) : null,
        };

    private static IEnumerable<AdaptiveElement> Happened(Entry happened) =>
        [
            Plain.Named(happened.What, happened.Who),
            Plain.Subtle(Wareki.Minute(happened.At)),
            .. happened.Reason is { Length: > 0 } reason ? Plain.Lines(reason) : [],
        ];
}
