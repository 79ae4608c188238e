using System.Globalization;
using GuidelineBot.Storage;

namespace GuidelineBot.Insights;

/// <summary>One thing that was counted.</summary>
/// <param name="Part">The heading it stands under.</param>
/// <param name="Note">Such as how long it took; empty for none.</param>
internal sealed record Insight(string Part, string What, int Count, string Note = "")
{
    /// <summary>The most frequent first.</summary>
    public static IEnumerable<Insight> Ranked<T>(string part, IEnumerable<IGrouping<string, T>> groups) =>
        groups
            .Select(group => new Insight(part, group.Key, group.Count()))
            .OrderByDescending(row => row.Count)
            .ThenBy(row => row.What, StringComparer.Ordinal);

    /// <summary>The median, which one forgotten notice does not move; empty where there are no times.</summary>
    /// <param name="until">What the times lead to: 終了まで.</param>
    public static string Median(string until, IEnumerable<TimeSpan> times)
    {
        if (times.Order().ToList() is not { Count: > 0 } ordered)
            return "";
        var median = ordered[ordered.Count / 2];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{until}の中央値 {(median < TimeSpan.FromDays(2) ? $"{median.TotalHours:0.0}時間" : $"{median.TotalDays:0.0}日")}"
        );
    }
}

/// <summary>What a slice counts of a month, from its own tables. Holds no names.</summary>
internal interface IFigures
{
    /// <summary>The headings, in the order in which they are shown; also where nothing was counted.</summary>
    IReadOnlyList<string> Parts { get; }

    /// <param name="from">The month's first moment.</param>
    /// <param name="to">The next month's first moment.</param>
    Task<IReadOnlyList<Insight>> OfAsync(Database database, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
