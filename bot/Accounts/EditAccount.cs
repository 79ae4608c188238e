using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>広報広聴課 opens the form that corrects an account.</summary>
internal sealed class EditAccount(AccountEdits edits) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var edit = turn.Read<AccountEditCard.Edit>();
        return await edits.FindAsync(edit.Account, cancellationToken) is { } account
            ? new Reply.Redraw(AccountEditCard.Render(Form(account, Values(account), edit.Back)))
            : OpenAccount.Gone;
    }

    public static AccountEditCard.Model Form(Account account, AccountEditCard.Values entered, AccountsCard.Place? back) =>
        new(account.Id, account.Version, $"{account.Service} {account.Name}", entered, AccountCards.Short(back));

    public static AccountEditCard.Values Values(Account account) =>
        new(account.Manager, account.Operator, account.PolicyUrl, account.TermsUrl);
}
