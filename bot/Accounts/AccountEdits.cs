using GuidelineBot.Cards;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>What 広報広聴課 corrects in the register by hand; each change leaves a sentence in the history.</summary>
internal sealed class AccountEdits(IDbContextFactory<Database> databases, AccountDuties duties, TimeProvider clock)
{
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
    }

    /// <returns>Whether that was news; null where there is no such account.</returns>
    public async Task<bool?> MarkListedAsync(Guid id, bool listed, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (await database.Accounts.SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is not { } account)
                return null;
            if (!listed)
                await duties.CloseAsync(database, account, DutyKind.TakeOffList, cancellationToken);
            var isNews = account.IsListed != listed;
            if (isNews)
            {
                account.IsListed = listed;
                Happened(
                    database,
                    account,
                    by,
                    listed ? "「岡山市のソーシャルメディア一覧」に掲載" : "「岡山市のソーシャルメディア一覧」から削除"
                );
            }
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return isNews;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Someone else changed the account in between: look again.
            }
        }
    }

    /// <param name="version">Of the account as the person saw it.</param>
    /// <returns>False where the account has changed since, or is gone; then nothing is stored.</returns>
    public async Task<bool> SaveAsync(Guid id, int version, AccountEditCard.Values values, Actor by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            await database.Accounts.SingleOrDefaultAsync(account => account.Id == id && account.Version == version, cancellationToken)
            is not { } account
        )
            return false;
        var changes = new List<string>();
        account.Manager = Change("アカウント管理者", account.Manager, values.Manager);
        account.PolicyUrl = Change("運用ポリシーのURL", account.PolicyUrl, values.PolicyUrl);
        account.TermsUrl = Change("利用規約のURL", account.TermsUrl, values.TermsUrl);
        if (account.Operator != values.Operator)
        {
            account.Operator = Change("利用担当者", account.Operator, values.Operator);
            // Nobody knows the new person's account in Teams, and the one before is no longer concerned.
            account.OperatorId = null;
            if (await AccountDuties.OpenAsync(database, account, DutyKind.ChangePassword, cancellationToken) is { } duty)
                duty.PersonId = null;
        }
        if (changes.Count == 0)
            return true;
        Happened(database, account, by, $"{string.Join("、", changes)}（広報広聴課による修正）");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        string Change(string label, string before, string after)
        {
            if (before != after)
                changes.Add(
                    after.Length == 0 ? $"{label}「{before}」を削除"
                    : before.Length == 0 ? $"{label}を「{after}」と記載"
                    : $"{label}を「{before}」から「{after}」に変更"
                );
            return after;
        }
    }

    private void Happened(Database database, Account account, Actor by, string what)
    {
        account.Version++;
        database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = clock.GetUtcNow(),
                By = by,
                What = what,
            }
        );
    }
}
