using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>棚卸し of one account: the questions, and once they are answered, the answers, which are put right in the same place.</summary>
public static class StocktakeCard
{
    public const string OpenVerb = "stocktake.open";
    public const string SaveVerb = "stocktake.save";

    public const string Yes = "yes";
    public const string No = "no";
    public const string Unknown = "unknown";
    public const string Shared = "shared";
    public const string Private = "private";

    public const int Longest = 100;

    /// <summary>In the order of the card: input, label, kind.</summary>
    private static readonly (string Id, string Label, Kind Kind)[] Questions =
    [
        ("login", "ログインできますか", Kind.YesNo),
        ("password", "パスワードを知っている方", Kind.Text),
        ("twoFactor", "二要素認証を使っていますか", Kind.YesNo),
        ("badge", "認証バッジがありますか", Kind.YesNo),
        ("recovery", "回復用のメールや電話は", Kind.Whose),
        ("lastPost", "最後の投稿の日（ないときは空欄）", Kind.Day),
        ("deputy", "副担当者", Kind.Text),
    ];

    private enum Kind
    {
        YesNo,
        Whose,
        Text,
        Day,
    }

    public sealed record Open(Guid Stocktake, bool IsForm = false);

    /// <summary>The answers come from the inputs.</summary>
    public sealed record Save(Guid Stocktake);

    /// <param name="Title">「X みほん花だより」</param>
    public sealed record Model(Guid Id, int Version, string Title, string Section, string Url)
    {
        /// <summary>「令和8年度」</summary>
        public string Year { get; init; } = "";

        public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

        /// <summary>Null until somebody has.</summary>
        public DateOnly? AnsweredOn { get; init; }

        public string By { get; init; } = "";

        public bool IsForm { get; init; }

        /// <summary>「休眠」</summary>
        public string State { get; init; } = "";

        /// <summary>The account whose end notice is offered; null where it is in use.</summary>
        public Guid? Ending { get; init; }

        public string? Told { get; init; }

        public string? Error { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            PlainText(model),
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title($"アカウントの棚卸し（{model.Year}）"),
                Plain.Bold(Plain.Cut(model.Title, 120)),
                Plain.Subtle(Plain.Cut(model.Section, 60)),
                .. model.IsForm ? Form(model) : Answered(model),
            ]
        );

    public static string PlainText(Model model) => $"棚卸し（{model.Year}）：{Plain.Cut(model.Title, 120)}、{model.State}";

    public static string WordOf(string answer) =>
        answer switch
        {
            Yes => "はい",
            No => "いいえ",
            Unknown => "分からない",
            Shared => "課のもの",
            Private => "個人のもの",
            _ => answer,
        };

    private static IEnumerable<AdaptiveElement> Form(Model model) =>
        [
            Sheet.Sentence(
                "年に一度、使われているか、引き継げるかを確かめています（実務の目安）。パスワードそのものは書かないでください。"
            ),
            .. Questions.Select(question =>
                Input(question.Id, question.Label, question.Kind, model.Answers.GetValueOrDefault(question.Id, ""))
            ),
            new AdaptiveActionSet { Actions = [Press.Primary("記録する", SaveVerb, new Save(model.Id))] },
        ];

    private static IEnumerable<AdaptiveElement> Answered(Model model) =>
        [
            Plain.Named("状態", model.State),
            .. Questions.Select(question =>
                Plain.Named(Short(question.Label), Shown(question.Kind, model.Answers.GetValueOrDefault(question.Id, "")))
            ),
            Plain.Subtle($"{(model.AnsweredOn is { } day ? Wareki.Day(day) : "")}　{Plain.Cut(model.By, 40)}"),
            .. model.Ending is null
                ? Array.Empty<AdaptiveElement>()
                : [Sheet.Sentence("使われていないアカウントは、利用を終えて終了届を出してください（実務の目安）。")],
            .. Press.Sets([
                Press.Leave("直す", OpenVerb, new Open(model.Id, IsForm: true)),
                .. model.Ending is { } account
                    ? [Press.Leave("終了届を始める", NoticesCard.StartVerb, new NoticesCard.Begin("end", account))]
                    : Array.Empty<AdaptiveAction>(),
            ]),
        ];

    private static string Short(string label) => label.Split('（')[0];

    private static string Shown(Kind kind, string answer) =>
        answer.Length == 0 ? "なし"
        : kind == Kind.Day && DateOnly.TryParse(answer, System.Globalization.CultureInfo.InvariantCulture, out var day) ? Wareki.Day(day)
        : Plain.Cut(WordOf(answer), Longest);

    private static AdaptiveElement Input(string id, string label, Kind kind, string value) =>
        kind switch
        {
            Kind.Text => new AdaptiveTextInput
            {
                Id = id,
                Label = label,
                ErrorMessage = $"{label}は{Longest}文字以内でお書きください。",
                MaxLength = Longest,
                Value = Plain.Cut(value, Longest - 1),
            },
            Kind.Day => new AdaptiveDateInput
            {
                Id = id,
                Label = label,
                ErrorMessage = "日付を選んでください。",
                Value = value,
            },
            _ => new AdaptiveChoiceSetInput
            {
                Id = id,
                Label = label,
                ErrorMessage = $"{label}：選んでください。",
                Style = AdaptiveChoiceInputStyle.Compact,
                Value = value,
                Choices =
                [
                    .. (kind == Kind.YesNo ? new[] { Yes, No, Unknown } : [Shared, Private, Unknown]).Select(one => new AdaptiveChoice
                    {
                        Title = WordOf(one),
                        Value = one,
                    }),
                ],
            },
        };
}
