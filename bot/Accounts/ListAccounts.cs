using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>Someone opens the register, or turns a page of it.</summary>
internal sealed class ListAccounts(AccountCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var place = turn.Press is null ? new AccountsCard.Place() : turn.Read<AccountsCard.Place>();
        var model = await cards.PageAsync(place, turn.From, cancellationToken);
        return turn.Press is null
            ? new Reply.Show(AccountsCard.Render(model), $"アカウント台帳: {model.Sentence}")
            : new Reply.View(AccountsCard.Render(model));
    }
}
