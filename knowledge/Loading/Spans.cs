using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>How long something takes, as the files write it: 10分, 2時間, 1日.</summary>
internal static partial class Spans
{
    /// <returns>Null where it is none.</returns>
    public static TimeSpan? Read(string text) =>
        Written().Match(text) is { Success: true } match
        && int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) is var count
            ? match.Groups["unit"].Value switch
            {
                "分" => TimeSpan.FromMinutes(count),
                "時間" => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(count),
            }
            : null;

    [GeneratedRegex("^(?<count>[0-9]{1,3})(?<unit>分|時間|日)$")]
    private static partial Regex Written();
}
