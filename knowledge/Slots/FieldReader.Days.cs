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
