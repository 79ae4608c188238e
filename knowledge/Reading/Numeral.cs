using System.Globalization;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>The numbers of Japanese documents: 12, １２, 十二, 元.</summary>
internal static class Numeral
{
    /// <summary>A character class: everything <see cref="Read"/> understands.</summary>
    public const string Digits = "[0-9０-９〇一二三四五六七八九十百元]";

    public static int Read(ReadOnlySpan<char> text)
    {
        int total = 0,
            digits = 0;
        foreach (var sign in text)
        {
            if (sign is '十' or '百')
            {
                total += Math.Max(digits, 1) * (sign == '十' ? 10 : 100);
                digits = 0;
            }
            else
            {
                digits = Math.Min(digits, 9_999) * 10 + Digit(sign);
            }
        }
        return total + digits;
    }

    public static string Plain(ReadOnlySpan<char> text) => Read(text).ToString(CultureInfo.InvariantCulture);

    private static int Digit(char sign) =>
        sign switch
        {
            '元' => 1,
            >= '0' and <= '9' => sign - '0',
            >= '０' and <= '９' => sign - '０',
            _ => Math.Max("〇一二三四五六七八九".IndexOf(sign, StringComparison.Ordinal), 0),
        };
}
