using GuidelineBot.Observability;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Delivery;

/// <summary>
/// Sends what the outbox holds. Each row is leased before it is sent, so that several instances share the work; a row whose instance died
/// is taken up when the lease ends. A crash between sending and noting it down sends again: at least once, never not at all.
/// </summary>
internal sealed partial class DeliveryWorker(
    IDbContextFactory<Database> databases,
    IEnumerable<IDeliveryChannel> channels,
    IEnumerable<IComposer> composers,
    IEnumerable<IUndelivered> undelivered,
    Changes changes,
    MailChannel mail,
    DeliveryBell bell,
    IOptions<DeliveryOptions> options,
    Instruments instruments,
    TimeProvider clock,
    ILogger<DeliveryWorker> log
) : BackgroundService
{
    /// <summary>A server that has not answered by then is taken for dead.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Longer than any attempt may take.
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Nothing waits longer than this; a row that seems to was written before the clock was set back.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(14);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        mail.Announce();
        // Each channel on its own: a mail server that hangs must not hold up the chats.
        return Task.WhenAll(channels.Select(channel => Task.Run(() => RunAsync(channel, stoppingToken), stoppingToken)));
    }

    private async Task RunAsync(IDeliveryChannel channel, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                while (await DeliverNextAsync(channel, stoppingToken)) { }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop.
                LogFault(fault);
            }
            await rung.WaitAsync(Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Takes one message of a channel that is due and tries to send it. A stop of the bot waits for an attempt that has begun: what was
    /// sent is then known to be.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    internal async Task<bool> DeliverNextAsync(IDeliveryChannel channel, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await LeaseAsync(database, channel.Kind, cancellationToken) is not { } message)
            return false;
        using var span = instruments.Delivery(channel.Kind);
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            var composer =
                composers.FirstOrDefault(composer => composer.Topics.Contains(message.Topic))
                ?? throw new UndeliverableException($"「{message.Topic}」という知らせを書けるものがありません。");
            message.ChannelId = await channel.SendAsync(message, composer, patience.Token);
            message.Status = OutboxStatus.Sent;
            message.SentAt = clock.GetUtcNow();
            message.LastError = null;
            message.LeasedUntil = null;
        }
        catch (Exception fault)
        {
            Postpone(message, fault);
        }
        instruments.Delivered(channel.Kind, message.Status);
        await database.SaveChangesAsync(CancellationToken.None);
        if (message.Status == OutboxStatus.Dead)
            await changes.CommitAsync("", change => TellGivenUpAsync(change, message), CancellationToken.None);
        return true;
    }

    private async Task<bool> TellGivenUpAsync(Change change, OutboxMessage message)
    {
        foreach (var slice in undelivered)
            await slice.TellAsync(change, message, CancellationToken.None);
        return true;
    }

    private async Task<OutboxMessage?> LeaseAsync(Database database, OutboxChannel channel, CancellationToken cancellationToken)
    {
        var open = database.Outbox.Where(message => message.Channel == channel && message.Status == OutboxStatus.Waiting);
        return await Leases.TakeAsync(open, Lease, LongestPause, clock, cancellationToken) is { } id
            ? await database.Outbox.SingleAsync(message => message.Id == id, cancellationToken)
            : null;
    }

    private void Postpone(OutboxMessage message, Exception fault)
    {
        message.LastError =
            fault is OperationCanceledException ? $"送り先が{Patience.TotalSeconds:0}秒以内に応答しませんでした。" : fault.Message;
        message.LeasedUntil = null;
        if (fault is PostponedException { After: { } after })
        {
            // The channel is there and says when: that is no failed attempt.
            message.Attempts--;
            message.DueAt = clock.GetUtcNow() + TimeSpan.FromTicks(Math.Clamp(after.Ticks, Shortest.Ticks, Pauses[^1].Ticks));
        }
        else if (fault is UndeliverableException || message.Attempts >= options.Value.MaxAttempts)
        {
            message.Status = OutboxStatus.Dead;
            LogDead(message.Id, fault);
            return;
        }
        else
        {
            message.DueAt =
                clock.GetUtcNow() + Pauses[Math.Min(message.Attempts, Pauses.Length) - 1] * (0.9 + 0.2 * Random.Shared.NextDouble());
        }
        LogPostponed(message.Id, message.Attempts, message.DueAt, message.LastError);
    }

    [LoggerMessage(LogLevel.Warning, "Could not deliver {Message} (attempt {Attempt}); next attempt at {DueAt}: {Reason}")]
    private partial void LogPostponed(Guid message, int attempt, DateTimeOffset dueAt, string reason);

    [LoggerMessage(LogLevel.Error, "Gave up delivering {Message}; administrators see it under 配信状況")]
    private partial void LogDead(Guid message, Exception fault);

    [LoggerMessage(LogLevel.Error, "Could not look into the outbox")]
    private partial void LogFault(Exception fault);
}
