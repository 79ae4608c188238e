using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>The days that a post names by month and day, with the weekday that stands beside them.</summary>
internal static partial class PostDates
{
    private const string Weekdays = "日月火水木金土";

    /// <summary>A day without a year is one of the last three months, or of the nine to come.</summary>
    private const int DaysBack = 90;

    /// <summary>An older day with its year is a fact, not an announcement that was copied.</summary>
    private const int LongestForgotten = 730;

    private const string WeekdayBeside =
        @"(?: ?[(\[](?<weekday>[日月火水木金土])(?:曜日?)?(?=[)\]・･、,/ ])| ?(?<weekday>[日月火水木金土])曜"
        + @"| ?[(\[](?<weekday>Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]{0,6}\.?[)\]])";

    /// <param name="Year">0 where it is not said.</param>
    private readonly record struct Day(Spot Spot, int Year, int Month, int DayOfMonth, string Weekday);

    /// <summary>Weekdays that do not fit, and days that there are not (2月30日).</summary>
    /// <param name="isPast">Whether a sentence tells of what was.</param>
    public static IEnumerable<Spot> Misfits(DraftText text, Func<Spot, bool> isPast)
    {
        foreach (var day in In(text.Plain))
        {
            if (!Exists(day))
                yield return day.Spot with
                {
                    Note = $"{day.Month}月{day.DayOfMonth}日という日はありません。",
                };
            else if (
                day.Weekday.Length > 0
                && Meant(day, text.Draft.Today) is { } meant
                && !Fits(meant, day)
                && !(day.Year == 0 && isPast(day.Spot) && Before(meant, text.Draft.Today) is { } last && Fits(last, day))
                && !IsCorrected(text.Plain, day.Spot)
            )
                yield return day.Spot with
                {
                    Note = $"{Said(meant)}は{Weekdays[(int)meant.DayOfWeek]}曜日です。",
                };
        }
    }

    /// <summary>Days that are over. Of a stretch of days it is the last that counts.</summary>
    public static IEnumerable<Spot> Over(DraftText text)
    {
        if (text.Draft.Today is not { } today)
            yield break;
        foreach (var day in In(text.Plain))
            if (
                Exists(day)
                && Meant(day, today) is { } meant
                && meant < today
                && today.DayNumber - meant.DayNumber <= LongestForgotten
                && !Begins().IsMatch(text.Plain.AsSpan(day.Spot.Start + day.Spot.Length))
            )
                yield return day.Spot with
                {
                    Note = $"{Said(meant)}は過ぎています。",
                };
    }

    /// <summary>The days of which the year is known, too.</summary>
    public static IEnumerable<(Spot Spot, DateOnly Date)> Known(DraftText text)
    {
        foreach (var day in In(text.Plain))
            if (Exists(day) && Meant(day, text.Draft.Today) is { } meant)
                yield return (day.Spot, meant);
    }

    /// <summary>The first day within some characters of a place in the text.</summary>
    public static (Spot Spot, DateOnly Date)? First(DraftText text, int start, int within)
    {
        foreach (var day in Known(text))
            if (day.Spot.Start >= start && day.Spot.Start <= start + within)
                return day;
        return null;
    }

    /// <summary>The only day that stands right behind such words; null where there are several.</summary>
    public static DateOnly? After(DraftText text, Regex words)
    {
        var days = words
            .Matches(text.Plain)
            .Select(match => First(text, match.Index + match.Length, within: 2)?.Date)
            .OfType<DateOnly>()
            .Distinct()
            .ToList();
        return days.Count == 1 ? days[0] : null;
    }

    private static IEnumerable<Day> In(string plain)
    {
        foreach (Match match in MonthAndDay().Matches(plain))
        {
            // 1/2 and 3.5 are dates where a year or a weekday says so.
            if (!match.Groups["kanji"].Success && !match.Groups["year"].Success && !match.Groups["weekday"].Success)
                continue;
            var day = new Day(
                new Spot(match.Index, match.Length),
                Year(match),
                Number(match, "month"),
                Number(match, "day"),
                match.Groups["weekday"].Value
            );
            yield return day;
            for (var end = match.Index + match.Length; Next().Match(plain, end) is { Success: true } next && next.Index == end; )
            {
                if (Number(next, "day") is var number && number <= day.DayOfMonth)
                    break;
                day = day with
                {
                    Spot = new Spot(next.Groups["day"].Index, next.Index + next.Length - next.Groups["day"].Index),
                    DayOfMonth = number,
                    Weekday = next.Groups["weekday"].Value,
                };
                yield return day;
                end = next.Index + next.Length;
            }
        }
    }

