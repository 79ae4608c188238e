using PublicHoliday;

namespace GuidelineBot;

/// <summary>The days on which the city's offices are open.</summary>
internal static class WorkingDays
{
    private static readonly JapanPublicHoliday Holidays = new();

    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsAroundNewYear(day) && !IsHoliday(day) && !IsBetween(day);

    /// <returns>The moment of a former day from which on so many working days had begun until now, today's included.</returns>
    /// <param name="local">Now, in the city's time.</param>
    public static DateTimeOffset Before(DateTimeOffset local, int count)
    {
        while (count > 0)
        {
            if (Is(DateOnly.FromDateTime(local.DateTime)))
                count--;
            local = local.AddDays(-1);
        }
        return local;
    }

    private static bool IsHoliday(DateOnly day) => Holidays.IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>国民の祝日に関する法律 3条3項: a day between two holidays is one, which the library does not know (2026-09-22).</summary>
    private static bool IsBetween(DateOnly day) => IsHoliday(day.AddDays(-1)) && IsHoliday(day.AddDays(1));

    /// <summary>地方自治法 4条の2: from 29 December to 3 January.</summary>
    private static bool IsAroundNewYear(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
