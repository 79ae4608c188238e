using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBot.Downloads;

/// <summary>A table as a file for Excel: UTF-8 with a byte order mark, CRLF, and nothing that Excel would take for a formula.</summary>
internal static class CsvFile
{
    /// <summary>Whether Excel calculates a cell that starts like this; the Japanese one takes full-width signs, too.</summary>
    public static bool IsFormula(string value) => value is [var first, ..] && "=+-@\t\r＝＋－＠".Contains(first, StringComparison.Ordinal);

    public static byte[] Write(IEnumerable<IEnumerable<string>> rows)
    {
        using var file = new MemoryStream();
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(IsFormula(cell) ? $"'{cell}" : cell);
                csv.NextRecord();
            }
        return file.ToArray();
    }
}
