using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>What the office corrects in the register by hand; each change leaves an entry in the history.</summary>
internal sealed class AccountEdits(
    IDbContextFactory<Database> databases,
    AccountDuties duties,
    Changes changes,
    IEnumerable<IAccountWatcher> watchers,
    TimeProvider clock
)
{
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
    }

    /// <param name="turn">The key by which copies of the turn are known.</param>
    /// <returns>Whether that was news; null where there is no such account.</returns>
    public Task<bool?> MarkListedAsync(string turn, Guid id, bool listed, Actor by, CancellationToken cancellationToken) =>
        changes.CommitAsync<bool?>(
            turn,
            async change =>
            {
                if (!await change.LockAsync<Account>(id, cancellationToken))
                    return change.Refuse<bool?>(null);
                var account = await change.Database.Accounts.SingleAsync(account => account.Id == id, cancellationToken);
                if (!listed)
                    await duties.CloseAsync(change.Database, account, DutyKind.TakeOffList, cancellationToken);
                if (account.IsListed == listed)
                    return false;
                account.IsListed = listed;
                Happened(change, account, by, listed ? AccountEventKind.Listed : AccountEventKind.Unlisted, []);
                foreach (var watcher in watchers)
                    await watcher.ListedAsync(change, account.Id, cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <param name="turn">The key by which copies of the turn are known.</param>
    /// <param name="version">Of the account as the person saw it.</param>
    /// <returns>False where the account has changed since, or is gone; then nothing is stored.</returns>
    public Task<bool> SaveAsync(
        string turn,
        Guid id,
        int version,
        AccountEditCard.Values values,
        Actor by,
        CancellationToken cancellationToken
    ) =>
        changes.CommitAsync(
            turn,
            async change =>
            {
                if (!await change.LockAsync<Account>(id, cancellationToken))
                    return change.Refuse(false);
                var account = await change.Database.Accounts.SingleAsync(account => account.Id == id, cancellationToken);
                // The lock itself has counted once.
                if (account.Version - 1 != version)
                    return change.Refuse(false);
                (string Field, string Before, string After)[] corrected =
                [
                    .. new[]
                    {
                        (FieldId.Manager, account.Manager, values.Manager),
                        (FieldId.PolicyUrl, account.PolicyUrl, values.PolicyUrl),
                        (FieldId.TermsUrl, account.TermsUrl, values.TermsUrl),
                        (FieldId.Person, account.Operator, values.Operator),
                    }.Where(field => field.Item2 != field.Item3),
                ];
                if (corrected.Length == 0)
                    return change.Refuse(true);
                var stood = account.Now;
                (account.Manager, account.PolicyUrl, account.TermsUrl) = (values.Manager, values.PolicyUrl, values.TermsUrl);
                if (account.Operator != values.Operator)
                {
                    account.Operator = values.Operator;
                    // Nobody knows the new person's account in Teams, and the one before is no longer concerned.
                    account.OperatorId = null;
                    if (await AccountDuties.OpenAsync(change.Database, account, DutyKind.ChangePassword, cancellationToken) is { } duty)
                        duty.PersonId = null;
                }
                var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                await AccountRegister.CorrectAsync(change.Database, account, stood, today, cancellationToken);
                foreach (var (field, before, after) in corrected)
                    Happened(
                        change,
                        account,
                        by,
                        AccountEventKind.Corrected,
                        new()
                        {
                            [AccountFact.Field] = field,
                            [AccountFact.Before] = before,
                            [AccountFact.After] = after,
                        }
                    );
                return true;
            },
            cancellationToken
        );

    private static void Happened(Change change, Account account, Actor by, AccountEventKind kind, Dictionary<string, string> facts) =>
        change.Database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = change.Now,
                By = by,
                Kind = kind,
                Facts = facts,
            }
        );
}
