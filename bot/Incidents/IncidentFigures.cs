using GuidelineBot.Insights;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>How many checklists were begun in a month, drills left out, and how long they took.</summary>
internal sealed class IncidentFigures : IFigures
{
    private const string Incidents = "チェックリスト";

    public IReadOnlyList<string> Parts { get; } = [Incidents];

    public async Task<IReadOnlyList<Insight>> OfAsync(
        Database database,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var begun = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.OpenedAt >= from && incident.OpenedAt < to && !incident.IsDrill && !incident.IsMistaken)
            .Select(incident => new
            {
                incident.Title,
                incident.OpenedAt,
                incident.Since,
                incident.QuietAt,
                incident.ClosedAt,
            })
            .ToListAsync(cancellationToken);
        var kinds = begun.GroupBy(incident => incident.Title).OrderByDescending(kind => kind.Count());
        return
        [
            .. kinds.Select(kind => new Insight(
                Incidents,
                kind.Key,
                kind.Count(),
                string.Join(
                    "、",
                    new[]
                    {
                        Insight.Median("落ち着くまで", kind.Select(incident => incident.QuietAt - incident.Since).OfType<TimeSpan>()),
                        Insight.Median("終了まで", kind.Select(incident => incident.ClosedAt - incident.OpenedAt).OfType<TimeSpan>()),
                    }.Where(median => median.Length > 0)
                )
            )),
        ];
    }
}
