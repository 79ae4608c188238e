using System.Globalization;

namespace GuidelineBot.Cards;

/// <summary>Dates as city offices write them: 令和7年4月1日.</summary>
public static class Wareki
{
    /// <summary>Written in the offset that the moment carries.</summary>
    public static string Minute(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(at.DateTime))} {at:HH:mm}");

    /// <summary>From 昭和 on; an older day comes out in the western calendar.</summary>
    public static string Day(DateOnly day)
    {
        var (era, before) = day switch
        {
            _ when day >= new DateOnly(2019, 5, 1) => ("令和", 2018),
            _ when day >= new DateOnly(1989, 1, 8) => ("平成", 1988),
            _ when day >= new DateOnly(1926, 12, 25) => ("昭和", 1925),
            _ => ("", 0),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{era}{(day.Year - before == 1 ? "元" : day.Year - before)}年{day.Month}月{day.Day}日"
        );
    }
}
