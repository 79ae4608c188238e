using System.Globalization;

namespace GuidelineBot.Accounts;

/// <summary>A column of the register as a file, for reading and writing alike.</summary>
/// <param name="Longest">In characters.</param>
/// <param name="Read">The account's value in the file's form: dates as ISO 8601.</param>
internal sealed record AccountColumn(
    string Header,
    ColumnKind Kind,
    bool IsRequired,
    int Longest,
    Func<Account, string> Read,
    Action<Account, string> Write
)
{
    public const string Listed = "掲載";
    public const string NotListed = "未掲載";

    public static AccountColumn Service { get; } =
        new("サービス", ColumnKind.Service, true, 100, account => account.Service, (account, value) => account.Service = value);

    public static AccountColumn Name { get; } =
        new("アカウント名", ColumnKind.Text, true, 200, account => account.Name, (account, value) => account.Name = value);

    public static AccountColumn Url { get; } =
        new(
            "URL",
            ColumnKind.Url,
            true,
            500,
            account => account.Url,
            (account, value) => (account.Url, account.UrlKey) = (value, AccountKey.Of(value))
        );

    public static AccountColumn Section { get; } =
        new("所属", ColumnKind.Text, true, 200, account => account.Section, (account, value) => account.Section = value);

    public static AccountColumn Started { get; } =
        new(
            "利用開始日",
            ColumnKind.Date,
            false,
            40,
            account => Iso(account.StartedOn),
            (account, value) => account.StartedOn = Day(value)
        );

    public static AccountColumn Ended { get; } =
        new("利用終了日", ColumnKind.Date, false, 40, account => Iso(account.EndedOn), (account, value) => account.EndedOn = Day(value));

    /// <summary>In the order in which they are written; read in any order.</summary>
    public static IReadOnlyList<AccountColumn> All { get; } =
    [
        Service,
        Name,
        Url,
        Section,
        new("アカウント管理者", ColumnKind.Text, false, 100, account => account.Manager, (account, value) => account.Manager = value),
        new("利用担当者", ColumnKind.Text, false, 100, account => account.Operator, Operator),
        new("目的", ColumnKind.LongText, false, 2000, account => account.Purpose, (account, value) => account.Purpose = value),
        new("運用ポリシーURL", ColumnKind.Url, false, 500, account => account.PolicyUrl, (account, value) => account.PolicyUrl = value),
        new("利用規約URL", ColumnKind.Url, false, 500, account => account.TermsUrl, (account, value) => account.TermsUrl = value),
        Started,
        Ended,
        new(
            "一覧掲載",
            ColumnKind.Listed,
            false,
            10,
            account => account.IsListed ? Listed : NotListed,
            (account, value) => account.IsListed = value == Listed
        ),
    ];

    public static DateOnly? Day(string value) =>
        value.Length == 0 ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Nobody knows the new person in Teams, and the one before is no longer concerned.</summary>
    private static void Operator(Account account, string value) => (account.Operator, account.OperatorId) = (value, null);
}

/// <summary>How a value is read and checked.</summary>
internal enum ColumnKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>May hold several lines.</summary>
    LongText,

    Url,

    /// <summary>Name or nickname of a service that the knowledge names.</summary>
    Service,

    /// <summary>令和5年4月1日, R5.4.1, 2023-04-01, 2023/4/1.</summary>
    Date,

    /// <summary>掲載 or 未掲載 (○ or ×).</summary>
    Listed,
}
