using System.Diagnostics.Metrics;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Observability;

/// <summary>Something that a slice has open, counted from its own tables.</summary>
internal interface ILevel
{
    /// <summary>Of the instrument.</summary>
    string Name { get; }

    /// <summary>As in OpenTelemetry: <c>{ticket}</c>.</summary>
    string Unit { get; }

    string Description { get; }

    Task<int> CountAsync(Database database, CancellationToken cancellationToken);
}

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
    private readonly ILevel[] levels;
    private volatile Reading last = new([], new Dictionary<string, long>());

    public Gauges(
        IMeterFactory meters,
        IEnumerable<ILevel> levels,
        IDbContextFactory<Database> databases,
        TimeProvider clock,
        ILogger<Gauges> log
    )
    {
        (this.databases, this.clock, this.log) = (databases, clock, log);
        this.levels = [.. levels];
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
            .. this.levels.Select(level =>
                meter.CreateObservableGauge(level.Name, () => last.Levels.GetValueOrDefault(level.Name), level.Unit, level.Description)
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
            var unsent = database.Outbox.Where(message => message.Channel == channel && message.Status != OutboxStatus.Sent);
            var oldest = await unsent
                .Where(message => message.Status == OutboxStatus.Waiting)
                .MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellationToken);
            queues.Add(
                new Queue(
                    $"{channel}",
                    await unsent.CountAsync(message => message.Status == OutboxStatus.Waiting, cancellationToken),
                    await unsent.CountAsync(message => message.Status == OutboxStatus.Dead, cancellationToken),
                    clock.GetUtcNow() - oldest ?? TimeSpan.Zero
                )
            );
        }
        var open = new Dictionary<string, long>();
        foreach (var level in levels)
            open[level.Name] = await level.CountAsync(database, cancellationToken);
        last = new Reading(queues, open);
    }

    private static KeyValuePair<string, object?> Of(Queue queue) => new("channel", queue.Channel);

    private static KeyValuePair<string, object?> Standing(string status) => new("status", status);

    private sealed record Queue(string Channel, long Waiting, long Dead, TimeSpan Age);

    private sealed record Reading(IReadOnlyList<Queue> Outbox, IReadOnlyDictionary<string, long> Levels);

    [LoggerMessage(LogLevel.Warning, "Could not read what waits in the database; the next look follows")]
    private partial void LogFault(Exception fault);
}
