using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>For the office: corrects what no notice changes.</summary>
public static class AccountEditCard
{
    public const string EditVerb = "accounts.edit";
    public const string SaveVerb = "accounts.save";

    public const string ManagerInput = "manager";
    public const string OperatorInput = "operator";
    public const string PolicyInput = "policyUrl";
    public const string TermsInput = "termsUrl";

    public const int LongestName = 100;
    public const int LongestUrl = 500;

    public sealed record Edit(Guid Account, AccountsCard.Place? Back = null);

    /// <param name="Version">Of the account when the form was shown: a change made since then is not overwritten.</param>
    public sealed record Save(
        Guid Account,
        int Version,
        AccountsCard.Place? Back = null,
        string? Manager = null,
        string? Operator = null,
        string? PolicyUrl = null,
        string? TermsUrl = null
    );

    public sealed record Values(string Manager, string Operator, string PolicyUrl, string TermsUrl);

    /// <param name="Title">「X ○○市広報」</param>
    /// <param name="Entered">What the inputs hold.</param>
    public sealed record Model(string Office, Guid Id, int Version, string Title, Values Entered, AccountsCard.Place? Back = null)
    {
        /// <summary>What has to be put right; what was entered stays.</summary>
        public IReadOnlyList<string> Errors { get; init; } = [];

        /// <summary>What someone else has saved since the form was shown.</summary>
        public Values? Meanwhile { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            "アカウントの記載を編集します。",
            [
                .. model.Errors.Select(Sheet.Error),
                Sheet.Title("アカウントの記載の編集"),
                Plain.Bold(Plain.Cut(model.Title, 150)),
                .. Meanwhile(model.Meanwhile),
                Name(ManagerInput, "アカウント管理者", model.Entered.Manager),
                Name(OperatorInput, "利用担当者", model.Entered.Operator),
                Plain.Subtle(
                    $"利用担当者をここで変えると、以後のお知らせは{model.Office}に届きます。届出による変更では、届け出た方に届きます。"
                ),
                Url(PolicyInput, "運用ポリシーのURL", model.Entered.PolicyUrl),
                Url(TermsInput, "利用規約のURL", model.Entered.TermsUrl),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary(
                            "保存",
                            SaveVerb,
                            new
                            {
                                Account = model.Id,
                                model.Version,
                                model.Back,
                            }
                        ),
                        Press.Leave("やめる", AccountCard.OpenVerb, new AccountCard.Open(model.Id, model.Back)),
                    ],
                },
            ]
        );

    private static IEnumerable<AdaptiveElement> Meanwhile(Values? now) =>
        now is null
            ? []
            :
            [
                Sheet.Heading("今の台帳の記載"),
                Plain.Named("アカウント管理者", Plain.Cut(now.Manager, LongestName)),
                Plain.Named("利用担当者", Plain.Cut(now.Operator, LongestName)),
                Plain.Named("運用ポリシーのURL", Plain.Cut(now.PolicyUrl, LongestUrl)),
                Plain.Named("利用規約のURL", Plain.Cut(now.TermsUrl, LongestUrl)),
            ];

    private static AdaptiveTextInput Name(string id, string label, string value) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}は{LongestName}文字以内でお書きください。",
            MaxLength = LongestName,
            Value = Plain.Cut(value, LongestName - 1),
        };

    private static AdaptiveTextInput Url(string id, string label, string value) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}は https:// から始まる{LongestUrl}文字以内のURLでお書きください。",
            Placeholder = "https://…",
            Style = AdaptiveTextInputStyle.Url,
            MaxLength = LongestUrl,
            Value = Plain.Cut(value, LongestUrl - 1),
        };
}
