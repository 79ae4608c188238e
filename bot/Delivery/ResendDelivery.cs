using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>Tries again what was given up, or does not wait for the next attempt.</summary>
internal sealed class ResendDelivery(Changes changes, ListDeliveries list) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<DeliveriesCard.Resend>();
        await changes.CommitAsync(
            turn.Key,
            change =>
            {
                var outbox = change.Database.Outbox;
                var wanted = Guid.TryParse(asked.Message, out var id)
                    ? outbox.Where(message => message.Id == id && message.Status != OutboxStatus.Sent)
                    : outbox.Where(message => message.Status == OutboxStatus.Dead);
                return wanted.ExecuteUpdateAsync(
                    message =>
                        message
                            .SetProperty(found => found.Status, OutboxStatus.Waiting)
                            .SetProperty(found => found.DueAt, change.Now)
                            .SetProperty(found => found.Attempts, 0),
                    cancellationToken
                );
            },
            cancellationToken
        );
        return new Reply.Update(await list.CardAsync(0, cancellationToken));
    }
}
