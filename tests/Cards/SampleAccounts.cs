using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private static readonly Guid AccountId = new("0199a000-0000-7000-8000-000000000001");

    private static AccountsCard.Model Accounts =>
        new(
            new("観光", AccountsCard.Running, 1),
            [
                new(AccountId, "Instagram", "okayama_kanko", "観光課", "運用中"),
                new(AccountId, "X", "岡山市観光", "観光課", "運用中（令和8年3月31日まで）"),
            ],
            18,
            MayExport: true
        );

    private static AccountsCard.Model LongestAccounts =>
        new(
            new(new string('探', AccountsCard.LongestSearch), AccountsCard.All, 1),
            [
                .. Enumerable
                    .Range(0, AccountsCard.PageLength)
                    .Select(_ => new AccountsCard.Row(
                        AccountId,
                        new string('媒', 100),
                        new string('名', 500),
                        new string('課', 200),
                        "運用中（令和8年12月31日まで）"
                    )),
            ],
            500,
            MayExport: true
        );

    private static AccountCard.Model Account =>
        new(AccountId, "X", "岡山市観光", "運用中")
        {
            Url = "https://x.com/okayama_kanko",
            Section = "観光課",
            Manager = "岡本 健",
            Operator = "山田 花子",
            Ahead = [new(new(2026, 4, 1), "利用担当者", "鈴木 次郎")],
            Purpose = "観光情報の発信\n防災情報の共有",
            PolicyUrl = "https://www.city.okayama.jp/policy",
            TermsUrl = "javascript:alert(1)",
            StartedOn = new(2014, 4, 1),
            PasswordChangedOn = new(2025, 5, 1),
            PasswordDueOn = new(2025, 10, 28),
            ListClause = "4②",
            PasswordClause = "4⑤",
            Events =
            [
                new(Afternoon, "広報", "利用担当者を「佐藤」から「山田 花子」に変更（令和7年度 変更 第2号）"),
                new(Afternoon, "広報", "台帳の取込みにより登録"),
            ],
            MayEdit = true,
            Back = new("観光", AccountsCard.Running, 1),
        };

    private static AccountCard.Model LongestAccount =>
        Account with
        {
            Service = new string('媒', 100),
            Name = new string('名', 500),
            Url = "https://x.com/" + new string('a', 2000),
            Section = new string('課', 500),
            Manager = new string('管', 1000),
            Operator = new string('担', 1000),
            Purpose = new string('目', 4000),
            PolicyUrl = "https://www.city.okayama.jp/" + new string('p', 470),
            TermsUrl = "https://www.city.okayama.jp/" + new string('t', 470),
            Events =
            [
                .. Enumerable.Range(0, 40).Select(_ => new AccountCard.Happening(Afternoon, new string('人', 100), new string('変', 1000))),
            ],
            Back = new(new string('探', AccountsCard.LongestSearch), AccountsCard.All, 99),
        };

    private static AccountEditCard.Model AccountForm =>
        new(
            "広報広聴課",
            AccountId,
            3,
            "X 岡山市観光",
            new("岡本 健一", "山田 花子", "https://www.city.okayama.jp/policy", ""),
            new("観光", AccountsCard.Running, 1)
        );

    private static AccountEditCard.Model LongestForm =>
        AccountForm with
        {
            Title = new string('名', 500),
            Entered = LongestValues,
            Errors = [.. Enumerable.Range(0, 4).Select(_ => new string('誤', 60))],
            Meanwhile = LongestValues,
            Back = new(new string('探', AccountsCard.LongestSearch), AccountsCard.All, 99),
        };

    private static AccountEditCard.Values LongestValues =>
        new(new string('管', 500), new string('担', 500), new string('p', 2000), new string('t', 2000));

    private static DutyCard.Model PasswordDuty =>
        new(
            AccountId,
            DutyCard.Kind.Password,
            "X",
            "岡山市観光",
            "観光課",
            "https://x.com/okayama_kanko",
            new(
                "4⑤",
                [
                    "⑤ 取得したアカウントへのログインパスワードの設定に当たっては、推測されやすいものは避け、第三者に知られることのないように厳重に管理し、定期的に変更することとする。",
                ],
                $"{SocialMedia}（令和5年4月改訂）"
            )
        )
        {
            DueOn = new(2025, 10, 28),
        };
}
