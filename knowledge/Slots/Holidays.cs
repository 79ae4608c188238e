namespace GuidelineBot.Knowledge.Slots;

/// <summary>The named days of the Japanese calendar (国民の祝日に関する法律), and two more that people name dates by.</summary>
internal static class Holidays
{
    /// <summary>By name; each gives the day in a year.</summary>
    public static readonly IReadOnlyDictionary<string, Func<int, DateOnly>> ByName = new Dictionary<string, Func<int, DateOnly>>(
        StringComparer.Ordinal
    )
    {
        ["元日"] = year => new(year, 1, 1),
        ["元旦"] = year => new(year, 1, 1),
        ["成人の日"] = year => Monday(year, 1, 2),
        ["建国記念の日"] = year => new(year, 2, 11),
        ["建国記念日"] = year => new(year, 2, 11),
        ["天皇誕生日"] = year => new(year, 2, 23),
        ["春分の日"] = year => new(year, 3, Equinox(20.8431, year)),
        ["昭和の日"] = year => new(year, 4, 29),
        ["憲法記念日"] = year => new(year, 5, 3),
        ["みどりの日"] = year => new(year, 5, 4),
        ["こどもの日"] = year => new(year, 5, 5),
        ["子どもの日"] = year => new(year, 5, 5),
        ["海の日"] = year => Monday(year, 7, 3),
        ["山の日"] = year => new(year, 8, 11),
        ["敬老の日"] = year => Monday(year, 9, 3),
        ["秋分の日"] = year => new(year, 9, Equinox(23.2488, year)),
        ["スポーツの日"] = year => Monday(year, 10, 2),
        ["文化の日"] = year => new(year, 11, 3),
        ["勤労感謝の日"] = year => new(year, 11, 23),
        ["クリスマスイブ"] = year => new(year, 12, 24),
        ["クリスマス"] = year => new(year, 12, 25),
        ["大晦日"] = year => new(year, 12, 31),
        ["大みそか"] = year => new(year, 12, 31),
    };

    /// <summary>The <paramref name="nth"/> Monday of a month.</summary>
    private static DateOnly Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
    }

    /// <summary>The usual approximation (海上保安庁水路部『新こよみ便利帳』), right from 1980 to 2099.</summary>
    private static int Equinox(double in1980, int year) =>
        (int)Math.Floor(in1980 + 0.242194 * (year - 1980) - Math.Floor((year - 1980) / 4d));
}
