using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One clause, word for word, with what belongs to it.</summary>
public static class AnswerCard
{
    public const string OpenVerb = "ask.open";
    public const string RateVerb = "ask.rate";
    public const string CommentVerb = "ask.comment";

    public const string CommentInput = "comment";
    public const int LongestComment = 500;

    /// <summary>What a card carries of a question, so that it stays small enough to send however much was typed.</summary>
    public const int LongestQuestion = 200;

    /// <summary>Related rows carry it twice each, and there may be a dozen.</summary>
    internal const int LongestQuestionInRow = 40;
    private const string Folded = "related";

    /// <summary>In sight; what else could be begun is folded.</summary>
    private const int StartsAtOnce = 2;
    private const int MostRelated = 12;

    /// <param name="Question">Null when the clause was opened from the contents.</param>
    /// <param name="Procedure">The key of the procedure that it was opened from, for the way back.</param>
    public sealed record Open(string Clause, string? Question = null, string? Procedure = null);

    public sealed record Rate(string Clause, string Question, bool Helpful);

    /// <param name="Comment">What was typed; the button itself carries none.</param>
    public sealed record Remark(string Clause, string Question, bool Helpful, string? Comment = null);

    public enum Rating
    {
        None,
        Helpful,
        NotHelpful,
    }

    /// <param name="Text">Word for word; the runs of all paragraphs are the clause.</param>
    public sealed record Run(string Text, bool Emphasised = false);

    /// <param name="Label">Where the guideline explains it: 「7 用語の解説『炎上』」.</param>
    public sealed record Term(string Word, string Definition, string Label);

    /// <summary>A clause quoted beside the first.</summary>
    public sealed record Quoted(string Label, IReadOnlyList<string> HeadingPath, IReadOnlyList<IReadOnlyList<Run>> Paragraphs);

