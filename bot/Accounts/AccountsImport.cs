using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Stores what a register file changes, in the caller's context; the caller saves.</summary>
internal static class AccountsImport
{
    private static readonly Actor Import = new("", "台帳の取込み");

    /// <summary>Tracked by the caller's context.</summary>
    public static Task<List<Account>> KnownAsync(Database database, CancellationToken cancellationToken) =>
        database.Accounts.ToListAsync(cancellationToken);

    /// <param name="plan">Of this context's own accounts, without faults.</param>
    public static async Task ApplyAsync(Database database, ImportPlan plan, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var row in plan.Rows.Where(row => row.IsNew || row.IsChange))
        {
            var account = row.Known ?? New(database);
            var stood = account.Now;
            foreach (var change in row.Changes)
                change.Column.Write(account, change.After);
            account.Version++;
            database.AccountEvents.Add(
                new AccountEvent
                {
                    AccountId = account.Id,
                    At = now,
                    By = Import,
                    Kind = row.IsNew ? AccountEventKind.Imported : AccountEventKind.ImportChanged,
                    Facts = row.IsNew
                        ? []
                        : new() { [AccountFact.Columns] = string.Join("、", row.Changes.Select(change => change.Column.Header)) },
                }
            );
            if (row.IsNew)
                continue;
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            await AccountRegister.CorrectAsync(database, account, stood, today, cancellationToken);
            await FollowAsync(database, account, now, cancellationToken);
        }
    }

    private static Account New(Database database)
    {
        var account = new Account
        {
            Service = "",
            Name = "",
            Url = "",
            UrlKey = "",
            Section = "",
        };
        database.Accounts.Add(account);
        return account;
    }

    /// <summary>A reminder of the password follows the account: to its operator of now, and no longer once it has ended.</summary>
    private static async Task FollowAsync(Database database, Account account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await AccountDuties.OpenAsync(database, account, DutyKind.ChangePassword, cancellationToken) is not { } duty)
            return;
        duty.PersonId = account.OperatorId;
        if (account.EndedOn is not null)
        {
            duty.DoneAt = now;
            await LiveCards.WantAsync(database, AccountDuties.Topic, $"{duty.Id}", AccountDuties.Done, cancellationToken);
        }
    }
}
