using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>A date in a text.</summary>
/// <param name="Start">Where it starts in the text, in characters.</param>
/// <param name="Date">The day; the first of the month where only a month was named.</param>
/// <param name="IsMonth">Only a month was named (「4月から」).</param>
public readonly record struct FoundDate(int Start, int Length, DateOnly Date, bool IsMonth)
{
    public int End => Start + Length;
}

/// <summary>
/// Reads dates as staff write them: eras (令和8年12月1日, R8.12.1), 漢数字, 来月1日, 再来月の10日, 月末, 来週月曜, しあさって, 一週間後, 成人の日, 年度末.
/// A date without a year is its next occurrence; weeks start on Monday.
/// </summary>
public static partial class JapaneseDates
{
    private const string Weekdays = "月火水木金土日";

    private static readonly (Regex Pattern, Func<Match, DateOnly, (DateOnly Date, bool IsMonth)?> Read)[] Readers =
    [
        (NthWeekday(), NthWeekdayOf),
        (WeeksLaterOn(), (match, today) => (Monday(today).AddDays(7 * Number(match.Groups["count"].Value) + Weekday(match)), false)),
        (MonthsLaterOn(), (match, today) => Day(today.AddMonths(Number(match.Groups["count"].Value)), match)),
        (
            MonthsAndDays(),
            (match, today) => (today.AddMonths(Number(match.Groups["months"].Value)).AddDays(Number(match.Groups["days"].Value)), false)
        ),
        (WorkingDays(), (match, today) => (AfterWorkingDays(today, Number(match.Groups["count"].Value)), false)),
        (FiscalDay(), FiscalDayOf),
        (NewYearsDay(), (match, today) => Day(today.Year + 1, 1, Number(match.Groups["day"].Value), isMonth: false)),
        (Full(), (match, _) => FullDate(match)),
        (MonthDay(), (match, today) => NextMonthDay(match, today)),
        (RelativeMonth(), (match, today) => InMonth(match, today)),
        (RelativeWeek(), (match, today) => InWeek(match, today)),
        (Later(), (match, today) => After(match, today)),
        (Named(), (match, today) => NamedDay(match, today)),
        (Holiday(), (match, today) => NextHoliday(match, today)),
        (MonthEnd(), (match, today) => (EndOfMonth(today), false)),
        (MonthOnly(), (match, today) => NextMonth(match, today)),
        (DayOnWeekday(), NextDayOnWeekday),
        (DayOnly(), (match, today) => NextDay(match, today)),
        (Weekday(), (match, today) => (NextWeekday(match, today), false)),
        (WeekdayAlone(), (match, today) => (NextWeekday(match, today), false)),
    ];

    /// <summary>Beyond this a text is no message about a day, and patterns take their time.</summary>
    private const int LongestRead = 2_000;

    /// <param name="text">A message in NFKC; its first 2,000 characters count.</param>
    /// <param name="today">What relative dates are reckoned from.</param>
    /// <returns>The dates in order of place, none overlapping; a date that does not exist (2月30日), or is only vague (来月中旬), is left out.</returns>
    public static IReadOnlyList<FoundDate> Find(string text, DateOnly today) => Read(text, today).Found;

    /// <summary>The same, with what cannot be read as one day.</summary>
    public static DateReading Read(string text, DateOnly today)
    {
        text = text.Length <= LongestRead ? text : text[..LongestRead];
        var found = new List<FoundDate>();
        var problems = new List<DateProblem>();
        foreach (Match vague in Vague().Matches(text))
            problems.Add(new DateProblem(vague.Index, vague.Length, vague.Value, DateFault.Vague));
        foreach (var (pattern, read) in Readers)
        foreach (Match match in pattern.Matches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (found.Any(other => start < other.End && other.Start < end) || problems.Any(other => start < other.End && other.Start < end))
                continue;
            if (read(match, today) is { } date)
                found.Add(Shifted(text, new FoundDate(start, match.Length, date.Date, date.IsMonth)));
            else
                problems.Add(new DateProblem(start, match.Length, match.Value, DateFault.Impossible));
        }
        if (found.Count == 0 && problems.Count == 0)
            found.AddRange(LeftoverDates.Find(text, today));
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        foreach (var (first, second) in found.Zip(found.Skip(1)))
            if (EitherOr().IsMatch(text[first.End..second.Start]))
                problems.Add(new DateProblem(first.Start, second.End - first.Start, text[first.Start..second.End], DateFault.Ambiguous));
        return new DateReading(found, problems);
    }

    /// <summary>「12月1日の1週間前」 is reckoned from the date that it names.</summary>
    private static FoundDate Shifted(string text, FoundDate date)
    {
        if (Shift().Match(text[date.End..]) is not { Success: true } shift)
            return date;
        var count = Number(shift.Groups["count"].Value) * (shift.Groups["direction"].Value == "前" ? -1 : 1);
        var day = shift.Groups["unit"].Value switch
        {
            "日" => date.Date.AddDays(count),
            "週" or "週間" => date.Date.AddDays(7 * count),
            _ => date.Date.AddMonths(count),
        };
        return new FoundDate(date.Start, date.Length + shift.Length, day, false);
    }

