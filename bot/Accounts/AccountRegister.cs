using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>The register (台帳) of the city's accounts. Changes run in the caller's transaction: the register follows the accepted notices, and nothing else.</summary>
internal sealed class AccountRegister(LiveKnowledge knowledge, TimeProvider clock)
{
    /// <returns>The account under that address; else the only running one of that service and name; else null.</returns>
    public async Task<Account?> FindAsync(Database database, string url, string service, string name, CancellationToken cancellationToken)
    {
        if (AccountUrl.KeyOf(url) is { } key && await database.Accounts.Where(account => account.UrlKey == key).OrderBy(account => account.EndedOn != null).FirstOrDefaultAsync(cancellationToken) is { } found)
            return found;
        if (service.Length == 0 || name.Length == 0)
            return null;
        var proper = knowledge.Current.Services.Named(service)?.Name ?? service;
        var same = await database.Accounts.Where(account => account.Service == proper && account.Name == name && account.EndedOn == null).Take(2).ToListAsync(cancellationToken);
        return same is [var only] ? only : null;
    }

    /// <summary>An accepted start notice puts the account in; one that ended under the same address runs again.</summary>
    public async Task<Account> OpenAsync(Database database, Notice notice, string number, string byName, CancellationToken cancellationToken)
    {
        var fields = notice.Fields;
        var url = fields.GetValueOrDefault("url", "");
        var account = await FindAsync(database, url, fields.GetValueOrDefault("service", ""), fields.GetValueOrDefault("accountName", ""), cancellationToken);
        if (account is null)
        {
            account = new Account { Service = "", Name = "", Url = url, UrlKey = AccountUrl.KeyOf(url) ?? "", Section = "" };
            database.Accounts.Add(account);
        }
        account.Service = fields.GetValueOrDefault("service", "");
        account.Name = fields.GetValueOrDefault("accountName", "");
        account.Section = fields.GetValueOrDefault("section", "");
        account.Manager = fields.GetValueOrDefault("manager", "");
        account.Operator = fields.GetValueOrDefault("person", "");
        account.OperatorId = notice.SubmitterId;
        account.Purpose = fields.GetValueOrDefault("purpose", "");
        account.PolicyUrl = fields.GetValueOrDefault("policyUrl", "");
        account.TermsUrl = fields.GetValueOrDefault("termsUrl", "");
        account.StartedOn = DayOf(fields, "startDate");
        account.EndedOn = null;
        account.Version++;
        Record(database, account, notice, byName, $"利用開始（{number}）");
        return account;
    }

    /// <returns>Null where the register does not know the account.</returns>
    public async Task<Account?> ChangeAsync(Database database, Notice notice, string number, string byName, CancellationToken cancellationToken)
    {
        if (await OfAsync(database, notice, cancellationToken) is not { } account)
            return null;
        var (before, after) = (notice.Fields.GetValueOrDefault("oldPerson", ""), notice.Fields.GetValueOrDefault("newPerson", ""));
        account.Operator = after;
        account.OperatorId = notice.SubmitterId;
        account.Manager = notice.Fields.GetValueOrDefault("manager", account.Manager);
        account.Version++;
        Record(database, account, notice, byName, $"利用担当者を{before}から{after}に変更（{number}）");
        return account;
    }

    /// <returns>Null where the register does not know the account.</returns>
    public async Task<Account?> EndAsync(Database database, Notice notice, string number, string byName, CancellationToken cancellationToken)
    {
        if (await OfAsync(database, notice, cancellationToken) is not { } account)
            return null;
        account.EndedOn = DayOf(notice.Fields, "endDate");
        account.Version++;
        Record(database, account, notice, byName, $"利用終了（{number}）");
        return account;
    }

    private Task<Account?> OfAsync(Database database, Notice notice, CancellationToken cancellationToken) => FindAsync(
        database, notice.Fields.GetValueOrDefault("url", ""), notice.Fields.GetValueOrDefault("service", ""), notice.Fields.GetValueOrDefault("accountName", ""), cancellationToken);

    private void Record(Database database, Account account, Notice notice, string byName, string what) =>
        database.AccountEvents.Add(new AccountEvent { AccountId = account.Id, At = clock.GetUtcNow(), ByName = byName, What = what, NoticeId = notice.Id });

    private static DateOnly? DayOf(Dictionary<string, string> fields, string name) =>
        DateOnly.TryParseExact(fields.GetValueOrDefault(name, ""), "yyyy-MM-dd", out var day) ? day : null;
}
