using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>
/// Draws what is out of date. A card is leased while it is drawn, so that of two instances one draws, and an older state never comes after
/// a newer one; changes in quick succession are drawn once.
/// </summary>
internal sealed partial class LiveCardWorker(
    IDbContextFactory<Database> databases,
    IEnumerable<ILiveCardArtist> artists,
    IProactiveMessages messages,
    LiveCards cards,
    TimeProvider clock,
    ILogger<LiveCardWorker> log
) : BackgroundService
{
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Teams allows a bot about one message a second in a conversation over time.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private const int MostAttempts = 8;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = cards.Bell.Next;
            try
            {
                while (await DrawNextAsync(stoppingToken)) { }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            await rung.WaitAsync(Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes one card that is out of date and draws it.</summary>
    /// <returns>Whether there was one.</returns>
    internal async Task<bool> DrawNextAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await LeaseAsync(database, cancellationToken) is not { } card)
            return false;
        try
        {
            await DrawAsync(database, card, cancellationToken);
        }
        catch (ChatClosedException)
        {
            // Whoever is in that chat still works on the thing; the card is drawn when the chat is open again.
            await database
                .LiveCards.Where(known => known.Id == card.Id)
                .ExecuteUpdateAsync(known => known.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null), CancellationToken.None);
        }
        catch (UndeliverableException gone)
        {
            // The message was deleted: a press on another copy makes it known again.
            LogGone(card.Topic, gone.Message);
            await database.LiveCards.Where(known => known.Id == card.Id).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var pause = (fault as PostponedException)?.After ?? TimeSpan.FromSeconds(1 << Math.Min(card.Attempts, MostAttempts));
            pause = pause < LongestPause ? pause : LongestPause;
            LogPostponed(card.Topic, card.Attempts, fault.Message);
            await database
                .LiveCards.Where(known => known.Id == card.Id)
                .ExecuteUpdateAsync(
                    known =>
                        known
                            .SetProperty(found => found.DueAt, clock.GetUtcNow() + pause)
                            .SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null),
                    CancellationToken.None
                );
        }
        return true;
    }

    private async Task DrawAsync(Database database, LiveCard card, CancellationToken cancellationToken)
    {
        var artist = artists.First(artist => artist.Topic == card.Topic);
        var reference =
            await KnownConversations.ReferenceOfAsync(database, card.Conversation, cancellationToken) ?? throw new ChatClosedException();
        if (await artist.DrawAsync(card.About, card.Conversation, cancellationToken) is not var (drawing, summary, state))
            throw new UndeliverableException("表示するものがなくなりました。");
        if (await IsHeldAsync(database, card, cancellationToken))
            return;
        var activity = card.Activity;
        if (activity.Length == 0)
            activity =
                await messages.SendAsync(reference, drawing, summary, cancellationToken)
                ?? throw new UndeliverableException("投稿した番号が返ってきませんでした。");
        else
            await messages.RedrawAsync(reference, activity, drawing, cancellationToken);
        // What was wanted meanwhile stays wanted: only what was drawn is noted down.
        await database
            .LiveCards.Where(known => known.Id == card.Id)
            .ExecuteUpdateAsync(
                known =>
                    known
                        .SetProperty(found => found.Activity, activity)
                        .SetProperty(found => found.Drawn, state)
                        .SetProperty(found => found.DueAt, clock.GetUtcNow() + Between)
                        .SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(found => found.Attempts, 0),
                CancellationToken.None
            );
    }

    /// <summary>Looked at once more, as late as possible: a form may have been opened since the card was leased.</summary>
    private async Task<bool> IsHeldAsync(Database database, LiveCard card, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = now + LiveCards.Hold + Clocks.Apart;
        return await database
                .LiveCards.Where(known => known.Id == card.Id && known.HeldUntil > now && known.HeldUntil <= held)
                .ExecuteUpdateAsync(known => known.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null), cancellationToken) > 0;
    }

    private async Task<LiveCard?> LeaseAsync(Database database, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = now + LiveCards.Hold + Clocks.Apart;
        // In chats that the bot can write to.
        var chats = database.KnownConversations;
        var outOfDate = database
            .LiveCards.Where(card => card.Wanted > card.Drawn && (card.HeldUntil == null || card.HeldUntil < now || card.HeldUntil > held))
            .Where(card => chats.Any(known => known.Id == card.Conversation && !known.IsClosed));
        return await Leases.TakeAsync(outOfDate, Lease, LongestPause, clock, cancellationToken) is { } id
            ? await database.LiveCards.AsNoTracking().SingleOrDefaultAsync(card => card.Id == id, cancellationToken)
            : null;
    }

    [LoggerMessage(LogLevel.Warning, "Could not draw a card of {Topic} (attempt {Attempt}): {Reason}")]
    private partial void LogPostponed(string topic, int attempt, string reason);

    [LoggerMessage(LogLevel.Information, "A card of {Topic} is drawn no more: {Reason}")]
    private partial void LogGone(string topic, string reason);

    [LoggerMessage(LogLevel.Error, "Could not look for cards to draw")]
    private partial void LogFault(Exception fault);
}
