using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>Tries again what was given up, or does not wait for the next attempt.</summary>
internal sealed class ResendDelivery(IDbContextFactory<Database> databases, ListDeliveries list, DeliveryBell bell, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<DeliveriesCard.Resend>();
        var now = clock.GetUtcNow();
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            var wanted = Guid.TryParse(asked.Message, out var id)
                ? database.Outbox.Where(message => message.Id == id && message.Status != OutboxStatus.Sent)
                : database.Outbox.Where(message => message.Status == OutboxStatus.Dead);
            await wanted.ExecuteUpdateAsync(
                message =>
                    message
                        .SetProperty(found => found.Status, OutboxStatus.Waiting)
                        .SetProperty(found => found.DueAt, now)
                        .SetProperty(found => found.Attempts, 0),
                cancellationToken
            );
        }
        bell.Ring();
        return new Reply.Update(await list.CardAsync(0, cancellationToken));
    }
}
