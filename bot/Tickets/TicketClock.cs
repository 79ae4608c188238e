using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>On the morning of each working day, tells the office of questions that have waited for two days or longer.</summary>
internal sealed class TicketClock(IDbContextFactory<Database> databases, Changes changes, TimeProvider clock, ILogger<TicketClock> log)
    : PeriodicJob(Look, Look, clock, log)
{
    /// <summary>The <see cref="OutboxMessage.Topic"/> of the reminder.</summary>
    public const string Reminder = "ticket.reminder";

    internal static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private static readonly TimeOnly Morning = new(9, 0);

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        var local = Clock.GetLocalNow();
        if (TimeOnly.FromDateTime(local.DateTime) < Morning || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return;
        var old = Clock.GetUtcNow() - Patience;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            if (
                !await database.Tickets.AnyAsync(
                    ticket => (ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress) && ticket.AskedAt <= old,
                    cancellationToken
                )
            )
                return;
        var day = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await changes.TellOfficeOnceAsync(new Announcement(Reminder, day, []), cancellationToken);
    }
}
