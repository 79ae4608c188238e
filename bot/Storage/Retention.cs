using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Storage;

/// <summary>Deletes what has had its time, as the tables' mappings say; instances that do it at once only delete less each.</summary>
internal sealed partial class Retention(
    IDbContextFactory<Database> databases,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<Retention> log
) : BackgroundService
{
    // The first answer after a start shall not wait for it.
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>A link to a file is good for half an hour, and is not to lie about for much longer.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Pause, clock, stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop the bot; the next run deletes what this one did not.
                LogFault(fault);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var table in database.Model.GetEntityTypes())
            if (
                Keeping.Of(table) is { } kept
                && await kept.HowLong.PurgeAsync(database, options.Value, clock.GetUtcNow(), cancellationToken) is > 0 and var rows
            )
                LogPurged(rows, table.GetTableName()!);
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Rows} rows of {Table}, which have had their time")]
    private partial void LogPurged(int rows, string table);

    [LoggerMessage(LogLevel.Error, "Could not delete what has had its time; the next attempt is in ten minutes")]
    private partial void LogFault(Exception fault);
}
