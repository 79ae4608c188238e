using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>On the morning of each working day, tells 広報広聴課 of questions that have waited for two days or longer.</summary>
internal sealed partial class TicketClock(
    IDbContextFactory<Database> databases,
    DeliveryBell bell,
    TimeProvider clock,
    ILogger<TicketClock> log
) : BackgroundService
{
    /// <summary>The <see cref="OutboxMessage.Topic"/> of the reminder.</summary>
    public const string Reminder = "ticket.reminder";

    internal static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private static readonly TimeOnly Morning = new(9, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop.
                LogFault(fault);
            }
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var local = clock.GetLocalNow();
        if (TimeOnly.FromDateTime(local.DateTime) < Morning || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return;
        var now = clock.GetUtcNow();
        var old = now - Patience;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            !await database.Tickets.AnyAsync(
                ticket => (ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress) && ticket.AskedAt <= old,
                cancellationToken
            )
        )
            return;
        var day = $"{Reminder}:{local.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}:";
        var told = await database
            .Outbox.Where(message => message.Key.StartsWith(day))
            .Select(message => message.Recipient)
            .ToListAsync(cancellationToken);
        foreach (var place in await KnownConversations.OfOffice(database).Select(place => place.Id).ToListAsync(cancellationToken))
        {
            if (told.Contains(place))
                continue;
            database.Outbox.Add(
                new OutboxMessage
                {
                    Key = day + place,
                    Channel = OutboxChannel.Teams,
                    Recipient = place,
                    Topic = Reminder,
                    CreatedAt = now,
                    DueAt = now,
                }
            );
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                bell.Ring();
            }
            catch (DbUpdateException refused) when (database.IsConflict(refused))
            {
                // The outbox holds a key only once: another instance was first.
                database.ChangeTracker.Clear();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Could not look for questions that wait; the next look follows")]
    private partial void LogFault(Exception fault);
}
