using GuidelineBot.Insights;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>How many notices a month brought, and how long it took until they were decided.</summary>
internal sealed class NoticeFigures(LiveKnowledge knowledge) : IFigures
{
    private const string Notices = "届出・申請";

    public IReadOnlyList<string> Parts { get; } = [Notices];

    public async Task<IReadOnlyList<Insight>> OfAsync(
        Database database,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var submitted = await database
            .Notices.AsNoTracking()
            .Where(notice => notice.SubmittedAt >= from && notice.SubmittedAt < to)
            .Select(notice => new
            {
                notice.Kind,
                notice.SubmittedAt,
                notice.DecidedAt,
            })
            .ToListAsync(cancellationToken);
        var kinds = submitted.GroupBy(notice => notice.Kind).OrderBy(kind => kind.Key);
        return
        [
            .. kinds.Select(kind => new Insight(
                Notices,
                knowledge.Current.FormOf(kind.Key)?.Title ?? kind.Key.ToString(),
                kind.Count(),
                Insight.Median("受理などまで", kind.Select(notice => notice.DecidedAt - notice.SubmittedAt).OfType<TimeSpan>())
            )),
        ];
    }
}
