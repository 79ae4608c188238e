using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A question to the office with what became of it: for those who answer, and for the one who asked.</summary>
public static class TicketCard
{
    public const string OpenVerb = "ticket.open";
    public const string TakeVerb = "ticket.take";
    public const string FormVerb = "ticket.form";
    public const string AnswerVerb = "ticket.answer";
    public const string FollowVerb = "ticket.follow";
    public const string CloseVerb = "ticket.close";
    public const string HandVerb = "ticket.hand";
    public const string AssignVerb = "ticket.assign";
    public const string TeachFormVerb = "ticket.teach";
    public const string TeachVerb = "ticket.teach.save";
    public const string UnteachVerb = "ticket.unteach";

    public const string ToInput = "to";
    public const string QuestionInput = "question";
    public const string TargetInput = "target";

    /// <summary>In <see cref="Teach.Target"/>: the office's own answer, not a clause.</summary>
    public const string OwnAnswer = "answer";

    public const string TextInput = "text";
    public const int LongestText = 2000;
    public const int LongestTaught = 200;

    private const int EntriesShown = 4;

    public sealed record Ref(string Ticket);

    /// <param name="Text">From the input; a client may leave out an empty one.</param>
    public sealed record Write(string Ticket, string? Text = null);

    /// <param name="To">Of the colleague; from the input.</param>
    public sealed record Assign(string Ticket, string? To = null);

    /// <param name="Target">A clause id, or <see cref="OwnAnswer"/>; from the inputs, like the others.</param>
    public sealed record Teach(string Ticket, string? Question = null, string? Target = null, string? Text = null);

    /// <param name="Targets">The clauses, as <c>4-5</c> and 「4⑤ …」.</param>
    /// <param name="Answer">The office's answer as it would be shown.</param>
    /// <param name="Taught">As what it was added already: 「4⑤の例文」; null for not yet.</param>
    public sealed record TeachModel(
        string Office,
        string Ticket,
        string Number,
        string Question,
        string Answer,
        string Target,
        IReadOnlyList<Choice> Targets,
        string? Taught,
        string? Told = null,
        string? Error = null
    );

    public sealed record Entry(DateTimeOffset At, string Who, string What, string Text);

    /// <param name="Number">Q-1A2B3C4D</param>
    /// <param name="Status">未対応, 対応中, 回答済, 終了.</param>
    /// <param name="Told">What a press brought about.</param>
    public sealed record Model(
        string Office,
        string Ticket,
        string Number,
        string Status,
        string Asker,
        string? Assignee,
        string Question,
        string? Note,
        IReadOnlyList<Entry> Events,
        bool CanTake,
        bool CanAnswer,
        bool CanFollow,
        bool CanClose,
        bool CanTeach = false,
        string? Told = null,
        string Text = "",
        string? Error = null
    )
    {
        /// <summary>「令和8年12月3日までに回答の見込み」; empty where nothing is expected.</summary>
        public string Expected { get; init; } = "";
    }

