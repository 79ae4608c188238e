using GuidelineBot.Asking;
using GuidelineBot.Downloads;
using GuidelineBot.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Storage;

/// <summary>Forgets what has served its purpose, once after the start and then daily; instances that do it at once only delete less each.</summary>
internal sealed partial class Retention(
    IDbContextFactory<Database> databases,
    ProcessedActivities activities,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<Retention> log
) : BackgroundService
{
    // The first answer after a start shall not wait for it.
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Pause, clock, stoppingToken);
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop the bot; tomorrow's run deletes what this one did not.
                LogFault(fault);
            }
        } while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var processed = await activities.PurgeAsync(now.AddDays(-7), cancellationToken);

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var logged = now.AddDays(-options.Value.QuestionLogDays);
        var questions = await database.QuestionLog.Where(entry => entry.AskedAt < logged).ExecuteDeleteAsync(cancellationToken);
        var yesterday = now.AddDays(-1);
        var tickets = await database.DownloadTickets.Where(ticket => ticket.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        var recent = await database.RecentQuestions.Where(question => question.At < yesterday).ExecuteDeleteAsync(cancellationToken);
        var kept = now.AddDays(-KeptPost.Days);
        await database.KeptPosts.Where(post => post.KeptAt < kept).ExecuteDeleteAsync(cancellationToken);
        LogPurged(processed, questions, recent, tickets);
    }

    [LoggerMessage(
        LogLevel.Information,
        "Purged {Processed} processed activities, {Questions} logged questions, {Recent} recent questions, {Tickets} download links"
    )]
    private partial void LogPurged(int processed, int questions, int recent, int tickets);

    [LoggerMessage(LogLevel.Error, "Could not purge what is due; the next attempt is in a day")]
    private partial void LogFault(Exception fault);
}
