using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Delivery;

/// <summary>For administrators, what could not be sent.</summary>
internal sealed class DeliveriesHome : IHomeRows
{
    public Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HomeCard.Row>>(
            turn.From.Is(Roles.Administrator)
                ? [new(HomeCard.Place.More, "配信状況", "送れなかったお知らせ", DeliveriesCard.OpenVerb, new DeliveriesCard.Page(0))]
                : []
        );
}
