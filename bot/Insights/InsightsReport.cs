using System.Globalization;
using GuidelineBot.Downloads;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Insights;

/// <summary>What a month brought, as each slice counts it.</summary>
internal sealed class InsightsReport(IDbContextFactory<Database> databases, IEnumerable<IFigures> figures, TimeProvider clock) : IDownloads
{
    public IReadOnlyList<string> Parts { get; } = [.. figures.SelectMany(part => part.Parts)];

    public string Source => "insights";

    /// <param name="about">The first day of a month, in ISO 8601.</param>
    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken) =>
        MonthOf(about) is { } month
            ? new Download(
                $"利用状況_{month:yyyyMM}.csv",
                "text/csv; charset=utf-8",
                CsvFile.Write([
                    ["区分", "内容", "件数", "備考"],
                    .. (await OfAsync(month, cancellationToken)).Select(row =>
                        (string[])[row.Part, row.What, row.Count.ToString(CultureInfo.InvariantCulture), row.Note]
                    ),
                ])
            )
            : null;

    public static DateOnly? MonthOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 3000
            ? new DateOnly(day.Year, day.Month, 1)
            : null;

    /// <param name="month">Its first day, in Japan.</param>
    /// <returns>By part, the most frequent first.</returns>
    public async Task<IReadOnlyList<Insight>> OfAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var (from, to) = (Start(month), Start(month.AddMonths(1)));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = new List<Insight>();
        foreach (var part in figures)
            rows.AddRange(await part.OfAsync(database, from, to, cancellationToken));
        return rows;
    }

    private DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
