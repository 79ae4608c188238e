using System.Globalization;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>What a notice changed in the register is taken back, as long as nothing else has come upon it.</summary>
internal sealed partial class AccountRegister
{
    private const string Due = "due:";
    private const string Person = "person:";

    /// <param name="together">Notices that are taken back with it, the last one first: what they did to the account is in nobody's way.</param>
    /// <returns>False where the account has changed since; then nothing is changed. True, too, where the notice concerned no account.</returns>
    public async Task<bool> UndoAsync(
        Database database,
        Guid notice,
        Actor by,
        CancellationToken cancellationToken,
        IReadOnlySet<Guid>? together = null
    )
    {
        IReadOnlyCollection<Guid> own = together?.ToList() ?? [];
        if (
            await database
                .AccountEvents.Where(happened => happened.NoticeId == notice)
                .OrderByDescending(happened => happened.At)
                .FirstOrDefaultAsync(cancellationToken)
            is not { Kind: not AccountEventKind.TakenBack } undone
        )
            return true;
        var account = await database.Accounts.SingleAsync(account => account.Id == undone.AccountId, cancellationToken);
        await LockAsync(database, account, cancellationToken);
        var others = database.AccountEvents.Where(happened =>
            happened.AccountId == account.Id
            && happened.Id != undone.Id
            && (happened.NoticeId == null || !own.Contains(happened.NoticeId.Value))
        );
        if (await others.AnyAsync(happened => happened.At >= undone.At, cancellationToken))
            return false;
        if (undone.Before.Count == 0)
        {
            // The notice entered it, and nothing else is known of it.
            await database.Duties.Where(duty => duty.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
            database.Accounts.Remove(account);
            return true;
        }
        Restore(account, undone.Before);
        var said = account.Changes.Where(change => change.NoticeId == notice).ToList();
        database.AccountChanges.RemoveRange(said);
        account.Changes.RemoveAll(said.Contains);
        Stand(account);
        foreach (var kind in Enum.GetValues<DutyKind>())
            await RestoreAsync(database, account, kind, undone.Before, cancellationToken);
        database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = clock.GetUtcNow(),
                By = by,
                Kind = AccountEventKind.TakenBack,
                Facts = new() { [AccountFact.Notice] = undone.Facts.GetValueOrDefault(AccountFact.Notice, "") },
                NoticeId = notice,
            }
        );
        return true;
    }

    /// <summary>What a notice may change, as it is now.</summary>
    private static async Task<Dictionary<string, string>> NowAsync(Database database, Account account, CancellationToken cancellationToken)
    {
        var now = new Dictionary<string, string>
        {
            [nameof(Account.Section)] = account.Section,
            [nameof(Account.Manager)] = account.Manager,
            [nameof(Account.Operator)] = account.Operator,
            [nameof(Account.Purpose)] = account.Purpose,
            [nameof(Account.PolicyUrl)] = account.PolicyUrl,
            [nameof(Account.TermsUrl)] = account.TermsUrl,
            [nameof(Account.StartedOn)] = AccountColumn.Iso(account.StartedOn),
            [nameof(Account.EndedOn)] = AccountColumn.Iso(account.EndedOn),
        };
        if (account.OperatorId is { } person)
            now[nameof(Account.OperatorId)] = person;
        foreach (var kind in Enum.GetValues<DutyKind>())
            if (await AccountDuties.OpenAsync(database, account, kind, cancellationToken) is { } open)
            {
                now[Due + kind] = open.DueAt.ToString("O", CultureInfo.InvariantCulture);
                if (open.PersonId is { } reminded)
                    now[Person + kind] = reminded;
            }
        return now;
    }

    private static void Restore(Account account, Dictionary<string, string> before)
    {
        account.Section = before[nameof(Account.Section)];
        account.Manager = before[nameof(Account.Manager)];
        account.Operator = before[nameof(Account.Operator)];
        account.OperatorId = before.GetValueOrDefault(nameof(Account.OperatorId));
        account.Purpose = before[nameof(Account.Purpose)];
        account.PolicyUrl = before[nameof(Account.PolicyUrl)];
        account.TermsUrl = before[nameof(Account.TermsUrl)];
        account.StartedOn = Day(before[nameof(Account.StartedOn)]);
        account.EndedOn = Day(before[nameof(Account.EndedOn)]);
    }

    /// <summary>A duty that was closed is planned anew: the card of the closed one says that it is done.</summary>
    private async Task RestoreAsync(
        Database database,
        Account account,
        DutyKind kind,
        Dictionary<string, string> before,
        CancellationToken cancellationToken
    )
    {
        if (!before.TryGetValue(Due + kind, out var due))
        {
            await duties.CloseAsync(database, account, kind, cancellationToken);
            return;
        }
        var at = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture);
        var person = before.GetValueOrDefault(Person + kind);
        if (await AccountDuties.OpenAsync(database, account, kind, cancellationToken) is { } open)
            (open.DueAt, open.PersonId) = (at, person);
        else
            database.Duties.Add(
                new Duty
                {
                    Kind = kind,
                    AccountId = account.Id,
                    PersonId = person,
                    DueAt = at,
                }
            );
    }

    private static DateOnly? Day(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
