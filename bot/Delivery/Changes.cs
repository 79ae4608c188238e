using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>
/// The one way in which something is changed: the change itself, the mark that this turn has made it, the cards to be drawn again and
/// what is to be sent commit together,
/// or nothing does.
/// </summary>
internal sealed class Changes(IDbContextFactory<Database> databases, LiveCards cards, DeliveryBell bell, TimeProvider clock)
{
    /// <param name="turn">The key by which copies of the turn are known; empty for what the bot does by itself.</param>
    /// <exception cref="DoneBeforeException">A copy of the turn has made this change.</exception>
    public async Task<T> CommitAsync<T>(string turn, Func<Change, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var made = new Change(database, cards, clock.GetUtcNow());
        // A copy waits here for the first one's commit.
        await ProcessedActivities.DoneAsync(database, turn, made.Now, cancellationToken);
        var result = await change(made);
        // Left without a commit, the transaction changes nothing.
        if (made.IsRefused)
            return result;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cards.Bell.Ring();
        bell.Ring();
        return result;
    }

    /// <summary>
    /// Tells the office's conversations something that is told once on each occasion, however often and by however many instances this is
    /// called.
    /// </summary>
    public async Task TellOfficeOnceAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        List<string> places;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            places = await KnownConversations.OfOffice(database).Select(place => place.Id).ToListAsync(cancellationToken);
        await TellOnceAsync(announcement, places, cancellationToken);
    }

    /// <summary>The same, in other conversations.</summary>
    public async Task TellOnceAsync(Announcement announcement, IReadOnlyList<string> places, CancellationToken cancellationToken)
    {
        var keys = places.Select(place => announcement.KeyFor(OutboxChannel.Teams, place)).ToList();
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            // Looked up first: most looks have nothing to tell, and are not to wait for a write.
            if (await database.Outbox.CountAsync(message => keys.Contains(message.Key), cancellationToken) == keys.Count)
                return;
        await CommitAsync(
            "",
            async change =>
            {
                foreach (var place in places)
                    await change.TellAsync(announcement, place, cancellationToken);
                return true;
            },
            cancellationToken
        );
    }
}
