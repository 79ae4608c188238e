using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GuidelineBot.Storage;

namespace GuidelineBot.Accounts;

/// <summary>The register as a file for Excel: UTF-8 with a byte order mark, CRLF, and nothing that Excel would take for a formula.</summary>
internal static class AccountsCsv
{
    /// <summary>Whether Excel calculates a cell that starts like this; the Japanese one takes full-width signs, too.</summary>
    public static bool IsFormula(string value) => value is [var first, ..] && "=+-@\t\r＝＋－＠".Contains(first, StringComparison.Ordinal);

    /// <param name="writer">Its encoding decides the file's; see <see cref="System.Text.UTF8Encoding"/>.</param>
    public static async Task WriteAsync(TextWriter writer, IEnumerable<Account> accounts)
    {
        await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in AccountColumn.All)
            csv.WriteField(column.Header);
        await csv.NextRecordAsync();
        foreach (var account in accounts)
        {
            foreach (var column in AccountColumn.All)
                csv.WriteField(Guarded(column.Read(account)));
            await csv.NextRecordAsync();
        }
    }

    private static string Guarded(string value) => IsFormula(value) ? $"'{value}" : value;
}
