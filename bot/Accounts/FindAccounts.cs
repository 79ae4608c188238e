using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>Someone searches the register.</summary>
internal sealed class FindAccounts(AccountCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var find = turn.Read<AccountsCard.Find>();
        var place = new AccountsCard.Place(find.Search, find.State);
        return new Reply.View(AccountsCard.Render(await cards.PageAsync(place, turn.From, cancellationToken)));
    }
}
