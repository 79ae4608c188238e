using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>Someone looks into the register: opens it, searches, or turns a page.</summary>
internal sealed class ListAccounts(AccountCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var place = turn.Press?.Verb switch
        {
            null => new AccountsCard.Place(),
            AccountsCard.FindVerb => Found(turn.Read<AccountsCard.Find>()),
            _ => turn.Read<AccountsCard.Place>(),
        };
        var model = await cards.PageAsync(place, turn.From, cancellationToken);
        return turn.Press is null
            ? new Reply.Show(AccountsCard.Render(model), $"アカウント台帳: {model.Sentence}")
            : new Reply.Redraw(AccountsCard.Render(model));
    }

    private static AccountsCard.Place Found(AccountsCard.Find find) => new(find.Search, find.State);
}
