using GuidelineBot.Insights;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Approvals;

/// <summary>How approvals of posts went in a month.</summary>
internal sealed class ApprovalFigures : IFigures
{
    private const string Approvals = "投稿の承認";

    public IReadOnlyList<string> Parts { get; } = [Approvals];

    public async Task<IReadOnlyList<Insight>> OfAsync(
        Database database,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var asked = await database
            .PostApprovals.AsNoTracking()
            .Where(approval => approval.AskedAt >= from && approval.AskedAt < to)
            .Select(approval => new
            {
                approval.State,
                approval.IsUrgent,
                approval.AskedAt,
                approval.DecidedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. asked
                .GroupBy(approval => (approval.State, approval.IsUrgent))
                .OrderByDescending(group => group.Count())
                .Select(group => new Insight(
                    Approvals,
                    $"{Word(group.Key.State)}{(group.Key.IsUrgent ? "（緊急）" : "")}",
                    group.Count(),
                    Insight.Median("決まるまで", group.Select(approval => approval.DecidedAt - approval.AskedAt).OfType<TimeSpan>())
                )),
        ];
    }

    private static string Word(ApprovalState state) =>
        state switch
        {
            ApprovalState.Approved => "承認",
            ApprovalState.Returned => "差戻し",
            _ => "承認待ち",
        };
}
