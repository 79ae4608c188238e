using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>The register on the home card.</summary>
internal sealed class AccountsHome : IHomeRows
{
    public Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HomeCard.Row>>([
            new(HomeCard.Place.Offer, "台帳", "市のアカウントを探します", AccountsCard.PageVerb, new AccountsCard.Place()),
        ]);
}
