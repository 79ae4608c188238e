using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>個人番号: twelve digits, the last of which follows from the others (行政手続における特定の個人を識別するための番号の利用等に関する法律に基づく省令, 第5条).</summary>
internal static partial class MyNumber
{
    public static IEnumerable<Spot> In(string plain) =>
        TwelveDigits()
            .Matches(plain)
            .Where(match => IsValid([.. match.Value.Where(char.IsAsciiDigit).Select(digit => digit - '0')]))
            .Select(match => new Spot(match.Index, match.Length));

    private static bool IsValid(int[] digits)
    {
        var sum = 0;
        for (var place = 1; place <= 11; place++)
            sum += digits[11 - place] * (place <= 6 ? place + 1 : place - 5);
        return digits[11] == (sum % 11 <= 1 ? 0 : 11 - sum % 11);
    }

    [GeneratedRegex("(?<![0-9-])[0-9](?:[ -]?[0-9]){11}(?![0-9-])")]
    private static partial Regex TwelveDigits();
}
