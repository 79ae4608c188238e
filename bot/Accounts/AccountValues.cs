using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Accounts;

/// <summary>Reads the cells of a register file: each becomes a value of its column, or a sentence about what is wrong with it.</summary>
internal sealed class AccountValues(ServiceBook services, DateOnly today)
{
    /// <summary>Service and address explain each other: 「@mihon」 of X is a page there, and the address says which blog 「ブログ」 is.</summary>
    /// <param name="cells">As they stand in the file.</param>
    public IReadOnlyList<(AccountColumn Column, string Value, string? Fault)> Read(IReadOnlyDictionary<AccountColumn, string> cells) =>
        [.. cells.Select(cell => Read(cell.Key, cell.Value, cells) is var (value, fault) ? (cell.Key, value, fault) : default)];

    private (string Value, string? Fault) Read(AccountColumn column, string cell, IReadOnlyDictionary<AccountColumn, string> row)
    {
        var text = Unguarded(cell.ReplaceLineEndings("\n").Trim());
        if (text.Length == 0)
            return ("", column.IsRequired ? $"「{column.Header}」が空です。必ずお書きください。" : null);
        if (text.Length > column.Longest)
            return ("", $"「{column.Header}」が{text.Length}文字あります。{column.Longest}文字以内にしてください。");
        if (text.Any(c => char.IsControl(c) && !(c is '\n' or '\t' && column.Kind == ColumnKind.LongText)))
            return ("", $"「{column.Header}」に使えない文字（改行など）があります。1行の文字にしてください。");
        return column.Kind switch
        {
            ColumnKind.Service => Service(text, Address(row)),
            ColumnKind.Url => Url(column, text, row),
            ColumnKind.Date => Date(column, text),
            ColumnKind.Listed => Listed(column, text),
            _ => (text, null),
        };
    }

    private static string Address(IReadOnlyDictionary<AccountColumn, string> row) =>
        WrittenAddress.Clean(row.GetValueOrDefault(AccountColumn.Url, "").Trim());

    /// <summary>The address and the service have to belong together; where the knowledge names no service for an address, any will do.</summary>
    public string? Mismatch(string service, string url) =>
        services.OfAddress(url) is { } owner && services.Named(service) is { Domains.Count: > 0 } named && owner.Name != named.Name
            ? $"URLは{owner.Name}のものですが、「サービス」は{named.Name}です。どちらかを直してください。"
            : null;

    private (string, string?) Service(string text, string url) =>
        WrittenServiceName.Find(services, text, url) is { } service
            ? (service.Name, null)
            : ("", $"サービス「{text}」は登録されていません。表記を確かめるか、知識フォルダーの services.txt に追加してください。");

    private (string, string?) Url(AccountColumn column, string text, IReadOnlyDictionary<AccountColumn, string> row)
    {
        var address = WrittenAddress.Clean(text);
        if (
            column == AccountColumn.Url
            && Service(row.GetValueOrDefault(AccountColumn.Service, "").Trim(), address) is ({ Length: > 0 } service, _)
        )
            address = WrittenAddress.OfHandle(service, text) ?? address;
        var written = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
        return AccountKey.Address(address) is null
                ? ("", $"「{column.Header}」の「{text}」はURLとして読み取れません。https:// から始まるURLにしてください。")
            : column == AccountColumn.Url && AccountKey.Of(address).Length == 0
                ? ("", $"「{column.Header}」の「{text}」はサービスのトップページです。アカウントのページのURLにしてください。")
            : (written, null);
    }

    private (string, string?) Date(AccountColumn column, string text) =>
        WrittenDate.Read(text, today) is { } day
            ? (AccountColumn.Iso(day), null)
            : ("", $"「{column.Header}」の「{text}」は日付として読み取れません。令和5年4月1日 または 2023-04-01 の形にしてください。");

    private static (string, string?) Listed(AccountColumn column, string text) =>
        text switch
        {
            AccountColumn.Listed or "○" or "〇" or "◯" or "はい" or "有" => (AccountColumn.Listed, null),
            AccountColumn.NotListed or "×" or "いいえ" or "無" => (AccountColumn.NotListed, null),
            _ => (
                "",
                $"「{column.Header}」の「{text}」は読み取れません。{AccountColumn.Listed} か {AccountColumn.NotListed} にしてください。"
            ),
        };

    /// <summary>Takes off the ' that our own files put before what Excel would take for a formula.</summary>
    private static string Unguarded(string text) => text.StartsWith('\'') && CsvFile.IsFormula(text[1..]) ? text[1..] : text;
}
