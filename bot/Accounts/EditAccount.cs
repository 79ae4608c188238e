using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>The office opens the form that corrects an account.</summary>
internal sealed class EditAccount(AccountEdits edits, LiveKnowledge knowledge) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var edit = turn.Read<AccountEditCard.Edit>();
        return await edits.FindAsync(edit.Account, cancellationToken) is { } account
            ? new Reply.View(AccountEditCard.Render(Form(knowledge.Current.Offices, account, Values(account), edit.Back)))
            : OpenAccount.Gone;
    }

    public static AccountEditCard.Model Form(Offices offices, Account account, AccountEditCard.Values entered, AccountsCard.Place? back) =>
        new(
            offices.PublicRelations.Name,
            account.Id,
            account.Version,
            $"{account.Service} {account.Name}",
            entered,
            AccountCards.Short(back)
        );

    public static AccountEditCard.Values Values(Account account) =>
        new(account.Manager, account.Operator, account.PolicyUrl, account.TermsUrl);
}
