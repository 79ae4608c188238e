using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Recognizer = Microsoft.Recognizers.Text.DateTime.DateTimeRecognizer;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>
/// Dates in ways of writing that <see cref="JapaneseDates"/> has no pattern for (12月の第1月曜日, 5営業日後, 21日月曜日), as Microsoft's recogniser reads
/// them. It needs a fifth of a second and some memory to begin with, so it is asked only for what is left over.
/// </summary>
internal static partial class LeftoverDates
{
    private const string Weekdays = "日月火水木金土";

    private static readonly Lazy<DateTimeModel> Model = new(() => new Recognizer(Culture.Japanese).GetDateTimeModel());

    /// <param name="text">In NFKC.</param>
    /// <returns>Single days alone: what lasts, repeats or is vague (12月上旬) is no day of a notice.</returns>
    public static IEnumerable<FoundDate> Find(string text, DateOnly today)
    {
        // It takes milliseconds, and most messages speak of no day at all.
        if (!Sign().IsMatch(text))
            yield break;
        foreach (var found in Model.Value.Parse(text, today.ToDateTime(TimeOnly.MinValue)))
        {
            // Of 13月1日 it would take 3月1日.
            if (
                found.Start > 0 && char.IsDigit(text[found.Start - 1])
                // Null where it saw a day and could not say which.
                || found.Resolution?.TryGetValue("values", out var values) != true
                || values is not List<Dictionary<string, string>> readings
            )
                continue;
            var days = readings.Select(Day).OfType<DateOnly>().Order().ToList();
            // Without a year it comes as the last one and the next one.
            if (days.Count > 0 && days.FirstOrDefault(day => day >= today, days[^1]) is var date && IsOn(date, found.Text))
                yield return new FoundDate(found.Start, Length(text, found), date, IsMonth: false);
        }
    }

    [GeneratedRegex("[0-9〇一二三四五六七八九十][か箇ヶケカヵ]?(?:営業)?[年月日週]|曜|[月火水木金土日]よう")]
    private static partial Regex Sign();

    /// <summary>「…から」 comes as a range that begins with the day.</summary>
    private static DateOnly? Day(Dictionary<string, string> reading) =>
        reading.GetValueOrDefault("Mod") is null or "since"
        && reading.GetValueOrDefault("sourceEntity") is null or "datetimepoint"
        && (
            reading.GetValueOrDefault("type") == "date" ? reading.GetValueOrDefault("value")
            : reading.ContainsKey("end") ? null
            : reading.GetValueOrDefault("start")
        )
            is { } day
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>A date that falls on another day of the week than the words say was misread.</summary>
    private static bool IsOn(DateOnly date, string text) =>
        text.IndexOf('曜', StringComparison.Ordinal) is not (> 0 and var place) || text[place - 1] == Weekdays[(int)date.DayOfWeek];

    /// <summary>The particle behind a date says what the date is for, so it stays with the text.</summary>
    private static int Length(string text, ModelResult found)
    {
        var length = found.End - found.Start + 1;
        return text.AsSpan(found.Start, length).EndsWith("から") || text.AsSpan(found.Start, length).EndsWith("より") ? length - 2 : length;
    }
}
