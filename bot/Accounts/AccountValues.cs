using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Accounts;

/// <summary>Reads the cells of a register file: each becomes a value of its column, or a sentence about what is wrong with it.</summary>
internal sealed partial class AccountValues(ServiceBook services, DateOnly today)
{
    /// <param name="cell">As it stands in the file.</param>
    /// <returns>The value, empty for an empty cell; or what is wrong.</returns>
    public (string Value, string? Fault) Read(AccountColumn column, string cell)
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
            ColumnKind.Service => Service(text),
            ColumnKind.Url => Url(column, text),
            ColumnKind.Date => Date(column, text),
            ColumnKind.Listed => Listed(column, text),
            _ => (text, null),
        };
    }

    /// <summary>The address and the service have to belong together; where the knowledge names no service for an address, any will do.</summary>
    public string? Mismatch(string service, string url) =>
        services.OfAddress(url) is { } owner && services.Named(service) is { Domains.Count: > 0 } named && owner.Name != named.Name
            ? $"URLは{owner.Name}のものですが、「サービス」は{named.Name}です。どちらかを直してください。"
            : null;

    private (string, string?) Service(string text) =>
        services.Named(text) is { } service
            ? (service.Name, null)
            : ("", $"サービス「{text}」は登録されていません。表記を確かめるか、知識フォルダーの services.txt に追加してください。");

    private static (string, string?) Url(AccountColumn column, string text)
    {
        var written = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return AccountKey.Address(text) is null
                ? ("", $"「{column.Header}」の「{text}」はURLとして読み取れません。https:// から始まるURLにしてください。")
            : column == AccountColumn.Url && AccountKey.Of(text).Length == 0
                ? ("", $"「{column.Header}」の「{text}」はサービスのトップページです。アカウントのページのURLにしてください。")
            : (written, null);
    }

    private (string, string?) Date(AccountColumn column, string text)
    {
        var plain = Weekday().Replace(text.Normalize(NormalizationForm.FormKC), "").Trim();
        // A date reckoned from today (来月1日) or without a year would mean another day each time the file is read.
        return
            WithYear().IsMatch(plain)
            && JapaneseDates.Find(plain, today) is [{ Start: 0, IsMonth: false } found]
            && found.Length == plain.Length
            ? (AccountColumn.Iso(found.Date), null)
            : ("", $"「{column.Header}」の「{text}」は日付として読み取れません。令和5年4月1日 または 2023-04-01 の形にしてください。");
    }

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

    [GeneratedRegex(@"^(?:(?:令和|平成|昭和)\s?(?:元|\d{1,2})年(?!度)|[RHSrhs]\s?(?:元|\d{1,2})[./-]|\d{4}(?:年(?!度)|[./-]))")]
    private static partial Regex WithYear();

    [GeneratedRegex(@"\s*\([月火水木金土日]\)$")]
    private static partial Regex Weekday();
}
