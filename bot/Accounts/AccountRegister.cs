using System.Globalization;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;

namespace GuidelineBot.Accounts;

/// <summary>A notice that was accepted, as far as it concerns the register.</summary>
/// <param name="Number">「令和8年度 開始 第1号」, for the history.</param>
/// <param name="By">Who accepted it.</param>
internal sealed record AcceptedNotice(Guid Id, string Number, Actor Submitter, Actor By, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// The register (台帳) as accepted notices change it. Every method works in the caller's context and transaction: nothing is stored until
/// the caller saves. An account that is not in the register yet is entered by whatever notice names it first.
/// </summary>
internal sealed partial class AccountRegister(AccountFinder finder, AccountDuties duties, LiveKnowledge knowledge, TimeProvider clock)
{
    /// <summary>
    /// A start notice was accepted: a new account, or the running one with the same address brought up to date. One that ends before the new
    /// start stays, and the new one follows it.
    /// </summary>
    public async Task<Account> OpenAsync(Database database, AcceptedNotice notice, CancellationToken cancellationToken)
    {
        var fields = new NoticeFields(notice.Fields);
        var start = fields.Date(FieldId.StartDate);
        var running = await finder.RunningAtAsync(database, fields[FieldId.Url], cancellationToken);
        if (running?.EndedOn is { } last && last < start)
            running = null;
        if (running is not null)
            await LockAsync(database, running, cancellationToken);
        var before = running is null ? [] : await NowAsync(database, running, cancellationToken);
        var account = running ?? Enter(database, fields);
        var from = running is not null && finder.StateOf(running) == AccountState.Running ? start ?? finder.Today : (DateOnly?)null;
        account.Purpose = fields.Or(FieldId.Purpose, account.Purpose);
        account.PolicyUrl = fields.Or(FieldId.PolicyUrl, account.PolicyUrl);
        account.TermsUrl = fields.Or(FieldId.TermsUrl, account.TermsUrl);
        // What runs already does not begin again later.
        if (from is null || start <= finder.Today)
            account.StartedOn = start ?? account.StartedOn;
        if (account.EndedOn is not null)
        {
            account.EndedOn = null;
            await duties.CloseAsync(database, account, DutyKind.EndUnblocking, cancellationToken);
            await duties.CloseAsync(database, account, DutyKind.TakeOffList, cancellationToken);
        }
        var people = fields.Or(FieldId.Person, account.On(from ?? finder.Today).Operator);
        await AddAsync(database, account, notice, from, new Told("", people, notice.Submitter.Id), cancellationToken);
        Happened(database, account, notice, running is null ? AccountEventKind.Opened : AccountEventKind.Reopened, [], before);
        return account;
    }

    /// <summary>A notice of another 利用担当者 was accepted. It counts from its own day.</summary>
    public async Task<Account> ChangeAsync(Database database, AcceptedNotice notice, CancellationToken cancellationToken)
    {
        var fields = new NoticeFields(notice.Fields);
        var day = fields.Date(FieldId.ChangeDate) ?? finder.Today;
        var (account, stood) = await FindOrEnterAsync(database, fields, day, cancellationToken);
        var stands = account.On(day);
        var (leaving, coming) = (fields[FieldId.OldPerson], fields.Or(FieldId.NewPerson, fields[FieldId.OldPerson]));
        var told = await ToldAsync(database, notice, stands, leaving, coming, cancellationToken);
        await AddAsync(database, account, notice, day, told, cancellationToken);
        var gone = leaving.Length == 0 ? stands.Operator : OperatorNames.Text(OperatorNames.Meant(stands.Operator, leaving));
        var facts = new Dictionary<string, string>
        {
            [AccountFact.Before] = gone.Length > 0 ? gone : leaving,
            [AccountFact.After] = coming,
        };
        if (fields.Date(FieldId.ChangeDate) is { } said)
            facts[AccountFact.Day] = AccountColumn.Iso(said);
        Happened(database, account, notice, AccountEventKind.Changed, facts, stood);
        return account;
    }

    /// <summary>An end notice was accepted. The account runs until its last day has passed.</summary>
    public async Task<Account> EndAsync(Database database, AcceptedNotice notice, CancellationToken cancellationToken)
    {
        var fields = new NoticeFields(notice.Fields);
        var day = fields.Date(FieldId.EndDate) ?? finder.Today;
        var (account, stood) = await FindOrEnterAsync(database, fields, day, cancellationToken);
        account.EndedOn = day;
        Happened(
            database,
            account,
            notice,
            AccountEventKind.Ended,
            new() { [AccountFact.Day] = AccountColumn.Iso(account.EndedOn) },
            stood
        );
        await duties.PlanEndAsync(database, account, notice.Submitter.Id, cancellationToken);
        return account;
    }

    /// <summary>A 閲覧解除廃止届 came in: nobody is reminded of it any more.</summary>
    /// <returns>Null where the register has no such account.</returns>
    public async Task<Account?> UnblockEndedAsync(Database database, AcceptedNotice notice, CancellationToken cancellationToken)
    {
        var fields = new NoticeFields(notice.Fields);
        if (
            await FindAsync(database, fields[FieldId.Url], fields[FieldId.Service], fields[FieldId.AccountName], cancellationToken)
            is not { } account
        )
            return null;
        await LockAsync(database, account, cancellationToken);
        var stood = await NowAsync(database, account, cancellationToken);
        if (await duties.CloseAsync(database, account, DutyKind.EndUnblocking, cancellationToken))
            Happened(database, account, notice, AccountEventKind.UnblockingEnded, [], stood);
        return account;
    }

    /// <summary>By address, otherwise by service and name; running ones before ended ones. Tracked by the caller's context.</summary>
    /// <param name="day">Where several have the address one after the other, the one of this day.</param>
    public Task<Account?> FindAsync(
        Database database,
        string? url,
        string? service,
        string? name,
        CancellationToken cancellationToken,
        DateOnly? day = null
    ) => finder.FindAsync(database, url, service, name, cancellationToken, day);

    /// <summary>Running accounts that a new one may be the same as: of the same address first, then of the same service and name.</summary>
    public Task<IReadOnlyList<Account>> SimilarAsync(
        Database database,
        string? url,
        string? service,
        string? name,
        CancellationToken cancellationToken
    ) => finder.SimilarAsync(database, url, service, name, cancellationToken);

    /// <returns>The account, and what was known of it before; nothing where it is entered now.</returns>
    private async Task<(Account Account, Dictionary<string, string> Stood)> FindOrEnterAsync(
        Database database,
        NoticeFields fields,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var (url, service, name) = (fields[FieldId.Url], fields[FieldId.Service], fields[FieldId.AccountName]);
        if (await FindAsync(database, url, service, name, cancellationToken, day) is not { } account)
            return (Enter(database, fields), []);
        await LockAsync(database, account, cancellationToken);
        return (account, await NowAsync(database, account, cancellationToken));
    }

    /// <summary>
    /// Two notices about one account may be accepted at the same moment; the second one goes on from what the first has written.
    /// </summary>
    private static async Task LockAsync(Database database, Account account, CancellationToken cancellationToken)
    {
        await database.LockAsync<Account>(account.Id, cancellationToken);
        await database.Entry(account).ReloadAsync(cancellationToken);
        await LoadChangesAsync(database, account, cancellationToken);
    }

    private Account Enter(Database database, NoticeFields fields)
    {
        var services = knowledge.Current.Services;
        var service =
            services.Named(fields[FieldId.Service])?.Name
            ?? fields.Or(FieldId.Service, services.OfAddress(fields[FieldId.Url])?.Name ?? "");
        var account = new Account
        {
            Service = service.Length <= 100 ? service : service[..100],
            Name = fields[FieldId.AccountName],
            Url = fields[FieldId.Url],
            UrlKey = AccountKey.Of(fields[FieldId.Url]),
            Section = fields[FieldId.Section],
            Operator = fields[FieldId.OldPerson],
        };
        database.Accounts.Add(account);
        return account;
    }

    private void Happened(
        Database database,
        Account account,
        AcceptedNotice notice,
        AccountEventKind kind,
        Dictionary<string, string> facts,
        Dictionary<string, string> before
    ) =>
        database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = clock.GetUtcNow(),
                By = notice.By,
                Kind = kind,
                Facts = new(facts) { [AccountFact.Notice] = notice.Number },
                Before = before,
                NoticeId = notice.Id,
            }
        );

    /// <summary>A notice's values; what was not filled in is empty.</summary>
    private readonly struct NoticeFields(IReadOnlyDictionary<string, string> values)
    {
        public string this[string id] => values.GetValueOrDefault(id, "").Trim();

        public string Or(string id, string otherwise) => this[id] is { Length: > 0 } value ? value : otherwise;

        public DateOnly? Date(string id) =>
            DateOnly.TryParseExact(this[id], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