    /// <summary>For the office.</summary>
    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Number}（{model.Status}）　{Plain.Cut(model.Question, 60)}",
            [
                .. Head(model),
                .. Press.Sets([
                    .. model.CanAnswer ? [Press.Primary("回答を書く", FormVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
                    .. model.CanTake ? [Press.Button("担当する", TakeVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
                    .. model.CanAnswer ? [Press.Button("ほかの人に頼む", HandVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
                    .. model.CanTeach
                        ? [Press.Button("知識に加える", TeachFormVerb, new Ref(model.Ticket))]
                        : Array.Empty<AdaptiveAction>(),
                    .. model.CanClose ? [Press.Button("終了する", CloseVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    /// <summary>Writes the answer.</summary>
    public static AdaptiveCard RenderForm(Model model) =>
        Sheet.New(
            $"{model.Number}に回答します。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("回答を書く"),
                Plain.Named(model.Number, $"{model.Asker}さん"),
                .. Plain.Lines(Plain.Cut(model.Question, 1000)),
                Text("回答", model.Text),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary("回答を送る", AnswerVerb, new Write(model.Ticket)),
                        Press.Leave("やめる", OpenVerb, new Ref(model.Ticket)),
                    ],
                },
            ]
        );

    /// <summary>Who shall see to it instead.</summary>
    public static AdaptiveCard RenderHand(Model model, IReadOnlyList<Choice> colleagues) =>
        Sheet.New(
            $"{model.Number}の担当を決めます。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("ほかの人に頼む"),
                Plain.Named(model.Number, $"{model.Asker}さん"),
                .. Plain.Lines(Plain.Cut(model.Question, 300)),
                .. colleagues.Count == 0
                    ?
                    [
                        Sheet.Sentence(
                            $"{model.Office}のほかの方を、ボットはまだ知りません。ボットに一度話しかけてもらうと、選べるようになります。"
                        ),
                    ]
                    : (AdaptiveElement[])[Inputs.Choose(ToInput, "担当する人", colleagues, "")],
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        .. colleagues.Count == 0
                            ? Array.Empty<AdaptiveAction>()
                            : [Press.Primary("この人に頼む", AssignVerb, new Assign(model.Ticket))],
                        Press.Leave("やめる", OpenVerb, new Ref(model.Ticket)),
                    ],
                },
            ]
        );

    /// <summary>Makes an answered question a part of what the bot knows.</summary>
    public static AdaptiveCard RenderTeach(TeachModel model) =>
        Sheet.New(
            $"{model.Number}を知識に加えます。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title($"知識に加える　{model.Number}"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Sentence("同じようなご質問に、すぐにボットが答えるようになります。お名前や個人情報は消してください。"),
                .. model.Taught is { } taught ? [Plain.Named("今は", taught)] : Array.Empty<AdaptiveElement>(),
                Text("質問", Fit(model.Question, LongestTaught), QuestionInput, LongestTaught),
                Inputs.Choose(
                    TargetInput,
                    "答え",
                    [new Choice(OwnAnswer, $"{model.Office}の回答（下の文）"), .. model.Targets],
                    model.Target
                ),
                Text($"{model.Office}の回答（条文が答えのときは使いません）", model.Answer),
                .. Press.Sets([
                    Press.Primary("加える", TeachVerb, new Teach(model.Ticket)),
                    .. model.Taught is null
                        ? Array.Empty<AdaptiveAction>()
                        : [Press.Leave("知識から外す", UnteachVerb, new Ref(model.Ticket))],
                    Press.Leave("戻る", OpenVerb, new Ref(model.Ticket)),
                ]),
            ]
        );

    /// <summary>For the one who asked: the answer is the office's word, not the guideline's.</summary>
    public static AdaptiveCard RenderForAsker(Model model) =>
        Sheet.New(
            $"{model.Number}（{model.Status}）　{model.Office}の回答",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                .. Head(model),
                .. model.CanFollow ? [Text("追加の質問", model.Text)] : Array.Empty<AdaptiveElement>(),
                .. Press.Sets([
                    .. model.CanClose ? [Press.Leave("解決した", CloseVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
                    .. model.CanFollow
                        ? [Press.Button("追加で質問する", FollowVerb, new Write(model.Ticket))]
                        : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    private static IEnumerable<AdaptiveElement> Head(Model model) =>
        [
            Sheet.Title($"質問　{model.Number}"),
            .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
            Plain.Named("状態", model.Assignee is { } who ? $"{model.Status}（{who}さん）" : model.Status),
            .. model.Expected.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("回答", model.Expected)],
            Plain.Named("質問された方", model.Asker),
            .. Plain.Lines(Plain.Cut(model.Question, 1000)),
            .. string.IsNullOrWhiteSpace(model.Note)
                ? Array.Empty<AdaptiveElement>()
                : [Plain.Bold("補足"), .. Plain.Lines(Plain.Cut(model.Note, 500))],
            .. model
                .Events.TakeLast(EntriesShown)
                .SelectMany(happened =>
                    new AdaptiveElement[] { Plain.Named(happened.What, $"{happened.Who}　{Wareki.Minute(happened.At)}") }.Concat(
                        Plain.Lines(Plain.Cut(happened.Text, 800))
                    )
                ),
        ];

    private static AdaptiveTextInput Text(string label, string value, string id = TextInput, int longest = LongestText) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}を{longest}文字以内でお書きください。",
            IsMultiline = true,
            MaxLength = longest,
            Value = Fit(value, longest),
        };

    private static string Fit(string text, int length) => text.Length <= length ? text : Plain.Cut(text, length - 1);
}
