using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>What counts from which day.</summary>
internal sealed partial class AccountRegister
{
    public static Task LoadChangesAsync(Database database, Account account, CancellationToken cancellationToken) =>
        database.Entry(account).Collection(known => known.Changes).LoadAsync(cancellationToken);

    /// <summary>
    /// What the columns say was changed by hand, and counts from today on; papers for later days still count then. Nothing to do where no
    /// paper has said anything of the account: then the columns are all there is.
    /// </summary>
    /// <param name="stood">What the columns said before.</param>
    public static async Task CorrectAsync(
        Database database,
        Account account,
        Standing stood,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        await LoadChangesAsync(database, account, cancellationToken);
        if (account.Changes.Count == 0 || account.Now == stood)
            return;
        var change = Columns(account, today, account.Changes.Max(known => known.Place) + 1);
        database.AccountChanges.Add(change);
    }

    /// <summary>The day of what was announced has come.</summary>
    /// <returns>False where there was nothing left to do.</returns>
    public async Task<bool> BeginDayAsync(Database database, Guid id, CancellationToken cancellationToken)
    {
        if (!await database.LockAsync<Account>(id, cancellationToken))
            return false;
        var account = await database.Accounts.Include(known => known.Changes).SingleAsync(known => known.Id == id, cancellationToken);
        if (!account.Changes.Exists(IsDue))
            return false;
        await ApplyAsync(database, account, cancellationToken);
        return true;
    }

    private bool IsDue(AccountChange change) => !change.IsInForce && (change.From is not { } from || from <= finder.Today);

    /// <summary>The change that a notice makes; the first one that is known of an account comes after what its columns say.</summary>
    /// <param name="from">Null: from the beginning.</param>
    private async Task AddAsync(
        Database database,
        Account account,
        AcceptedNotice notice,
        DateOnly? from,
        Told told,
        CancellationToken cancellationToken
    )
    {
        if (account.Changes.Count == 0)
            database.AccountChanges.Add(Columns(account, null, 0));
        var fields = new NoticeFields(notice.Fields);
        database.AccountChanges.Add(
            new AccountChange
            {
                AccountId = account.Id,
                Place = account.Changes.Max(known => known.Place) + 1,
                From = from,
                Leaving = told.Leaving,
                Coming = told.Coming,
                Section = fields[FieldId.Section],
                Manager = fields[FieldId.Manager] is { Length: > 0 } manager ? manager : null,
                PersonId = told.PersonId,
                KeepsPerson = told.KeepsPerson,
                NoticeId = notice.Id,
            }
        );
        await ApplyAsync(database, account, cancellationToken);
    }

    /// <summary>Whoever looks after the account now is reminded; where somebody has left who knows the password, at once.</summary>
    private async Task ApplyAsync(Database database, Account account, CancellationToken cancellationToken)
    {
        var before = account.Operator;
        Stand(account);
        if (account.EndedOn is null)
            await duties.PlanPasswordAsync(
                database,
                account,
                cancellationToken,
                isSoon: OperatorNames.Strangers(account.Operator, before).Count > 0
            );
    }

    /// <summary>What counts today stands in the columns.</summary>
    private void Stand(Account account)
    {
        var now = account.On(finder.Today);
        (account.Section, account.Manager, account.Operator, account.OperatorId) = (now.Section, now.Manager, now.Operator, now.OperatorId);
        foreach (var change in account.Changes.Where(IsDue))
            change.IsInForce = true;
    }

    /// <summary>Whom a notice replaces by whom, and who is reminded from then on.</summary>
    private sealed record Told(string Leaving, string Coming, string? PersonId, bool KeepsPerson = false);

    private static AccountChange Columns(Account account, DateOnly? from, int place) =>
        new()
        {
            AccountId = account.Id,
            Place = place,
            From = from,
            Coming = account.Operator,
            Section = account.Section,
            Manager = account.Manager,
            PersonId = account.OperatorId,
            IsInForce = true,
        };

    /// <summary>
    /// Whoever comes, where the bot knows them or they filed the notice themselves. Whoever leaves is not to be reminded of a password that is
    /// no longer theirs: somebody else who was reminded before still is, otherwise the office, until the next notice.
    /// </summary>
    private static async Task<Told> ToldAsync(
        Database database,
        AcceptedNotice notice,
        Standing stands,
        string leaving,
        string coming,
        CancellationToken cancellationToken
    )
    {
        var submitter = notice.Submitter;
        if (OperatorNames.Meant(coming, submitter.Name).Count > 0)
            return new Told(leaving, coming, submitter.Id);
        foreach (var name in OperatorNames.Of(coming))
            if (
                await KnownConversations.PeopleAsync(database, name, cancellationToken) is var people
                && people.Where(person => AccountKey.Fold(person.Name) == AccountKey.Fold(name)).ToList() is [var known]
            )
                return new Told(leaving, coming, known.Id);
        var gone = leaving.Length == 0 ? stands.Operator : leaving;
        return OperatorNames.Meant(gone, submitter.Name).Count > 0
            ? new Told(leaving, coming, null, KeepsPerson: stands.OperatorId != submitter.Id)
            : new Told(leaving, coming, submitter.Id);
    }
}
