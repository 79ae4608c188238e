using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>
/// When the day of an accepted change comes, the register says so. Several instances may run it: each account is locked, and has nothing left to
/// do for the second.
/// </summary>
internal sealed class AccountClock(
    IDbContextFactory<Database> databases,
    AccountRegister register,
    AccountFinder finder,
    Changes changes,
    TimeProvider clock,
    ILogger<AccountClock> log
) : PeriodicJob(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), clock, log)
{
    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        var today = finder.Today;
        List<Guid> accounts;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            accounts = await database
                .AccountChanges.Where(change => !change.IsInForce && (change.From == null || change.From <= today))
                .Select(change => change.AccountId)
                .Distinct()
                .ToListAsync(cancellationToken);
        foreach (var account in accounts)
            await changes.CommitAsync(
                "",
                async change => await register.BeginDayAsync(change.Database, account, cancellationToken) ? true : change.Refuse(false),
                cancellationToken
            );
    }
}