    /// <summary>「21日月曜日」 is the next 21st that is a Monday.</summary>
    private static (DateOnly, bool)? NextDayOnWeekday(Match match, DateOnly today)
    {
        var day = Number(match.Groups["day"].Value);
        for (var month = FirstOf(today); month < today.AddYears(2); month = month.AddMonths(1))
            if (
                day <= DateTime.DaysInMonth(month.Year, month.Month)
                && new DateOnly(month.Year, month.Month, Math.Max(day, 1)) is var date
                && date >= today
                && ((int)date.DayOfWeek + 6) % 7 == Weekday(match)
            )
                return (date, false);
        return null;
    }

    private static DateOnly NextWeekday(Match match, DateOnly today) =>
        today.AddDays((Weekday(match) + 1 - (int)today.DayOfWeek + 6) % 7 + 1);

    private static DateOnly Monday(DateOnly today) => today.AddDays(-(((int)today.DayOfWeek + 6) % 7));

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static (DateOnly, bool)? Day(DateOnly month, Match match) => Day(month.Year, month.Month, match);

    private static (DateOnly, bool)? FullDate(Match match)
    {
        var year =
            Number(match.Groups["year"].Value)
            + match.Groups["era"].Value.ToUpperInvariant() switch
            {
                "令和" or "R" => 2018,
                "平成" or "H" => 1988,
                "昭和" or "S" => 1925,
                _ => 0,
            };
        return IsDay(match)
            ? Day(year, Number(match.Groups["month"].Value), match)
            : Day(year, Number(match.Groups["month"].Value), 1, isMonth: true);
    }

    private static (DateOnly, bool)? NextMonthDay(Match match, DateOnly today)
    {
        var month = Number(match.Groups["month"].Value);
        var year = match.Groups["which"].Value switch
        {
            "来年" or "翌年" => today.Year + 1,
            "去年" or "昨年" => today.Year - 1,
            "今年" or "本年" => today.Year,
            "再来年" => today.Year + 2,
            _ => 0,
        };
        if (year > 0)
            return Day(year, month, match);
        return Day(today.Year, month, match) is { } date && date.Item1 >= today ? date : Day(today.Year + 1, month, match);
    }

    private static (DateOnly, bool)? InMonth(Match match, DateOnly today)
    {
        var month = today.AddMonths(Offset(match.Groups["which"].Value));
        return IsDay(match) ? Day(month.Year, month.Month, match) : Day(month.Year, month.Month, 1, isMonth: true);
    }

    private static (DateOnly, bool)? InWeek(Match match, DateOnly today) =>
        (Monday(today).AddDays(7 * Offset(match.Groups["which"].Value) + Weekday(match)), false);

    private static (DateOnly, bool)? After(Match match, DateOnly today)
    {
        var count = match.Groups["half"].Success ? 15 : Number(match.Groups["count"].Value);
        return match.Groups["unit"].Value switch
        {
            "日" => (today.AddDays(count), false),
            "週間" or "週" => (today.AddDays(7 * count), false),
            "年" => (today.AddYears(count), false),
            _ => (match.Groups["half"].Success ? today.AddDays(count) : today.AddMonths(count), false),
        };
    }

    private static (DateOnly, bool)? NextMonth(Match match, DateOnly today)
    {
        var month = Number(match.Groups["month"].Value);
        var year = match.Groups["which"].Value switch
        {
            "来年" or "翌年" => today.Year + 1,
            "今年" => today.Year,
            _ => month >= today.Month ? today.Year : today.Year + 1,
        };
        return Day(year, month, 1, isMonth: true);
    }

    private static (DateOnly, bool)? NextDay(Match match, DateOnly today)
    {
        var day = Number(match.Groups["day"].Value);
        for (var month = today; month < today.AddMonths(12); month = month.AddMonths(1))
            if (Day(month.Year, month.Month, day, isMonth: false) is { } date && date.Item1 >= today)
                return date;
        return null;
    }

    private static (DateOnly, bool)? Day(int year, int month, Match match) =>
        match.Groups["end"].Success
            ? month is >= 1 and <= 12 && year is >= 1 and <= 9998
                ? (EndOfMonth(new DateOnly(year, month, 1)), false)
                : null
            : Day(year, month, match.Groups["first"].Success ? 1 : Number(match.Groups["day"].Value), isMonth: false);

    private static bool IsDay(Match match) => match.Groups["day"].Success || match.Groups["end"].Success || match.Groups["first"].Success;

    private static (DateOnly, bool)? Day(int year, int month, int day, bool isMonth) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), isMonth)
            : null;

    private static int Offset(string which) =>
        which switch
        {
            "先月" or "前月" or "先週" => -1,
            "来月" or "翌月" or "来週" or "翌週" => 1,
            "再来月" or "翌々月" or "再来週" or "翌々週" => 2,
            _ => 0,
        };

    /// <param name="text">Digits, or kanji such as 十一; 元 is 1.</param>
    internal static int Number(string text)
    {
        if (text == "元")
            return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var total = 0;
        var digit = 0;
        foreach (var c in text)
        {
            if (c == '十')
                (total, digit) = (total + Math.Max(digit, 1) * 10, 0);
            else
                digit = digit * 10 + "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
        }
        return total + digit;
    }
}
