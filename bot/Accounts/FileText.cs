using System.Text;

namespace GuidelineBot.Accounts;

/// <summary>Turns the bytes of a file out of an office program into text: UTF-8, UTF-16 or Shift_JIS.</summary>
internal static class FileText
{
    private const int FirstLines = 2_000;

    // Rows 89 to 92, in which NEC put the letters that IBM and Windows have from FA40 on: 髙, 﨑, ⅰ.
    private const int NecRows = 0xED40;
    private const int IbmKanji = 0xFA5C;
    private const int SmallNumerals = 0xEEEF;
    private const int Cells = 188;

    /// <returns>Null where it is no text.</returns>
    public static string? Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith(Encoding.Unicode.Preamble) || file.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (file[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file)[1..];
        // Shift_JIS text is hardly ever valid UTF-8 by chance.
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
            932,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        )!;
        return Read(new UTF8Encoding(false, throwOnInvalidBytes: true), file)?.TrimStart('\uFEFF') ?? Read(shiftJis, WithoutNecRows(file));
    }

    /// <summary>「Unicode テキスト」 of Excel has tabs.</summary>
    public static string DelimiterOf(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, FirstLines));
        return start.Count('\t') > start.Count(',') ? "\t"
            : start.Count(';') > start.Count(',') ? ";"
            : ",";
    }

    private static string? Read(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[] WithoutNecRows(byte[] file)
    {
        var bytes = (byte[])file.Clone();
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] is not (>= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC))
                continue;
            if (bytes[at] is 0xED or 0xEE && bytes[at + 1] is >= 0x40 and not 0x7F and <= 0xFC)
                (bytes[at], bytes[at + 1]) = Ibm(bytes[at], bytes[at + 1]);
            at++;
        }
        return bytes;
    }

    private static (byte, byte) Ibm(byte lead, byte trail)
    {
        var place = Place((lead << 8) | trail);
        if (place >= Place(SmallNumerals))
        {
            // Ten numerals, then ￢ ￤ ＇ ＂, which stand apart from them.
            var sign = place - Place(SmallNumerals);
            return ((byte)0xFA, (byte)(sign < 10 ? 0x40 + sign : 0x54 + sign - 10));
        }
        return Code(Place(IbmKanji) + place - Place(NecRows));
    }

    /// <summary>A lead byte has 188 trail bytes: 40 to FC without 7F.</summary>
    private static int Place(int code) => (code >> 8) * Cells + (code & 0xFF) - 0x40 - ((code & 0xFF) > 0x7F ? 1 : 0);

    private static (byte, byte) Code(int place)
    {
        var cell = place % Cells;
        return ((byte)(place / Cells), (byte)(0x40 + cell + (cell >= 0x3F ? 1 : 0)));
    }
}