    /// <param name="Label">「4⑤」</param>
    /// <param name="HeadingPath">From the section down: 「5 トラブルの防止と対応」, 「② トラブルが発生した場合」.</param>
    /// <param name="Paragraphs">The clause word for word, list marks taken off.</param>
    /// <param name="Revision">「令和5年4月改訂」, or empty.</param>
    public sealed record Model(
        string Clause,
        string Label,
        IReadOnlyList<string> HeadingPath,
        IReadOnlyList<IReadOnlyList<Run>> Paragraphs,
        string GuidelineName,
        string Revision
    )
    {
        public string? Question { get; init; }

        /// <summary>Instead of the label, where it says more: what the office answered has the question as its title.</summary>
        public string? Title { get; init; }

        /// <summary>The question before this one, when this one was read as its continuation.</summary>
        public string? FollowUpOf { get; init; }

        /// <summary>What answers the further questions of the same message.</summary>
        public IReadOnlyList<Quoted> Beside { get; init; } = [];

        public IReadOnlyList<Term> Terms { get; init; } = [];

        /// <summary>Advice that is not part of the guideline.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];

        public IReadOnlyList<Start> Starts { get; init; } = [];
        public IReadOnlyList<ClauseLink> Related { get; init; } = [];
        public ClauseLink? Previous { get; init; }
        public ClauseLink? Next { get; init; }
        public Rating Rated { get; init; }
        public bool Commented { get; init; }

        public string Source =>
            $"出典: {GuidelineName}{(Revision.Length == 0 ? " " : $"（{Revision}）")}{string.Join("、", Beside.Select(other => other.Label).Prepend(Label))}";
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Label}の定めです。{model.Source}",
            [
                .. FollowUp(model),
                // What people wrote is no Markdown.
                model.Title
                    is { } title
                    ? Plain.Bold(title)
                    : Sheet.Title(model.Label),
                .. model.HeadingPath.Count == 0 ? [] : new[] { Plain.Subtle(string.Join(" › ", model.HeadingPath)) },
                Quote(model.Paragraphs),
                .. model.Beside.SelectMany(Other),
                Plain.Subtle(model.Source),
                .. Notes(model),
                .. Press.Starts(
                    [.. model.Starts.Take(StartsAtOnce)],
                    new AdaptiveToggleVisibilityAction { Title = "関連", TargetElements = [new AdaptiveTargetElement(Folded)] }
                ),
                new AdaptiveContainer
                {
                    Id = Folded,
                    IsVisible = false,
                    Items =
                    [
                        .. Press.Starts([.. model.Starts.Skip(StartsAtOnce)]),
                        .. Terms(model),
                        .. Related(model),
                        .. Neighbours(model),
                        new AdaptiveActionSet { Actions = [ContentsCard.Button()] },
                    ],
                },
                .. Feedback(model),
            ]
        );

    /// <summary>The same for notifications, search results and screen readers.</summary>
    public static string PlainText(Model model) =>
        string.Join(
            '\n',
            [
                model.HeadingPath.Count == 0 ? model.Label : $"{model.Label}（{string.Join(" › ", model.HeadingPath)}）",
                .. model.Paragraphs.Select(runs => string.Concat(runs.Select(run => run.Text))),
                .. model.Beside.SelectMany(other =>
                    other.Paragraphs.Select(runs => string.Concat(runs.Select(run => run.Text))).Prepend(other.Label)
                ),
                model.Source,
                .. model.Terms.Select(term => $"{term.Word}: {term.Definition}（{term.Label}）"),
                .. model.Notes.Select(note => $"実務の目安（ガイドラインの定めではありません）: {note}"),
            ]
        );

    private static IEnumerable<AdaptiveElement> FollowUp(Model model) =>
        model.FollowUpOf is { } before ? [Plain.Subtle($"「{Plain.Cut(before, 60)}」の続きとしてお答えしています")] : [];

    private static IEnumerable<AdaptiveElement> Other(Quoted clause) =>
        [
            Sheet.Heading(clause.Label),
            .. clause.HeadingPath.Count == 0 ? [] : new[] { Plain.Subtle(string.Join(" › ", clause.HeadingPath)) },
            Quote(clause.Paragraphs),
        ];

    private static AdaptiveContainer Quote(IReadOnlyList<IReadOnlyList<Run>> paragraphs) =>
        new() { Style = AdaptiveContainerStyle.Emphasis, Items = [.. paragraphs.Select(runs => Plain.Block(runs.Select(InQuote)))] };

    private static AdaptiveTextRun InQuote(Run run) =>
        run.Emphasised
            ? new AdaptiveTextRun(run.Text) { Weight = AdaptiveTextWeight.Bolder, Highlight = true }
            : new AdaptiveTextRun(run.Text);

    private static IEnumerable<AdaptiveElement> Terms(Model model) =>
        model.Terms.Count == 0
            ? []
            : [Sheet.Heading("用語"), .. model.Terms.Select(term => Plain.Named(term.Word, $"{term.Definition}（{term.Label}）"))];

    private static IEnumerable<AdaptiveElement> Notes(Model model) =>
        model.Notes.Count == 0
            ? []
            :
            [
                new AdaptiveContainer
                {
                    Separator = true,
                    Spacing = AdaptiveSpacing.Medium,
                    Items =
                    [
                        Sheet.Heading("実務の目安（ガイドラインの定めではありません）"),
                        .. model.Notes.Select(note => Plain.Text($"・{note}")),
                    ],
                },
            ];

    private static IEnumerable<AdaptiveElement> Related(Model model)
    {
        var question = model.Question is null ? null : Plain.Cut(model.Question, LongestQuestionInRow);
        AdaptiveElement[] rows = [.. model.Related.Take(MostRelated).Select(link => link.ToRow(question))];
        return rows.Length == 0 ? [] : [Sheet.Heading("関連する条文"), .. rows];
    }

    private static IEnumerable<AdaptiveElement> Neighbours(Model model)
    {
        AdaptiveElement[] rows =
        [
            .. model.Previous is { } previous ? [previous.ToRow(null, "前 ")] : Array.Empty<AdaptiveElement>(),
            .. model.Next is { } next ? [next.ToRow(null, "次 ")] : Array.Empty<AdaptiveElement>(),
        ];
        return rows.Length == 0 ? [] : [Sheet.Heading("前後の条文"), .. rows];
    }

    private static IEnumerable<AdaptiveElement> Feedback(Model model)
    {
        if (model.Question is null)
            return [];

        var question = Plain.Cut(model.Question, LongestQuestion);
        var helpful = model.Rated == Rating.Helpful;
        return model switch
        {
            { Rated: Rating.None } =>
            [
                Sheet.Heading("この回答は役に立ちましたか？"),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Button("役に立った", RateVerb, new Rate(model.Clause, question, true)),
                        Press.Button("役に立たなかった", RateVerb, new Rate(model.Clause, question, false)),
                    ],
                },
            ],
            { Commented: true } => [Sheet.Heading("コメントをお送りいただき、ありがとうございました。")],
            _ =>
            [
                Sheet.Heading($"「{(helpful ? "役に立った" : "役に立たなかった")}」とのご回答、ありがとうございました。"),
                new AdaptiveTextInput
                {
                    Id = CommentInput,
                    Label = "コメント（任意）",
                    Placeholder = helpful ? "お気付きの点があればお書きください" : "知りたかったこと、足りなかったことをお書きください",
                    ErrorMessage = $"コメントは{LongestComment}文字以内でお書きください。",
                    IsMultiline = true,
                    MaxLength = LongestComment,
                },
                new AdaptiveActionSet { Actions = [Press.Button("送信", CommentVerb, new Remark(model.Clause, question, helpful))] },
            ],
        };
    }
}
