using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Starts a checklist. Everything is filled in as far as it is known, so that one press is enough.</summary>
public static class IncidentStartCard
{
    public const string OpenVerb = "incident.begin";
    public const string StartVerb = "incident.start";

    public const string ChecklistInput = "checklist";
    public const string AccountInput = "account";
    public const string NameInput = "accountName";
    public const string SeenInput = "seen";
    public const string UrlInput = "url";
    public const string DayInput = "day";
    public const string TimeInput = "time";
    public const string DrillInput = "drill";

    public const int LongestSeen = 1000;
    public const int LongestName = 200;
    public const int LongestUrl = 500;

    /// <summary>More accounts than a person would scroll through; others are written by hand.</summary>
    public const int MostAccounts = 30;

    /// <param name="Checklist">The key of a checklist.</param>
    public sealed record Open(string Checklist);

    /// <summary>What the inputs send; a client may leave out empty ones.</summary>
    /// <param name="Account">The id of an account of the register.</param>
    /// <param name="AccountName">Written by hand where the register has none.</param>
    /// <param name="Day">ISO 8601; with <paramref name="Time"/> (HH:mm) in Japan's time.</param>
    public sealed record Start(
        string? Checklist = null,
        string? Account = null,
        string? AccountName = null,
        string? Seen = null,
        string? Url = null,
        string? Day = null,
        string? Time = null,
        string? Drill = null
    );

    /// <param name="Lead">What matters in the first minute.</param>
    /// <param name="Error">What has to be put right; what was entered stays.</param>
    public sealed record Model(
        IReadOnlyList<Choice> Checklists,
        IReadOnlyList<Choice> Accounts,
        Start Entered,
        string Lead,
        string? Error = null
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"チェックリストを始めます。{model.Lead}",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("チェックリストを始める"),
                Plain.Bold(model.Lead),
                Plain.Subtle("分かるところだけで始められます。あとから直せます。"),
                Inputs.Choose(ChecklistInput, "起きていること", model.Checklists, model.Entered.Checklist),
                .. Facts(model),
                Drill(model),
                new AdaptiveActionSet { Actions = [Press.Primary("始める", StartVerb)] },
            ]
        );

    private static AdaptiveToggleInput Drill(Model model) =>
        new()
        {
            Id = DrillInput,
            Title = "訓練です",
            Label = "本番か訓練か",
            ErrorMessage = "本番か訓練かを選んでください。",
            ValueOn = "true",
            ValueOff = "false",
            Value = model.Entered.Drill ?? "false",
        };

    /// <summary>The same facts, put right while the checklist runs.</summary>
    public static AdaptiveCard RenderEdit(string incident, string saveVerb, Model model) =>
        Sheet.New(
            "概要を直します。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("概要を直す"),
                Plain.Subtle("直す前の内容は、経過に残ります。種類を変えると、手順もその種類のものになります。"),
                Inputs.Choose(ChecklistInput, "起きていること", model.Checklists, model.Entered.Checklist),
                .. Facts(model),
                Drill(model),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary("保存", saveVerb, new IncidentCard.Ref(incident)),
                        Press.Leave("やめる", IncidentCard.OpenVerb, new IncidentCard.Ref(incident)),
                    ],
                },
            ]
        );

    private static IEnumerable<AdaptiveElement> Facts(Model model) =>
        [
            .. model.Accounts.Count == 0
                ? Array.Empty<AdaptiveElement>()
                :
                [
                    Inputs.Choose(
                        AccountInput,
                        "アカウント",
                        [new("none", "一覧にない・まだ分からない"), .. model.Accounts.Take(MostAccounts)],
                        model.Entered.Account ?? "none"
                    ),
                ],
            Line(NameInput, "一覧にないアカウント", model.Entered.AccountName, LongestName, "例：Instagram 花だより"),
            new AdaptiveTextInput
            {
                Id = SeenInput,
                Label = "見たこと",
                ErrorMessage = $"見たことを{LongestSeen}文字以内でお書きください。",
                IsMultiline = true,
                MaxLength = LongestSeen,
                Value = Plain.Cut(model.Entered.Seen ?? "", LongestSeen - 1),
            },
            Line(UrlInput, "場所（URL）", model.Entered.Url, LongestUrl, "例：https://x.com/…"),
            Inputs.Day(DayInput, "いつから（日）", model.Entered.Day, "日付を選んでください。"),
            Inputs.Time(TimeInput, "いつから（時刻、日本時間）", model.Entered.Time),
        ];

    private static AdaptiveTextInput Line(string id, string label, string? value, int longest, string example) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}を{longest}文字以内でお書きください。",
            MaxLength = longest,
            Placeholder = example,
            Value = Plain.Cut(value ?? "", longest - 1),
        };
}
