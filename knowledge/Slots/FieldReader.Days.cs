using System.Globalization;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Slots;

/// <content>Fields that hold days.</content>
internal sealed partial class FieldReader
{
    private static void TakeDate(Reading reading, NoticeField field, string said)
    {
        var dates = JapaneseDates.Read(said, reading.Today);
        if (Problem(dates) is { } problem)
            reading.Problems.Add(problem);
        else if (dates.Found is [.., var last])
            reading.Values[field.Id] = Iso(InMonthOf(reading.Of(field.Id), said, last));
        // 「やめるのは https://… のぶんな」 says no day.
        else
            reading.Behind += $"。{said}";
    }

    /// <summary>「変更日を1週間早めてください」: from the day that is in the paper.</summary>
    private static void TakeShift(string text, Reading reading)
    {
        if (
            reading.Form.OnlyDay is not { } day
            || !DateOnly.TryParseExact(reading.Of(day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var now)
            || Shift().Match(text) is not { Success: true } shift
            // 「4月10日早めに」, 「1週間早めて12日に」 say the day itself.
            || JapaneseDates.Read(text, reading.Today).Found.Any(date => date.End > shift.Index)
        )
            return;
        var steps = JapaneseDates.Number(shift.Groups["count"].Value) * (shift.Groups["earlier"].Success ? -1 : 1);
        reading.Values[day] = Iso(
            shift.Groups["unit"].Value switch
            {
                "日" => now.AddDays(steps),
                "週間" => now.AddDays(7 * steps),
                _ => now.AddMonths(steps),
            }
        );
        reading.IsNamed = true;
    }

    /// <summary>「終了日、31日は閉庁日じゃった。28日に直しといて」</summary>
    private static bool TakeRightDay(string text, string day, Reading reading)
    {
        if (JapaneseDates.Read(text, reading.Today).Found is not [.., var right] || !ToBeChanged().IsMatch(text[right.End..]))
            return false;
        reading.Values[day] = Iso(InMonthOf(reading.Of(day), text, right));
        return true;
    }

    /// <summary>「明日は雨らしいです」: a day told from today is the paper's only with a word that says so.</summary>
    private static bool IsRemark(string text, FoundDate date) =>
        text.AsSpan(date.Start, date.Length) is var words
        && (FromToday().IsMatch(words) || Signs.Exclaims(text))
        && !DayNumber().IsMatch(words)
        && !OfPaper().IsMatch(text.AsSpan(date.End));

    private static string? Problem(DateReading dates) =>
        dates.Problems is not [var problem, ..]
            ? null
            : problem.Fault switch
            {
                DateFault.Impossible => $"「{problem.Words}」は暦にありません。日付をもう一度教えてください。",
                DateFault.Ambiguous => $"「{problem.Words}」の、どちらの日でしょうか。決まりましたら教えてください。",
                _ =>
                    $"「{problem.Words}」では日付が決まりません。何月何日かを教えてください。決まっていなければ、あとからでも入れられます。",
            };

    /// <summary>「やっぱり15日から」 stays in the month that was said before, 「月曜じゃなくて水曜」 in its week.</summary>
    private static DateOnly InMonthOf(string? before, string said, FoundDate date) =>
        !DateOnly.TryParseExact(before, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? date.Date
        : WeekdayAlone().IsMatch(said.AsSpan(date.Start, date.Length)) ? day.AddDays(FromMonday(date.Date) - FromMonday(day))
        : DayAlone().Match(said.Substring(date.Start, date.Length)) is { Success: true } alone
        && int.TryParse(alone.Groups["day"].Value, out var number)
        && number >= 1
        && number <= DateTime.DaysInMonth(day.Year, day.Month)
            ? new DateOnly(day.Year, day.Month, number)
        : date.Date;

    private static int FromMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static bool IsDayOf(string said, string value) =>
        DayAlone().Match(said) is { Success: true } alone
        && value.EndsWith($"-{alone.Groups["day"].Value.PadLeft(2, '0')}", StringComparison.Ordinal);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
