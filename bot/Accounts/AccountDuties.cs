using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Accounts;

/// <summary>What is to be done about an account, planned and ended in the caller's transaction; the caller saves.</summary>
internal sealed class AccountDuties(IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of reminders, and the states that their cards show.</summary>
    public const string Topic = "duty";
    public const int Open = 0;
    public const int Done = 1;

    /// <summary>People are reminded from this hour on, not at midnight.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>
    /// The next change of the password, counted from today; only one is open at a time, and it goes to whoever the account's operator is
    /// now.
    /// </summary>
    /// <param name="isSoon">Somebody knows the password who is not to use it any more: it is due today.</param>
    /// <returns>When it is due; null where nobody is reminded.</returns>
    public async Task<DateTimeOffset?> PlanPasswordAsync(
        Database database,
        Account account,
        CancellationToken cancellationToken,
        bool isSoon = false
    )
    {
        var soon = StartOf(Today);
        if (await OpenAsync(database, account, DutyKind.ChangePassword, cancellationToken) is { } open)
        {
            open.PersonId = account.OperatorId;
            if (isSoon && open.DueAt > soon)
                open.DueAt = soon;
            return open.DueAt;
        }
        if (options.Value.PasswordDays == 0)
            return null;
        var due = isSoon ? soon : StartOf(Today.AddDays(options.Value.PasswordDays));
        Add(database, account, DutyKind.ChangePassword, account.OperatorId, due);
        return due;
    }

    /// <summary>Of an account that ends: the 閲覧解除廃止届 (the person) and the website's list (the office), due at once or when the last day begins.</summary>
    public async Task PlanEndAsync(Database database, Account account, string personId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var end = StartOf(account.EndedOn ?? Today);
        var due = end > now ? end : now;
        await CloseAsync(database, account, DutyKind.ChangePassword, cancellationToken);
        foreach (var (kind, person) in new[] { (DutyKind.EndUnblocking, personId), (DutyKind.TakeOffList, (string?)null) })
        {
            if (await OpenAsync(database, account, kind, cancellationToken) is { } open)
                (open.DueAt, open.PersonId) = (due, person);
            else
                Add(database, account, kind, person, due);
        }
    }

    /// <returns>Whether one was open.</returns>
    public async Task<bool> CloseAsync(Database database, Account account, DutyKind kind, CancellationToken cancellationToken)
    {
        if (await OpenAsync(database, account, kind, cancellationToken) is not { } open)
            return false;
        open.DoneAt = clock.GetUtcNow();
        await LiveCards.WantAsync(database, Topic, $"{open.Id}", Done, cancellationToken);
        return true;
    }

    public static Task<Duty?> OpenAsync(Database database, Account account, DutyKind kind, CancellationToken cancellationToken) =>
        database
            .Duties.Where(duty => duty.AccountId == account.Id && duty.Kind == kind && duty.DoneAt == null)
            .OrderBy(duty => duty.DueAt)
            .FirstOrDefaultAsync(cancellationToken);

    private static void Add(Database database, Account account, DutyKind kind, string? person, DateTimeOffset due) =>
        database.Duties.Add(
            new Duty
            {
                Kind = kind,
                AccountId = account.Id,
                PersonId = person,
                DueAt = due,
            }
        );

    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(Morning);
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
