using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>投稿の承認: somebody else looks at a post, and approves exactly these characters for exactly this account.</summary>
public static class ApprovalCard
{
    public const string FormVerb = "approval.form";
    public const string AskVerb = "approval.ask";
    public const string ApproveVerb = "approval.approve";
    public const string ReturnVerb = "approval.return";
    public const string CompareVerb = "approval.compare";

    public const string TextInput = "text";
    public const string AccountInput = "account";
    public const string ApproverInput = "approver";
    public const string PathInput = "path";
    public const string ReasonInput = "reason";
    public const string UsualPath = "usual";
    public const string UrgentPath = "urgent";

    /// <summary>In characters; a card has to stay small enough to send.</summary>
    public const int LongestText = 2500;
    public const int LongestName = 60;
    public const int LongestReason = 300;

    private const int LinesShown = 30;

    /// <summary>All from the inputs; a client may leave out an empty one.</summary>
    public sealed record Ask(string? Text = null, string? Account = null, string? Approver = null, string? Path = null);

    /// <param name="Seal">Of the characters and the account that the approver saw.</param>
    /// <param name="Reason">From the input.</param>
    public sealed record Decide(string Approval, string Seal, string? Reason = null);

    /// <param name="Text">What is about to be published; from the input.</param>
    public sealed record Compare(string Approval, string? Text = null);

    /// <param name="Accounts">The running ones of the register.</param>
    public sealed record FormModel(
        string Text,
        string Account,
        string Approver,
        bool IsUrgent,
        IReadOnlyList<Choice> Accounts,
        string? Error = null
    );

    /// <param name="Account">「みほん花だより（Instagram）」</param>
    /// <param name="Url">Of the account; empty for none.</param>
    /// <param name="Status">承認待ち, 承認, 差戻し.</param>
    /// <param name="Findings">What the check finds in it.</param>
    /// <param name="Told">What a press brought about.</param>
    public sealed record Model(
        string Approval,
        string Seal,
        string Account,
        string Url,
        string Text,
        bool IsUrgent,
        string Status,
        string Writer,
        string Approver,
        DateTimeOffset AskedAt,
        DateTimeOffset? DecidedAt,
        string Reason,
        IReadOnlyList<string> Findings,
        bool CanDecide,
        bool IsApproved = false,
        string? Told = null,
        string? Error = null
    );

    public static AdaptiveCard RenderForm(FormModel model) =>
        Sheet.New(
            "投稿の承認を依頼します。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("投稿の承認"),
                Sheet.Sentence(
                    "承認は、この文とこのアカウントの組にだけ有効です。1文字でも変えたら、もう一度依頼してください（実務の目安）。"
                ),
                .. model.Accounts.Count == 0
                    ? (AdaptiveElement[])[Sheet.Sentence("台帳に運用中のアカウントがありません。台帳に載せてから依頼してください。")]
                    :
                    [
                        Text(TextInput, "投稿の文", model.Text, LongestText, isMultiline: true),
                        Required(Inputs.Choose(AccountInput, "投稿するアカウント", model.Accounts, model.Account)),
                        Text(ApproverInput, "承認する方のお名前", model.Approver, LongestName, isMultiline: false),
                        Required(
                            Inputs.Choose(
                                PathInput,
                                "進め方",
                                [
                                    new Choice(UsualPath, "承認を待って投稿する"),
                                    new Choice(UrgentPath, "緊急：投稿を先にし、承認はあとで受ける"),
                                ],
                                model.IsUrgent ? UrgentPath : UsualPath
                            )
                        ),
                    ],
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        .. model.Accounts.Count == 0 ? Array.Empty<AdaptiveAction>() : [Press.Primary("承認を依頼する", AskVerb)],
                        Press.Leave("やめる", HomeCard.OpenVerb),
                    ],
                },
            ]
        );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            Summary(model),
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title(model.IsUrgent ? "投稿の承認（緊急）" : "投稿の承認"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Plain.Subtle("投稿するアカウント"),
                // Posts from the wrong account are what such incidents begin with.
                Plain.Block(new AdaptiveTextRun(model.Account) { Size = AdaptiveTextSize.ExtraLarge, Weight = AdaptiveTextWeight.Bolder }),
                .. model.Url.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Subtle(model.Url)],
                new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Items = [.. Lines(model.Text)] },
                Plain.Named(
                    "点検",
                    model.Findings.Count == 0 ? "気になるところは見つかりませんでした。" : string.Join("、", model.Findings)
                ),
                Plain.Named("状態", model.Status),
                Plain.Named("依頼", $"{model.Writer}さん　{Wareki.Minute(model.AskedAt)}"),
                Plain.Named(
                    "承認する方",
                    model.DecidedAt is { } at ? $"{model.Approver}さん　{Wareki.Minute(at)}" : $"{model.Approver}さん"
                ),
                .. model.Reason.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("理由", model.Reason)],
                .. model.CanDecide ? Deciding(model) : [],
                .. model.IsApproved && !model.CanDecide ? Comparing(model) : [],
            ]
        );

    /// <summary>The same in plain text.</summary>
    public static string Summary(Model model) => $"投稿の承認（{model.Status}）　{model.Account}";

    private static IEnumerable<AdaptiveElement> Deciding(Model model) =>
        [
            .. model.IsUrgent
                ? [Plain.Text("緊急のため、投稿は先に行われます。内容を確かめて記録を残してください。")]
                : Array.Empty<AdaptiveElement>(),
            Text(ReasonInput, "差し戻す理由（差し戻すときに）", "", LongestReason, isMultiline: true, isRequired: false),
            .. Press.Sets([
                Press.Primary("この文を承認する", ApproveVerb, new Decide(model.Approval, model.Seal)),
                Press.Button("差し戻す", ReturnVerb, new Decide(model.Approval, model.Seal)),
            ]),
        ];

    private static IEnumerable<AdaptiveElement> Comparing(Model model) =>
        [
            Text(TextInput, "投稿する文（貼って確かめられます）", "", LongestText, isMultiline: true),
            new AdaptiveActionSet { Actions = [Press.Button("承認された文と比べる", CompareVerb, new Compare(model.Approval))] },
        ];

    /// <summary>Every character, line by line; lines beyond the last that fits run together with a sign between them.</summary>
    private static IEnumerable<AdaptiveElement> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines
            .Take(LinesShown)
            .Concat(lines.Length > LinesShown ? [string.Join('⏎', lines.Skip(LinesShown))] : Array.Empty<string>())
            .Select(line => Plain.Text(line.Length == 0 ? "　" : line));
    }

    private static AdaptiveTextInput Text(string id, string label, string value, int longest, bool isMultiline, bool isRequired = true) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}を{longest}文字以内でお書きください。",
            IsRequired = isRequired,
            IsMultiline = isMultiline,
            MaxLength = longest,
            Value = value.Length <= longest ? value : Plain.Cut(value, longest - 1),
        };

    private static AdaptiveChoiceSetInput Required(AdaptiveChoiceSetInput input)
    {
        input.IsRequired = true;
        return input;
    }
}
