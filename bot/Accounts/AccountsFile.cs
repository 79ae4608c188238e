using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBot.Accounts;

/// <summary>What is wrong with a line of a register file.</summary>
/// <param name="Line">From 1.</param>
internal sealed record ImportFault(int Line, string Sentence);

/// <summary>One account as a register file writes it.</summary>
/// <param name="Values">By column, in the form of <see cref="AccountColumn.Read"/>; columns that the file lacks or leaves empty have no entry.</param>
internal sealed record AccountRow(int Line, IReadOnlyDictionary<AccountColumn, string> Values);

/// <summary>Reads a register file: CSV in UTF-8 or Shift_JIS, its columns named in the first line, in any order.</summary>
internal static class AccountsFile
{
    /// <returns>The readable rows, and every fault in order of the lines.</returns>
    public static async Task<(IReadOnlyList<AccountRow> Rows, IReadOnlyList<ImportFault> Faults)> ReadAsync(
        byte[] file,
        AccountValues values
    )
    {
        if (Decode(file) is not { } text)
            return ([], [new ImportFault(1, "文字コードを読み取れません。UTF-8 か Shift_JIS の CSV として保存し直してください。")]);

        var faults = new List<ImportFault>();
        var rows = new List<AccountRow>();
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        IReadOnlyList<AccountColumn>? columns = null;
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
                columns = Columns(cells, line, faults);
                if (columns is null)
                    break;
                continue;
            }
            if (Row(line, columns, cells, values, faults) is { } row)
                rows.Add(row);
        }
        if (columns is null && faults.Count == 0)
            faults.Add(new ImportFault(1, "ファイルが空です。1行目に「サービス」「アカウント名」などの列名をお書きください。"));
        return (rows, faults);
    }

    private static string? Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith(Encoding.Unicode.Preamble) || file.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (file[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file)[1..];
        // Shift_JIS text is hardly ever valid UTF-8 by chance.
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
            932,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        )!;
        foreach (var encoding in new[] { new UTF8Encoding(false, throwOnInvalidBytes: true), shiftJis })
        {
            try
            {
                return encoding.GetString(file).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // The next one.
            }
        }
        return null;
    }

    /// <summary>The parser counts to the last line of a record, which may span several.</summary>
    private static int FirstLine(CsvParser parser) =>
        parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').ReplaceLineEndings("\n").Count(c => c == '\n');

    /// <returns>Null where no account can be read with these columns.</returns>
    private static List<AccountColumn>? Columns(string[] headers, int line, List<ImportFault> faults)
    {
        var found = new List<AccountColumn>();
        foreach (var header in headers)
        {
            var name = AccountKey.Fold(header);
            var column = AccountColumn.All.FirstOrDefault(known =>
                AccountKey.Fold(known.Header) == name || AccountKey.Fold($"{known.Header}名") == name
            );
            if (column is null)
                faults.Add(
                    new ImportFault(
                        line,
                        $"列名「{header.Trim()}」は使えません。使えるのは {string.Join("、", AccountColumn.All.Select(known => known.Header))} です。"
                    )
                );
            else if (found.Contains(column))
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
        IReadOnlyList<AccountColumn> columns,
        string[] cells,
        AccountValues values,
        List<ImportFault> faults
    )
    {
        var before = faults.Count;
        if (cells.Length != columns.Count)
            faults.Add(
                new ImportFault(
                    line,
                    $"列が{cells.Length}個あります。1行目と同じ{columns.Count}個にしてください（コンマを含む文字は \" で囲みます）。"
                )
            );
        else
        {
            var read = columns.Zip(cells, (column, cell) => (column, Cell: values.Read(column, cell))).ToList();
            faults.AddRange(read.Where(pair => pair.Cell.Fault is not null).Select(pair => new ImportFault(line, pair.Cell.Fault!)));
            var row = read.Where(pair => pair.Cell.Value.Length > 0).ToDictionary(pair => pair.column, pair => pair.Cell.Value);
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
            if (faults.Count == before)
                return new AccountRow(line, row);
        }
        return null;
    }
}
