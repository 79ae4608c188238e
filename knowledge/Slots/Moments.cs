using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>A time of day and the day it belongs to: 「昨日の20時ごろ」, 「けさ6時半」, 「9時15分に」.</summary>
internal static partial class Moments
{
    private const int MonthsBack = 6;

    /// <summary>
    /// The time at which what is told happened: 「9時15分に市長室に報告した」, 「昨日20時に気づきました」, but not that of a thing it speaks of (「14時の投稿に批判」).
    /// </summary>
    /// <param name="now">When it was written, in the same local time.</param>
    /// <returns>Null where no such time is told, or one that is yet to come.</returns>
    public static DateTime? Told(string text, DateTime now)
    {
        text = Folding.Compose(text);
        if (Said(text) is not ({ } match, _) || !After().IsMatch(text[(match.Index + match.Length)..]))
            return null;
        var today = DateOnly.FromDateTime(now);
        if (JapaneseDates.Find(text[..match.Index], today) is [.., var named] && named.Date > today && Past(named.Date, today) == today)
            return null;
        if (Find(text, today) is not { } at)
            return null;
        // Soon after midnight, 「23時50分に」 is of the day before.
        if (at - now > TimeSpan.FromHours(12) && match.Groups["day"].Length == 0)
            at = at.AddDays(-1);
        return at <= now ? at : null;
    }

    /// <summary>What stands behind the time of an act, rather than of a thing: 「ごろに」, 「、」, a blank, or nothing more.</summary>
    [GeneratedRegex("^(?>(?:ごろ|頃|ころ|すぎ|過ぎ|前|現在|時点)?)(?:に|で|、|,|[ :：]|$|(?=[一-龥ァ-ヶ]))(?!の)")]
    private static partial Regex After();

    /// <param name="text">In NFKC.</param>
    /// <param name="today">The day on which it was written.</param>
    /// <param name="before">The time as it was told before, which an hour alone corrects: 「8時ではなく9時でした」 of 昨夜.</param>
    /// <returns>Null where no time is told.</returns>
    public static DateTime? Find(string text, DateOnly today, DateTime? before = null)
    {
        if (Said(text) is not ({ } match, var wrong))
            return null;
        var (day, part) = (Either("day"), Either("part"));
        var (hour, minute) = OnClock(match, part);
        if (hour is >= 5 and < 12 && day is ("昨夜" or "ゆうべ" or "夕べ" or "昨晩"))
            hour += 12;
        var dates = JapaneseDates.Find(text[..match.Index], today);
        var isHourAlone = day.Length == 0 && dates.Count == 0 && before is not null;
        if (isHourAlone && part.Length == 0 && hour < 12 && before!.Value.Hour >= 12)
            hour += 12;
        if (hour > 24 || minute > 59)
            return null;
        var date = isHourAlone
            ? DateOnly.FromDateTime(before!.Value)
            : day switch
            {
                "昨日" or "きのう" or "昨夜" or "ゆうべ" or "夕べ" or "昨晩" or "前日" => today.AddDays(-1),
                "おととい" or "一昨日" => today.AddDays(-2),
                _ => dates is [.., var found] ? Past(found.Date, today) : today,
            };
        return date.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute);

        string Either(string group) => match.Groups[group].Value is { Length: > 0 } own ? own : wrong?.Groups[group].Value ?? "";
    }

    /// <summary>午後2時半, 14:30, 夜の八時.</summary>
    internal const string Clock =
        "(?<part>午前|午後|朝|夜|夕方|晩|昼過ぎ|昼)?の?(?<![0-9])(?<hour>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:時"
        + "|じ(?!ゃ)|:|：)(?!間)(?:(?<half>半)|(?<minute>[0-9]{1,2}|[一二三四五六七八九十]{1,3}(?=分))(?:分|ふん|ぷん)?)?";

    /// <summary>What a match of <see cref="Clock"/> says, on a clock of 24 hours; not checked.</summary>
    /// <param name="part">Of the day.</param>
    internal static (int Hour, int Minute) OnClock(Match match, string part)
    {
        var hour = JapaneseDates.Number(match.Groups["hour"].Value);
        var minute =
            match.Groups["half"].Success ? 30
            : match.Groups["minute"] is { Success: true } told ? JapaneseDates.Number(told.Value)
            : 0;
        return (IsLater() ? hour + 12 : hour, minute);

        bool IsLater() => hour is > 0 and < 12 && (part is "午後" or "夜" or "夕方" or "晩" or "昼過ぎ" || part == "昼" && hour != 11);
    }

    /// <summary>The first time that is told, or what is said in its place (「8時ではなく9時」), with what that corrects.</summary>
    private static (Match? Time, Match? Wrong) Said(string text)
    {
        if (Time().Match(text) is not { Success: true } first)
            return (null, null);
        return first.NextMatch() is { Success: true } second && Corrections.Between(text, first.Index + first.Length, second.Index)
            ? (second, first)
            : (first, null);
    }

    /// <summary>A date without a year is read as the next of its name; what has happened was on the last. Neither is meant where that is long ago.</summary>
    private static DateOnly Past(DateOnly date, DateOnly today) =>
        date <= today ? date
        : date.AddYears(-1) is var last && last <= today && last > today.AddMonths(-MonthsBack) ? last
        : today;

    [GeneratedRegex(
        "(?:(?<day>昨日|きのう|昨夜|ゆうべ|夕べ|昨晩|前日|おととい|一昨日|今日|きょう|本日|今朝|けさ)の?)?"
            + Clock
            + "(?!\\s*(?:まで|開[始演場会催館園]|締|スタート|終了|に(?:始ま|終わ)))"
    )]
    private static partial Regex Time();
}
