using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBot.Accounts;

/// <summary>What is wrong with a line of a register file.</summary>
/// <param name="Line">From 1.</param>
internal sealed record ImportFault(int Line, string Sentence);

/// <summary>One account as a register file writes it.</summary>
/// <param name="Values">By column, in the form of <see cref="AccountColumn.Read"/>; columns that the file lacks or leaves empty have no entry.</param>
internal sealed record AccountRow(int Line, IReadOnlyDictionary<AccountColumn, string> Values);

/// <summary>
/// Reads a register file as office programs save it: columns parted by commas or tabs and named in any order, in the first line or below a title.
/// </summary>
internal static partial class AccountsFile
{
    private const int MostTitles = 10;

    /// <returns>The readable rows, and every fault in order of the lines.</returns>
    public static async Task<(IReadOnlyList<AccountRow> Rows, IReadOnlyList<ImportFault> Faults)> ReadAsync(
        byte[] file,
        AccountValues values
    )
    {
        if (FileText.Decode(file) is not { } text)
            return ([], [new ImportFault(1, "文字コードを読み取れません。UTF-8 か Shift_JIS の CSV として保存し直してください。")]);

        var faults = new List<ImportFault>();
        var rows = new List<AccountRow>();
        using var reader = new StringReader(text);
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = FileText.DelimiterOf(text) }
        );
        IReadOnlyList<AccountColumn?>? columns = null;
        var (titles, untilHeader) = (0, new List<ImportFault>());
        while (await parser.ReadAsync())
        {
            var line = FirstLine(parser);
            var cells = parser.Record ?? [];
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (parser.RawRecord.Count(c => c == '"') % 2 != 0)
            {
                faults.Add(new ImportFault(line, "引用符（\"）が閉じられていません。この行から先は読み取れません。"));
                break;
            }
            if (columns is null)
            {
                if (titles < MostTitles && !IsHeader(cells))
                {
                    titles++;
                    // Where no line names columns, the first one is what the reader is told about.
                    if (untilHeader.Count == 0)
                        _ = Columns(cells, line, untilHeader);
                    continue;
                }
                columns = Columns(cells, line, faults);
                if (columns is null)
                    break;
                continue;
            }
            if (Row(line, columns, cells, values, faults) is { } row)
                rows.Add(row);
        }
        if (columns is null && faults.Count == 0)
            faults.AddRange(untilHeader);
        if (columns is null && faults.Count == 0)
            faults.Add(new ImportFault(1, "ファイルが空です。1行目に「サービス」「アカウント名」などの列名をお書きください。"));
        return (rows, faults);
    }

    /// <summary>The parser counts to the last line of a record, which may span several.</summary>
    private static int FirstLine(CsvParser parser) =>
        parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').ReplaceLineEndings("\n").Count(c => c == '\n');

    /// <summary>A title (「公式アカウント一覧」) or a date may stand above the line that names the columns.</summary>
    private static bool IsHeader(string[] cells) => cells.Count(cell => Named(cell) is not null) >= 2;

    private static AccountColumn? Named(string header)
    {
        var name = AccountKey.Fold(Note().Replace(header, ""));
        return AccountColumn.All.FirstOrDefault(known =>
            AccountKey.Fold(known.Header) == name || AccountKey.Fold($"{known.Header}名") == name
        );
    }

    /// <returns>Null where no account can be read with these columns; in it, null for a column to pass over.</returns>
    private static List<AccountColumn?>? Columns(string[] headers, int line, List<ImportFault> faults)
    {
        var found = new List<AccountColumn?>();
        foreach (var header in headers)
        {
            var column = Named(header);
            if (column is null && !string.IsNullOrWhiteSpace(header) && !RunningNumber().IsMatch(AccountKey.Fold(header)))
                faults.Add(
                    new ImportFault(
                        line,
                        $"列名「{header.Trim()}」は使えません。使えるのは {string.Join("、", AccountColumn.All.Select(known => known.Header))} です。"
                    )
                );
            else if (column is not null && found.Contains(column))
                faults.Add(new ImportFault(line, $"列「{column.Header}」が2つあります。1つにしてください。"));
            else
                found.Add(column);
        }
        faults.AddRange(
            AccountColumn
                .All.Where(column => column.IsRequired && !found.Contains(column))
                .Select(column => new ImportFault(line, $"列「{column.Header}」がありません。必ず必要な列です。"))
        );
        return faults.Count == 0 ? found : null;
    }

    private static AccountRow? Row(
        int line,
        IReadOnlyList<AccountColumn?> columns,
        string[] cells,
        AccountValues values,
        List<ImportFault> faults
    )
    {
        var before = faults.Count;
        // Programs add empty columns at the end, and leave them out again.
        var used = Math.Max(
            Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1,
            Math.Min(cells.Length, columns.Count)
        );
        var wanted = columns.Select((column, place) => column is null ? 0 : place + 1).Max();
        if (used > columns.Count || used < wanted)
        {
            faults.Add(
                new ImportFault(
                    line,
                    $"列が{used}個あります。1行目と同じ{columns.Count}個にしてください（コンマを含む文字は \" で囲みます）。"
                )
            );
            return null;
        }
        var read = values.Read(
            columns.Zip(cells).Where(pair => pair.First is not null).ToDictionary(pair => pair.First!, pair => pair.Second)
        );
        faults.AddRange(read.Where(cell => cell.Fault is not null).Select(cell => new ImportFault(line, cell.Fault!)));
        var row = read.Where(cell => cell.Value.Length > 0).ToDictionary(cell => cell.Column, cell => cell.Value);
        if (
            row.TryGetValue(AccountColumn.Service, out var service)
            && row.TryGetValue(AccountColumn.Url, out var url)
            && values.Mismatch(service, url) is { } mismatch
        )
            faults.Add(new ImportFault(line, mismatch));
        if (
            row.TryGetValue(AccountColumn.Started, out var start)
            && row.TryGetValue(AccountColumn.Ended, out var end)
            && string.CompareOrdinal(end, start) < 0
        )
            faults.Add(new ImportFault(line, "「利用終了日」が「利用開始日」より前です。"));
        foreach (var (_, cell) in columns.Zip(cells).Where(pair => pair is { First: null, Second: { } cell } && IsLost(cell)))
            faults.Add(new ImportFault(line, $"列名のない列に「{cell.Trim()}」とあります。列名を付けるか、消してください。"));
        return faults.Count == before ? new AccountRow(line, row) : null;
    }

    /// <summary>A running number may go, words may not.</summary>
    private static bool IsLost(string cell) => cell.Trim() is { Length: > 0 } text && !text.All(char.IsDigit);

    /// <summary>「所属（課名）」, 「URL（外部リンク）」.</summary>
    [GeneratedRegex(@"\s*[（(][^（）()]{1,30}[）)]\s*\z|[※＊*]\s*[0-9０-９]?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"\A(?:no\.?|#|番号|項番|連番|通し番号|通番)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RunningNumber();
}