    /// <summary>29 February exists in some year.</summary>
    private static bool Exists(Day day) =>
        day.DayOfMonth <= DateTime.DaysInMonth(day.Year is > 1900 and < 2200 ? day.Year : 2024, day.Month);

    /// <summary>The very day; null where only the year would tell.</summary>
    private static DateOnly? Meant(Day day, DateOnly? today)
    {
        if (day.Year > 0)
            return day.Year is > 1900 and < 2200 ? new DateOnly(day.Year, day.Month, day.DayOfMonth) : null;
        if (today is not { } now)
            return null;
        var earliest = now.AddDays(-DaysBack);
        for (var year = earliest.Year; year <= earliest.Year + 8; year++)
            if (day.DayOfMonth <= DateTime.DaysInMonth(year, day.Month) && new DateOnly(year, day.Month, day.DayOfMonth) is var date)
                if (date >= earliest)
                    return date;
        return null;
    }

    /// <summary>A correction names the wrong day once more.</summary>
    private static bool IsCorrected(string plain, Spot day) =>
        WasWrong().IsMatch(plain.AsSpan(day.Start + day.Length)) || Wrong().IsMatch(plain.AsSpan(0, day.Start));

    private static DateOnly? Before(DateOnly meant, DateOnly? today) => meant > today ? meant.AddYears(-1) : null;

    private static bool Fits(DateOnly date, Day day) =>
        Weekdays[(int)date.DayOfWeek] == day.Weekday[0]
        || date.DayOfWeek.ToString().StartsWith(day.Weekday, StringComparison.OrdinalIgnoreCase);

    private static string Said(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    private static int Year(Match match) =>
        !match.Groups["year"].Success ? 0
        : match.Groups["year"].Value == "元" ? 1 + Era(match)
        : Number(match, "year") + Era(match);

    private static int Era(Match match) =>
        match.Groups["era"].Value switch
        {
            "令和" or "R" => 2018,
            "平成" or "H" => 1988,
            "昭和" or "S" => 1925,
            _ => 0,
        };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9A-Za-z.\-]|[0-9A-Za-z]/)(?:(?:(?<era>令和|平成|昭和|[RHS](?=[0-9]))\.?(?<year>[0-9]{1,2}|元)|(?<year>(?:19|20)[0-9]{2}))(?:年 ?|[./\-]))?"
            + @"(?<month>1[0-2]|0?[1-9])(?:(?<kanji>月) ?|[./\-])(?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
            + @"(?:日|(?=[^月年0-9./\-%人枚個円名か]|$))"
            + WeekdayBeside
            + "?"
    )]
    private static partial Regex MonthAndDay();

    /// <summary>「・6日(日)」, 「～20日」 behind a day of the same month.</summary>
    [GeneratedRegex(
        @"(?:曜日?)?(?:[・･][祝休])?[)\]]?(?:[・･、,~〜～\- ]|から|及び|と){1,3}(?<day>3[01]|[12][0-9]|0?[1-9])(?:日(?![間目])"
            + WeekdayBeside
            + @"?|"
            + WeekdayBeside
            + ")"
    )]
    private static partial Regex Next();

    [GeneratedRegex(
        @"^[^。\n]{0,30}?(?:正しくは|誤り|誤記|間違い|(?:お知らせ|ご案内|掲載|投稿|記載|表記)し(?:て(?:い)?)?ましたが|を訂正)|^[^。\n]{0,12}(?:→|⇒|➡)\uFE0F? ?[「(]?[0-9]"
    )]
    private static partial Regex WasWrong();

    [GeneratedRegex(@"(?:誤|誤り|[×✕❌])[】)\]]?[:】)\] ]{0,2}「?$")]
    private static partial Regex Wrong();

    /// <summary>What is over may go on: the day is the first of several. 「13:30〜」 alone is the hour at which it begins.</summary>
    [GeneratedRegex(
        @"^(?:曜日?)?(?:[・･][祝休])?[)\]]? ?(?:(?:[~〜～]|から|より|- ?[0-9]|以降)|[0-9]{1,2}[:時][0-9]{0,2}分? ?(?:[~〜～-]|から|より) ?(?:[0-9]{4}年|令和[0-9]+年)?[0-9]{1,2}[月/日])"
    )]
    private static partial Regex Begins();
}
