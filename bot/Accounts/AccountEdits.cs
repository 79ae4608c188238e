using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>What 広報広聴課 corrects in the register by hand; each change leaves a sentence in the history.</summary>
internal sealed class AccountEdits(IDbContextFactory<Database> databases, AccountDuties duties, Changes changes, LiveKnowledge knowledge)
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
                var what = listed ? "「岡山市のソーシャルメディア一覧」に掲載" : "「岡山市のソーシャルメディア一覧」から削除";
                Happened(change, account, by, what);
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
                var sentences = new List<string>();
                account.Manager = Corrected(sentences, "アカウント管理者", account.Manager, values.Manager);
                account.PolicyUrl = Corrected(sentences, "運用ポリシーのURL", account.PolicyUrl, values.PolicyUrl);
                account.TermsUrl = Corrected(sentences, "利用規約のURL", account.TermsUrl, values.TermsUrl);
                if (account.Operator != values.Operator)
                {
                    account.Operator = Corrected(sentences, "利用担当者", account.Operator, values.Operator);
                    // Nobody knows the new person's account in Teams, and the one before is no longer concerned.
                    account.OperatorId = null;
                    if (await AccountDuties.OpenAsync(change.Database, account, DutyKind.ChangePassword, cancellationToken) is { } duty)
                        duty.PersonId = null;
                }
                if (sentences.Count == 0)
                    return change.Refuse(true);
                Happened(
                    change,
                    account,
                    by,
                    $"{string.Join("、", sentences)}（{knowledge.Current.Offices.PublicRelations.Name}による修正）"
                );
                return true;
            },
            cancellationToken
        );

    private static string Corrected(List<string> sentences, string label, string before, string after)
    {
        if (before != after)
            sentences.Add(
                after.Length == 0 ? $"{label}「{before}」を削除"
                : before.Length == 0 ? $"{label}を「{after}」と記載"
                : $"{label}を「{before}」から「{after}」に変更"
            );
        return after;
    }

    private static void Happened(Change change, Account account, Actor by, string what) =>
        change.Database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = change.Now,
                By = by,
                What = what,
            }
        );
}
