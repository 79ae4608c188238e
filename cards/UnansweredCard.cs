using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>For the office: questions that were not answered or whose answer was disliked, grouped by likeness, and what to make of each group.</summary>
public static class UnansweredCard
{
    public const string OpenVerb = "unanswered.page";
    public const string FormVerb = "unanswered.form";
    public const string TeachVerb = "unanswered.teach";

    public const string QuestionInput = "question";
    public const string TargetInput = "target";
    public const string TextInput = "text";

    /// <summary>In <see cref="Teach.Target"/>: the office's own answer, not a clause.</summary>
    public const string OwnAnswer = "answer";

    public const int PageLength = 4;
    public const int ExamplesShown = 3;
    public const int LongestQuestion = 200;
    public const int LongestText = 2000;

    /// <param name="Number">From 0.</param>
    public sealed record Page(int Number);

    /// <param name="Of">The question that stands for its group.</param>
    /// <param name="Own">Whether the office answers itself, instead of a clause.</param>
    public sealed record Form(string Of, bool Own);

    /// <param name="Target">A clause id, or <see cref="OwnAnswer"/>; from the inputs, like the others.</param>
    public sealed record Teach(string Of, string? Question = null, string? Target = null, string? Text = null);

    /// <param name="Questions">As they were asked, the most frequent first.</param>
    /// <param name="Disliked">How many of them had an answer that did not help.</param>
    public sealed record Group(IReadOnlyList<string> Questions, int Count, int Disliked);

    /// <param name="Groups">Those of this page, the largest first.</param>
    /// <param name="Total">How many groups there are.</param>
    public sealed record Model(IReadOnlyList<Group> Groups, int Page, int Total, int Days, string? Told = null)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    /// <param name="Of">The question that stands for its group.</param>
    /// <param name="Targets">The clauses, as <c>4-5</c> and 「4⑤ …」.</param>
    public sealed record FormModel(
        string Office,
        string Of,
        string Question,
        string Target,
        string Answer,
        IReadOnlyList<Choice> Targets,
        string? Error = null
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            Summary(model),
            [
                Sheet.Title("答えられなかった質問"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Sentence(
                    model.Total == 0
                        ? $"この{model.Days}日間、答えられなかった質問はありません。"
                        : $"この{model.Days}日間の質問を、似たものどうしでまとめました。{(model.Pages > 1 ? $"（{model.Page + 1}/{model.Pages}ページ）" : "")}"
                ),
                .. model.Groups.Take(PageLength).Select(Item),
                .. Press.Sets(Press.Turns(model.Page, model.Pages, (title, number) => Press.Button(title, OpenVerb, new Page(number)))),
            ]
        );

    /// <summary>The same in plain text.</summary>
    public static string Summary(Model model) => $"答えられなかった質問は{model.Total}種類です。";

    public static AdaptiveCard RenderForm(FormModel model) =>
        Sheet.New(
            "質問を知識に加えます。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("知識に加える"),
                Sheet.Sentence("同じようなご質問に、すぐにボットが答えるようになります。お名前や個人情報は消してください。"),
                Text(QuestionInput, "質問", model.Question, LongestQuestion, isRequired: true),
                new AdaptiveChoiceSetInput
                {
                    Id = TargetInput,
                    Label = "答え",
                    ErrorMessage = "答えを選んでください。",
                    Style = AdaptiveChoiceInputStyle.Compact,
                    IsRequired = true,
                    Value = model.Target,
                    Choices =
                    [
                        .. model
                            .Targets.Prepend(new Choice(OwnAnswer, $"{model.Office}の回答（下の文）"))
                            .Select(choice => new AdaptiveChoice { Title = choice.Title, Value = choice.Value }),
                    ],
                },
                Text(TextInput, $"{model.Office}の回答（条文が答えのときは使いません）", model.Answer, LongestText, isRequired: false),
                new AdaptiveActionSet
                {
                    Actions = [Press.Primary("加える", TeachVerb, new Teach(model.Of)), Press.Leave("戻る", OpenVerb, new Page(0))],
                },
            ]
        );

    private static AdaptiveContainer Item(Group group) =>
        new()
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
            Items =
            [
                Plain.Block(
                    new AdaptiveTextRun($"{group.Count}件　") { Weight = AdaptiveTextWeight.Bolder },
                    new AdaptiveTextRun(Plain.Cut(OneLine(group.Questions[0]), LongestQuestion))
                ),
                .. group
                    .Questions.Skip(1)
                    .Take(ExamplesShown - 1)
                    .Select(question => Plain.Subtle($"・{Plain.Cut(OneLine(question), 80)}")),
                .. group.Disliked == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Plain.Subtle($"うち{group.Disliked}件は「役に立たなかった」とされた回答です。")],
                .. Press.Sets([
                    Press.Among(
                        group.Questions[0],
                        Press.Button("この条文の例にする", FormVerb, new Form(Plain.Cut(group.Questions[0], LongestQuestion), false))
                    ),
                    Press.Among(
                        group.Questions[0],
                        Press.Button("知識に加える", FormVerb, new Form(Plain.Cut(group.Questions[0], LongestQuestion), true))
                    ),
                ]),
            ],
        };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static AdaptiveTextInput Text(string id, string label, string value, int longest, bool isRequired) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}を{longest}文字以内でお書きください。",
            IsRequired = isRequired,
            IsMultiline = true,
            MaxLength = longest,
            Value = value.Length <= longest ? value : Plain.Cut(value, longest - 1),
        };
}
