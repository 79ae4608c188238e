using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Reminds of what is due, and again every week until it is done. Several instances may run it: each reminder is claimed by one of them.</summary>
internal sealed partial class DutyWorker(IDbContextFactory<Database> databases, TimeProvider clock, ILogger<DutyWorker> log)
    : BackgroundService
{
    // The first answer after a start shall not wait for it.
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>A little less than seven days, so that an hourly look a moment too early does not put the reminder off by an hour each week.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Pause, clock, stoppingToken);
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await RemindAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop the bot; the next run reminds of what this one did not.
                LogFault(fault);
            }
        } while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks once. What nobody can be told of is looked at again the next time.</summary>
    internal async Task RemindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Every;
        List<Duty> due;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            due = await database
                .Duties.AsNoTracking()
                .Where(duty => duty.DoneAt == null && duty.DueAt <= now && (duty.RemindedAt == null || duty.RemindedAt <= before))
                .OrderBy(duty => duty.DueAt)
                .ToListAsync(cancellationToken);

        var unreachable = 0;
        foreach (var duty in due)
            if (!await RemindAsync(duty, now, cancellationToken))
                unreachable++;
        if (unreachable > 0)
            LogUnreachable(unreachable);
    }

    /// <returns>False where there is no conversation to write to.</returns>
    private async Task<bool> RemindAsync(Duty duty, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var recipients = await RecipientsAsync(database, duty, cancellationToken);
        if (recipients.Count == 0)
            return false;

        DateTimeOffset? reminded = now;
        var before = now - Every;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var claimed = await database
            .Duties.Where(known => known.Id == duty.Id && known.DoneAt == null && (known.RemindedAt == null || known.RemindedAt <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.RemindedAt, reminded), cancellationToken);
        if (claimed == 0)
            return true;

        var day = TimeZoneInfo.ConvertTime(now, clock.LocalTimeZone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        database.Outbox.AddRange(
            recipients.Select(
                (recipient, place) =>
                    new OutboxMessage
                    {
                        Key = place == 0 ? $"duty:{duty.Id}:{day}" : $"duty:{duty.Id}:{day}:{place + 1}",
                        Channel = OutboxChannel.Teams,
                        Recipient = recipient,
                        Topic = DutyComposer.Topic(duty.Kind),
                        About = { [DutyComposer.DutyEntry] = duty.Id.ToString() },
                        CreatedAt = now,
                        DueAt = now,
                    }
            )
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The person's own chat with the bot; where there is none, and for what concerns no person, 広報広聴課's conversations.</summary>
    private static async Task<List<string>> RecipientsAsync(Database database, Duty duty, CancellationToken cancellationToken)
    {
        if (
            duty.PersonId is { } person
            && await KnownConversations.OfPerson(database, person).Select(chat => chat.Id).FirstOrDefaultAsync(cancellationToken)
                is { } chat
        )
            return [chat];
        return await KnownConversations
            .OfOffice(database)
            .OrderBy(place => place.Id)
            .Select(place => place.Id)
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Nobody can be reminded of {Count} duties: neither the person nor 広報広聴課 has a conversation with the bot"
    )]
    private partial void LogUnreachable(int count);

    [LoggerMessage(LogLevel.Error, "Could not remind of what is due; the next attempt is in an hour")]
    private partial void LogFault(Exception fault);
}
