using System.Text;
using System.Text.Unicode;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Turns the bytes of a file saved on an office PC into text: UTF-8, UTF-16 with a byte order mark or without, else Shift_JIS.</summary>
internal static class SourceText
{
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
        932,
        EncoderFallback.ReplacementFallback,
        new DecoderReplacementFallback("\uFFFD")
    )!;

    public static string Decode(byte[] bytes, Findings findings)
    {
        var isMarked = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (isMarked || Utf16(bytes) is not null)
        {
            findings.Warning(1, "文字コードがUTF-16です。UTF-8で保存し直すことをお勧めします。");
            return isMarked
                ? (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2)
                : Utf16(bytes)!.GetString(bytes);
        }
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var text = ShiftJis.GetString(bytes);
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
            findings.Error(1, "文字コードを判別できません。テキスト形式（UTF-8）で保存し直してください。");
        else
            findings.Warning(1, "文字コードがShift_JISです。UTF-8で保存し直すことをお勧めします。");
        return text;
    }

    /// <summary>
    /// Without a byte order mark: every line ends in U+000A, of which one byte is 0, at the place that tells the order. No text in UTF-8 or Shift_JIS has a
    /// zero byte.
    /// </summary>
    private static Encoding? Utf16(byte[] bytes)
    {
        if (bytes.Length % 2 != 0 || !bytes.Contains((byte)0))
            return null;
        var (little, big) = (0, 0);
        for (var at = 0; at < bytes.Length; at += 2)
            if (bytes[at] == '\n' && bytes[at + 1] == 0)
                little++;
            else if (bytes[at] == 0 && bytes[at + 1] == '\n')
                big++;
        return little == big ? null
            : little > big ? Encoding.Unicode
            : Encoding.BigEndianUnicode;
    }

    public static string[] Lines(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
