using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>A date as it stands in a sentence, and the days it may mean, earliest first.</summary>
internal sealed partial record WrittenDate(string Text, int Start, bool HasYear, bool IsOpenRange, IReadOnlyList<DateOnly> Days)
{
    private const string Weekdays = "月火水木金土日";

    public static IEnumerable<WrittenDate> FindAll(string query, DateOnly today) =>
        from match in Pattern.Matches(Query.Simplify(query))
        let hasYear = !match.Groups["month"].Success || match.Groups["year"].Success
        let days = DaysOf(match, hasYear, today)
        where days.Count > 0
        select new WrittenDate(match.Value, match.Index, hasYear, match.Groups["since"].Success, days);

    [GeneratedRegex("""
        (?: (?: (?<era>令和|平成|昭和)(?<year>元|[0-9]{1,2})年 | (?<year>[0-9]{4})年 )? (?<![0-9])(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日
          | (?<![a-z0-9/.-])(?:(?<year>[0-9]{4})/)?(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})(?![a-z0-9/])
          | (?<near>先|今|来)月の?(?<day>[0-9]{1,2})日
          | (?<near>先|今|来)週の?(?<weekday>[月火水木金土日])曜日?
          | (?<word>昨日|今日|明日|明後日)
        ) (?<since>から)?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }

    private static IReadOnlyList<DateOnly> DaysOf(Match match, bool hasYear, DateOnly today)
    {
        if (match.Groups["word"] is { Success: true, Value: var word })
        {
            return [today.AddDays(word switch { "昨日" => -1, "今日" => 0, "明日" => 1, _ => 2 })];
        }

        var near = match.Groups["near"].Value switch { "先" => -1, "来" => 1, _ => 0 };
        if (match.Groups["weekday"] is { Success: true, Value: var weekday })
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            return [monday.AddDays((7 * near) + Weekdays.IndexOf(weekday, StringComparison.Ordinal))];
        }

        var day = Number(match.Groups["day"]);
        if (!match.Groups["month"].Success)
        {
            var month = today.AddMonths(near);
            return Real(month.Year, month.Month, day);
        }

        return hasYear ? Real(Year(match), Number(match.Groups["month"]), day) : Around(today, Number(match.Groups["month"]), day);
    }

    /// <summary>The last such day before today and the next one from today on; today itself is the next one.</summary>
    private static DateOnly[] Around(DateOnly today, int month, int day)
    {
        DateOnly[] days = [.. Real(today.Year - 1, month, day), .. Real(today.Year, month, day), .. Real(today.Year + 1, month, day)];
        return [.. days.Where(date => date < today).TakeLast(1), .. days.Where(date => date >= today).Take(1)];
    }

    private static DateOnly[] Real(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= System.DateTime.DaysInMonth(year, month) ? [new DateOnly(year, month, day)] : [];

    private static int Year(Match match)
    {
        var year = match.Groups["year"].Value == "元" ? 1 : Number(match.Groups["year"]);
        return year + match.Groups["era"].Value switch { "令和" => 2018, "平成" => 1988, "昭和" => 1925, _ => 0 };
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
}
