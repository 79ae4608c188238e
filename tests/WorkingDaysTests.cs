using System.Globalization;

namespace GuidelineBot.Tests;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-30", true)] // Monday
    [InlineData("2026-11-28", false)] // Saturday
    [InlineData("2026-11-29", false)] // Sunday
    [InlineData("2026-11-23", false)] // 勤労感謝の日
    [InlineData("2026-05-06", false)] // 振替休日, for a Sunday three days before
    [InlineData("2026-09-22", false)] // 国民の休日, between two holidays
    [InlineData("2032-09-21", false)] // the next of these
    [InlineData("2026-09-24", true)]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)] // offices are closed until 3 January
    [InlineData("2027-01-04", true)]
    [InlineData("2027-03-22", false)] // 春分の日 on a Sunday
    public void A_day_is_a_working_day_by_the_citys_calendar(string day, bool isWorking) =>
        Assert.Equal(isWorking, WorkingDays.Is(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-26", 2, "2026-11-24")]
    [InlineData("2026-11-24", 2, "2026-11-19")] // over a long weekend
    [InlineData("2027-01-05", 2, "2027-01-03")] // over New Year
    [InlineData("2027-01-04", 2, "2026-12-27")]
    public void So_many_working_days_ago_began_after_that_day(string today, int count, string day)
    {
        var now = DateTimeOffset.Parse($"{today}T09:30+09:00", CultureInfo.InvariantCulture);

        Assert.Equal(DateTimeOffset.Parse($"{day}T09:30+09:00", CultureInfo.InvariantCulture), WorkingDays.Before(now, count));
    }
}
