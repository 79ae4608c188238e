using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Files;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Handovers;

/// <summary>A CSV was sent that says of each account who hands it over to whom, and from when.</summary>
internal sealed class ReadHandoverFile(
    ReceivedFiles received,
    HandoverForm form,
    AccountFinder finder,
    IDbContextFactory<Database> databases
) : ITakesFiles
{
    private const int Largest = 1024 * 1024;

    private static readonly FileKinds Kinds = new("異動の届出には、CSVを送ってください。", ["csv"]);

    private static readonly (string Name, string[] Headers)[] Columns =
    [
        ("url", ["URL", "アドレス"]),
        ("service", ["サービス", "種類", "ソーシャルメディアの種類"]),
        ("name", ["アカウント名", "アカウント", "名称"]),
        ("old", ["変更前の担当者", "変更前", "旧担当者", "前任", "前任者"]),
        ("new", ["変更後の担当者", "変更後", "新担当者", "後任", "後任者"]),
        ("day", ["変更日", "異動日", "日付"]),
    ];

    /// <summary>After a checklist that runs.</summary>
    public int Order => 10;

    public async Task<Reply?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Files is not [{ Name: var name }] || !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return null;
        var (files, refused) = await received.ReadAsync(turn, Kinds, Largest, cancellationToken);
        if (files is not [{ Content: var content }])
            return new Reply.Say(string.Join('\n', refused));
        var (changes, faults) = await ReadAsync(content, cancellationToken);
        var model = await form.ModelAsync(turn, Guid.CreateVersion7(), changes, new HandoverCard.Find(), isFile: true, cancellationToken);
        if (changes.Count > HandoverCard.MostRows)
            faults.Add($"一度に{HandoverCard.MostRows}件までです。残りは分けて送ってください。");
        var told = $"{name}から{Math.Min(changes.Count, HandoverCard.MostRows)}件を読み取りました。";
        var card = HandoverCard.Render(model with { Told = told, Errors = faults });
        return new Reply.Personal(new Reply.Show(card, told), "異動の届出は、");
    }

    /// <returns>What can be read, and what is wrong with the other lines.</returns>
    private async Task<(List<HandoverCard.Change> Changes, List<string> Faults)> ReadAsync(
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var (changes, faults) = (new List<HandoverCard.Change>(), new List<string>());
        if (FileText.Decode(content) is not { } text)
            return (changes, ["文字コードを読み取れません。UTF-8 か Shift_JIS の CSV として保存し直してください。"]);
        using var reader = new StringReader(text);
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = FileText.DelimiterOf(text) }
        );
        Dictionary<string, int>? columns = null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        while (await parser.ReadAsync())
        {
            var cells = parser.Record ?? [];
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (columns is null)
            {
                // A title may stand above the names of the columns.
                var found = ColumnsOf(cells);
                columns = found.ContainsKey("new") && (found.ContainsKey("url") || found.ContainsKey("name")) ? found : null;
                continue;
            }
            var (change, fault) = await RowAsync(database, columns, cells, cancellationToken);
            if (change is not null)
                changes.Add(change);
            else
                faults.Add($"{parser.RawRow}行目：{fault}");
        }
        if (columns is null)
            faults.Add(
                "列の名前が見つかりません。「URL」（または「サービス」と「アカウント名」）、「変更後」、「変更日」の列を作ってください。"
            );
        return (changes, faults);
    }

    private async Task<(HandoverCard.Change? Change, string Fault)> RowAsync(
        Database database,
        Dictionary<string, int> columns,
        string[] cells,
        CancellationToken cancellationToken
    )
    {
        var (url, service, name) = (Cell("url"), Cell("service"), Cell("name"));
        var (old, coming, written) = (Cell("old"), Cell("new"), Cell("day"));
        if (WrittenDate.Read(written, form.Today) is not { } day)
            return (null, $"変更日「{Plain.Cut(written, 20)}」は日付として読み取れません。2027/4/1 のように書いてください。");
        if (coming.Length == 0)
            return (null, "変更後の担当者がありません。");
        if (await finder.FindAsync(database, url, service, name, cancellationToken, day) is not { } account)
            return (null, $"「{Plain.Cut(url.Length > 0 ? url : name, 40)}」は台帳に見つかりません。");
        await AccountRegister.LoadChangesAsync(database, account, cancellationToken);
        var stands = account.On(day).Operator;
        if (old.Length > 0 && stands.Length > 0 && OperatorNames.Strangers(stands, old).Count > 0)
            return (
                null,
                $"「{Plain.Cut(old, 30)}」さんは、台帳では{account.Name}の利用担当者ではありません（台帳：{Plain.Cut(stands, 30)}）。"
            );
        var leaving = old.Length > 0 ? old : stands;
        if (Math.Max(leaving.Length, coming.Length) > HandoverCard.LongestInFile)
            return (null, $"担当者は{HandoverCard.LongestInFile}文字以内で書いてください。");
        return (new HandoverCard.Change(account.Id, leaving, coming, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), "");

        string Cell(string column) => columns.TryGetValue(column, out var at) && at < cells.Length ? cells[at].Trim() : "";
    }

    private static Dictionary<string, int> ColumnsOf(string[] cells)
    {
        var found = new Dictionary<string, int>();
        foreach (var (place, cell) in cells.Index())
        {
            var header = AccountKey.Fold(cell);
            if (Columns.FirstOrDefault(column => column.Headers.Any(one => AccountKey.Fold(one) == header)).Name is { } name)
                found.TryAdd(name, place);
        }
        return found;
    }
}
