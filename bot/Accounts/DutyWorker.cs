using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>
/// Reminds of what is due, and again every week until it is done. Several instances may run it: each reminder is claimed by one of them.
/// </summary>
internal sealed partial class DutyWorker(
    IDbContextFactory<Database> databases,
    Changes changes,
    TimeProvider clock,
    ILogger<DutyWorker> log
) : PeriodicJob(Pause, Hourly, clock, log)
{
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    /// <summary>
    /// A little less than seven days, so that an hourly look a moment too early does not put the reminder off by an hour each week.
    /// </summary>
    private static readonly TimeSpan Every = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(30);

    /// <summary>Looks once. What nobody can be told of is looked at again the next time.</summary>
    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
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
    private Task<bool> RemindAsync(Duty duty, DateTimeOffset now, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            "",
            async change =>
            {
                var recipients = await RecipientsAsync(change.Database, duty, cancellationToken);
                if (recipients.Count == 0)
                    return change.Refuse(false);
                DateTimeOffset? reminded = now;
                var before = now - Every;
                var claimed = await change
                    .Database.Duties.Where(known => known.Id == duty.Id && known.DoneAt == null)
                    .Where(known => known.RemindedAt == null || known.RemindedAt <= before)
                    .ExecuteUpdateAsync(set => set.SetProperty(known => known.RemindedAt, reminded), cancellationToken);
                if (claimed == 0)
                    return change.Refuse(true);
                var day = TimeZoneInfo.ConvertTime(now, Clock.LocalTimeZone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
                var announcement = new Announcement(
                    DutyComposer.TopicOf(duty.Kind),
                    $"{duty.Id:N}:{day}",
                    new() { [DutyComposer.DutyEntry] = duty.Id.ToString() }
                );
                foreach (var recipient in recipients)
                    await change.TellAsync(announcement, recipient, cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <summary>The person's own chat with the bot; where there is none, and for what concerns no person, the office's conversations.</summary>
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
        "Nobody can be reminded of {Count} duties: neither the person nor the office has a conversation with the bot"
    )]
    private partial void LogUnreachable(int count);
}
