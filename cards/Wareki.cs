using System.Globalization;

namespace GuidelineBot.Cards;

/// <summary>Dates as city offices write them: 令和7年4月1日.</summary>
public static class Wareki
{
    /// <summary>Written in the offset that the moment carries.</summary>
    public static string Minute(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(at.DateTime))} {at:HH:mm}");

    /// <summary>From 2019-05-01, the first day of 令和; the bot knows no earlier ones.</summary>
    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"令和{(day.Year == 2019 ? "元" : day.Year - 2018)}年{day.Month}月{day.Day}日");
}
