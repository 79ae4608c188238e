using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>What waits to be sent and what was given up, for administrators.</summary>
internal sealed class ListDeliveries(IDbContextFactory<Database> databases, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var card = await CardAsync(turn.Press is null ? 0 : turn.Read<DeliveriesCard.Page>().Number, cancellationToken);
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, card.FallbackText) : new Reply.View(card), card.FallbackText);
    }

    public async Task<AdaptiveCards.AdaptiveCard> CardAsync(int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = database.Outbox.AsNoTracking().Where(message => message.Status != OutboxStatus.Sent);
        var total = await open.CountAsync(cancellationToken);
        var dead = await open.CountAsync(message => message.Status == OutboxStatus.Dead, cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / DeliveriesCard.PageLength));
        var rows = await open.OrderBy(message => message.Status)
            .ThenBy(message => message.CreatedAt)
            .Skip(page * DeliveriesCard.PageLength)
            .Take(DeliveriesCard.PageLength)
            .ToListAsync(cancellationToken);
        return DeliveriesCard.Render(
            new DeliveriesCard.Model(
                [
                    .. rows.Select(message => new DeliveriesCard.Row(
                        message.Id.ToString(),
                        message.Channel == OutboxChannel.Mail ? message.Recipient : "Teams",
                        Named(message.Topic),
                        message.Status == OutboxStatus.Dead,
                        message.Attempts,
                        message.LastError,
                        TimeZoneInfo.ConvertTime(message.CreatedAt, clock.LocalTimeZone)
                    )),
                ],
                page,
                total,
                dead
            )
        );
    }

    private static string Named(string topic) =>
        topic switch
        {
            "notice.filed" => "届出の提出",
            "notice.copied" => "届出の写し",
            "notice.moved" => "届出者へのお知らせ",
            "notice.heard" => "届出者からの連絡",
            "notice.approval" => "所属長への承認のお願い",
            "notice.undelivered" => "届かなかったことのお知らせ",
            "notice.waiting" or "notice.late" or "notice.reminder" => "お待ちの届出のお知らせ",
            "ticket.reminder" => "お待ちの質問のお知らせ",
            "deputy.appointed" => "代理のお願い",
            _ when topic.StartsWith("duty.", StringComparison.Ordinal) => "定期のお知らせ",
            _ => topic,
        };
}
