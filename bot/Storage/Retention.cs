using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Storage;

/// <summary>Deletes what has had its time, as the tables' mappings say; instances that do it at once only delete less each.</summary>
internal sealed partial class Retention(
    IDbContextFactory<Database> databases,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<Retention> log
) : PeriodicJob(Pause, Every, clock, log)
{
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>A link to a file is good for half an hour, and is not to lie about for much longer.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await ProcessedActivities.DropAnswersAsync(database, Clock.GetUtcNow(), cancellationToken);
        foreach (var table in database.Model.GetEntityTypes())
            if (
                Keeping.Of(table) is { } kept
                && await kept.HowLong.PurgeAsync(database, options.Value, Clock.GetUtcNow(), cancellationToken) is > 0 and var rows
            )
                LogPurged(rows, table.GetTableName()!);
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Rows} rows of {Table}, which have had their time")]
    private partial void LogPurged(int rows, string table);
}
