using System.Text;
using System.Text.Unicode;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Turns the bytes of a file saved on an office PC into text: UTF-8, UTF-16 with a byte order mark, else Shift_JIS.</summary>
internal static class SourceText
{
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
        932,
        EncoderFallback.ReplacementFallback,
        new DecoderReplacementFallback("\uFFFD")
    )!;

    public static string Decode(byte[] bytes, Findings findings)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            findings.Warning(1, "文字コードがUTF-16です。UTF-8で保存し直すことをお勧めします。");
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2);
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

    public static string[] Lines(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
