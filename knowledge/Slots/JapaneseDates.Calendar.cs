using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <content>Days that the calendar names: the third Monday, the end of the fiscal year, holidays, working days.</content>
public static partial class JapaneseDates
{
    private static (DateOnly, bool)? NthWeekdayOf(Match match, DateOnly today)
    {
        var first = match.Groups["which"].Success
            ? FirstOf(today.AddMonths(Offset(match.Groups["which"].Value)))
            : new DateOnly(today.Year, Math.Clamp(Number(match.Groups["month"].Value), 1, 12), 1);
        while (true)
        {
            var start = first.AddDays((Weekday(match) + 8 - (int)first.DayOfWeek) % 7);
            var date = match.Groups["last"].Success
                ? start.AddDays(start.AddDays(28).Month == first.Month ? 28 : 21)
                : start.AddDays(match.Groups["first"].Success ? 0 : 7 * (Number(match.Groups["nth"].Value) - 1));
            if (date.Month != first.Month)
                return null;
            if (match.Groups["which"].Success || date >= today)
                return (date, false);
            first = first.AddYears(1);
        }
    }

    /// <summary>The year of 来年度の5月1日 begins in April.</summary>
    private static (DateOnly, bool)? FiscalDayOf(Match match, DateOnly today)
    {
        var now = today.Month >= 4 ? today.Year : today.Year - 1;
        var fiscal = match.Groups["which"].Value switch
        {
            "来年度" => now + 1,
            "再来年度" => now + 2,
            "今年度" => now,
            _ => Number(match.Groups["year"].Value) + (match.Groups["era"].Success ? 2018 : 0),
        };
        var month = Number(match.Groups["month"].Value);
        return Day(month >= 4 ? fiscal : fiscal + 1, month, match);
    }

    private static DateOnly AfterWorkingDays(DateOnly day, int count)
    {
        for (; count > 0; count--)
            do day = day.AddDays(1);
            while (
                day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.ByName.Values.Any(holiday => holiday(day.Year) == day)
            );
        return day;
    }

    /// <summary>From 0, Monday.</summary>
    private static int Weekday(Match match) => Weekdays.IndexOf(match.Groups["weekday"].Value[0], StringComparison.Ordinal);

    private static (DateOnly, bool)? NamedDay(Match match, DateOnly today)
    {
        var fiscal = today.Month >= 4 ? today.Year : today.Year - 1;
        return match.Value switch
        {
            "今日" or "本日" or "きょう" or "即日" => (today, false),
            "明日" or "あした" or "あす" => (today.AddDays(1), false),
            "明後日" or "あさって" or "明日の次" => (today.AddDays(2), false),
            "しあさって" or "明々後日" or "明明後日" => (today.AddDays(3), false),
            "昨日" or "きのう" => (today.AddDays(-1), false),
            "一昨日" or "おととい" => (today.AddDays(-2), false),
            "今年度末" or "年度末" or "今年度いっぱい" or "年度いっぱい" or "年度内" or "今年度中" => (
                new DateOnly(fiscal + 1, 3, 31),
                false
            ),
            "来年度末" or "来年度いっぱい" => (new DateOnly(fiscal + 2, 3, 31), false),
            "来年度"
            or "来年度の初め"
            or "来年度のはじめ"
            or "来年度の頭"
            or "来年度の最初"
            or "来年度の初日"
            or "新年度"
            or "年度明け"
            or "年度初め"
            or "来年度当初" => (new DateOnly(fiscal + 1, 4, 1), false),
            "年末" or "今年末" or "今年いっぱい" or "年内" or "年内いっぱい" or "本年末" => (new DateOnly(today.Year, 12, 31), false),
            "来年末" or "来年いっぱい" => (new DateOnly(today.Year + 1, 12, 31), false),
            _ => null,
        };
    }

    private static (DateOnly, bool)? NextHoliday(Match match, DateOnly today)
    {
        var day = Holidays.ByName[match.Groups["name"].Value];
        if (match.Groups["which"].Success)
            return (day(match.Groups["which"].Value == "来年" ? today.Year + 1 : today.Year), false);
        return (day(today.Year) >= today ? day(today.Year) : day(today.Year + 1), false);
    }

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
