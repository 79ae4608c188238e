using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>
/// On the morning of each working day, tells the office of questions that have waited for two working days or longer, and the next person of
/// those that have waited for long.
/// </summary>
internal sealed class TicketClock(
    IDbContextFactory<Database> databases,
    Changes changes,
    Reminders reminders,
    TimeProvider clock,
    ILogger<TicketClock> log
) : PeriodicJob(Look, Look, clock, log)
{
    /// <summary>The <see cref="OutboxMessage.Topic"/> of the reminder.</summary>
    public const string Reminder = "ticket.reminder";

    internal static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        if (reminders.Today() is not { } today)
            return;
        DateTimeOffset? oldest;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            oldest = await database
                .Tickets.Where(ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress)
                .OrderBy(ticket => ticket.AskedAt)
                .Select(ticket => (DateTimeOffset?)ticket.AskedAt)
                .FirstOrDefaultAsync(cancellationToken);
        if (oldest <= today.Due)
            await changes.TellOfficeOnceAsync(new Announcement(Reminder, today.Day, []), cancellationToken);
        if (oldest <= today.Late)
            await changes.TellOnceAsync(
                new Announcement(Reminder, today.Day, []),
                await reminders.NextPersonAsync(cancellationToken),
                cancellationToken
            );
    }
}
