using System.Diagnostics.Metrics;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Observability;

/// <summary>
/// What waits in the database: read every half minute, and only where somebody watches. Every instance reads the same database, so of
/// several instances any one tells the whole: take the largest, not the sum.
/// </summary>
internal sealed partial class Gauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly IDbContextFactory<Database> databases;
    private readonly TimeProvider clock;
    private readonly ILogger<Gauges> log;
    private readonly Instrument[] instruments;
    private volatile Reading last = new([], 0, 0);

    public Gauges(IMeterFactory meters, IDbContextFactory<Database> databases, TimeProvider clock, ILogger<Gauges> log)
    {
        (this.databases, this.clock, this.log) = (databases, clock, log);
        var meter = meters.Create(Instruments.Name);
        instruments =
        [
            meter.CreateObservableGauge(
                "guidelinebot.outbox.depth",
                () =>
                    last
                        .Outbox.Select(queue => new Measurement<long>(queue.Waiting, Of(queue), Standing("waiting")))
                        .Concat(last.Outbox.Select(queue => new Measurement<long>(queue.Dead, Of(queue), Standing("dead")))),
                "{message}",
                "Messages that were not sent yet, or given up."
            ),
            meter.CreateObservableGauge(
                "guidelinebot.outbox.age",
                () => last.Outbox.Select(queue => new Measurement<double>(queue.Age.TotalSeconds, Of(queue))),
                "s",
                "How long the oldest message has been waiting."
            ),
            meter.CreateObservableGauge(
                "guidelinebot.incidents.open",
                () => last.Incidents,
                "{incident}",
                "Checklists in progress, drills left out."
            ),
            meter.CreateObservableGauge(
                "guidelinebot.tickets.open",
                () => last.Tickets,
                "{ticket}",
                "Questions to 広報広聴課 that nobody has answered yet."
            ),
        ];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not while the first questions are answered.
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (!Array.Exists(instruments, instrument => instrument.Enabled))
                continue;
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
        }
    }

    /// <summary>Reads the database once; what is measured from now on is this.</summary>
    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var queues = new List<Queue>();
        foreach (var channel in Enum.GetValues<OutboxChannel>())
        {
            var open = database.Outbox.Where(message => message.Channel == channel && message.Status != OutboxStatus.Sent);
            var oldest = await open.Where(message => message.Status == OutboxStatus.Waiting)
                .MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellationToken);
            queues.Add(
                new Queue(
                    $"{channel}",
                    await open.CountAsync(message => message.Status == OutboxStatus.Waiting, cancellationToken),
                    await open.CountAsync(message => message.Status == OutboxStatus.Dead, cancellationToken),
                    clock.GetUtcNow() - oldest ?? TimeSpan.Zero
                )
            );
        }
        last = new Reading(
            queues,
            await database.Incidents.CountAsync(incident => incident.ClosedAt == null && !incident.IsDrill, cancellationToken),
            await database.Tickets.CountAsync(
                ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress,
                cancellationToken
            )
        );
    }

    private static KeyValuePair<string, object?> Of(Queue queue) => new("channel", queue.Channel);

    private static KeyValuePair<string, object?> Standing(string status) => new("status", status);

    private sealed record Queue(string Channel, long Waiting, long Dead, TimeSpan Age);

    private sealed record Reading(IReadOnlyList<Queue> Outbox, long Incidents, long Tickets);

    [LoggerMessage(LogLevel.Warning, "Could not read what waits in the database; the next look follows")]
    private partial void LogFault(Exception fault);
}
