using System.Text.RegularExpressions;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Finds accounts in the register by what people write about them.</summary>
internal sealed partial class AccountFinder(LiveKnowledge knowledge, TimeProvider clock)
{
    /// <summary>The one with the same address, otherwise the one of the same service and name; running ones before ended ones.</summary>
    /// <param name="service">Name or nickname; where it is missing, the address tells it.</param>
    /// <param name="day">Where several have the address one after the other, the one of this day.</param>
    /// <returns>Null where there is none, or several running ones have the name: then only an address tells which is meant.</returns>
    public async Task<Account?> FindAsync(
        Database database,
        string? url,
        string? service,
        string? name,
        CancellationToken cancellationToken,
        DateOnly? day = null
    )
    {
        var key = AccountKey.Of(url);
        var found = await MatchesAsync(database, url, service, name, cancellationToken);
        return found switch
        {
            [] => null,
            [var first, ..] when key.Length > 0 && first.UrlKey == key => found.FirstOrDefault(account =>
                account.UrlKey == key && day is { } on && StateOf(account, on) == AccountState.Running
            ) ?? first,
            [var first, var second, ..] when IsRunning(first) && IsRunning(second) => null,
            [var first, ..] => first,
        };
    }

    public async Task<IReadOnlyList<Account>> SimilarAsync(
        Database database,
        string? url,
        string? service,
        string? name,
        CancellationToken cancellationToken
    ) => [.. (await MatchesAsync(database, url, service, name, cancellationToken)).Where(IsRunning)];

    /// <summary>The running account that a sentence names, by its name or the telling part of it (「花だより」 for みほん花だより).</summary>
    /// <param name="service">Where it is known, accounts of that service alone.</param>
    /// <returns>Null where none is named, or several are.</returns>
    public async Task<Account?> NamedInAsync(Database database, string text, string service, CancellationToken cancellationToken)
    {
        var folded = AccountKey.Fold(text);
        var all = (await database.Accounts.AsNoTracking().ToListAsync(cancellationToken)).Where(IsRunning).ToList();
        var whole = all.Where(account => Holds(folded, AccountKey.Fold(account.Name))).ToList();
        var named = whole.Count > 0 ? whole : all.Where(account => Holds(folded, Telling(account.Name))).ToList();
        return named is [var only] ? only
            : named.Where(account => account.Service == service).ToList() is [var ofService] ? ofService
            : null;

        static bool Holds(string text, string name) => name.Length >= 3 && text.Contains(name, StringComparison.Ordinal);
        string Telling(string name) => Common().Replace(knowledge.Current.Offices.City.WithoutName(AccountKey.Fold(name)), "");
    }

    /// <summary>The only running account of a section, or of this operator; of that service where it is known.</summary>
    public async Task<Account?> OnlyOfAsync(
        Database database,
        string section,
        string service,
        string operatorId,
        CancellationToken cancellationToken
    )
    {
        if (section.Length == 0 && service.Length == 0)
            return null;
        var all = (await database.Accounts.AsNoTracking().ToListAsync(cancellationToken)).Where(IsRunning);
        return
            all.Where(account => service.Length == 0 || account.Service == service)
                .Where(account => section.Length > 0 ? account.Section == section : account.OperatorId == operatorId)
                .ToList()
                is [var only]
            ? only
            : null;
    }

    public static async Task<Account?> ByIdAsync(Database database, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key)
            ? await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == key, cancellationToken)
            : null;

    /// <summary>What half of a city's accounts are called at their end, as by the city's name at their beginning.</summary>
    [GeneratedRegex("(?:公式|アカウント|チャンネル|ちゃんねる)$")]
    private static partial Regex Common();

    /// <summary>The running account at this very address.</summary>
    public async Task<Account?> RunningAtAsync(Database database, string? url, CancellationToken cancellationToken) =>
        (await MatchesAsync(database, url, null, null, cancellationToken)).FirstOrDefault(IsRunning);

    public async Task<IReadOnlyList<Account>> RunningAsync(Database database, CancellationToken cancellationToken) =>
        [.. (await database.Accounts.AsNoTracking().ToListAsync(cancellationToken)).Where(IsRunning)];

    /// <summary>What somebody operates on a day, or a section has, with what papers say of each day; those of both where both are named.</summary>
    /// <param name="person">A name; empty for anybody.</param>
    /// <param name="section">Empty for any.</param>
    public async Task<IReadOnlyList<Account>> HeldByAsync(
        Database database,
        string person,
        string section,
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await database.Accounts.AsNoTracking().Include(account => account.Changes).ToListAsync(cancellationToken))
                .Where(IsRunning)
                .Where(account => person.Length == 0 || OperatorNames.Meant(account.On(day).Operator, person).Count > 0)
                .Where(account => section.Length == 0 || AccountKey.Fold(account.On(day).Section) == AccountKey.Fold(section))
                .OrderBy(account => account.Service, StringComparer.Ordinal)
                .ThenBy(account => account.Name, StringComparer.Ordinal)
                .ThenBy(account => account.Id),
        ];

    /// <returns>With what papers say of each day.</returns>
    public static Task<Account?> GetAsync(Database database, Guid id, CancellationToken cancellationToken) =>
        database
            .Accounts.AsNoTracking()
            .Include(account => account.Changes)
            .SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    /// <summary>Whether the person is 利用担当者 of this account, or of any of the section.</summary>
    /// <param name="section">Empty for none.</param>
    public static Task<bool> OperatesAsync(
        Database database,
        string person,
        Guid? id,
        string section,
        CancellationToken cancellationToken
    ) =>
        database.Accounts.AnyAsync(
            account => account.OperatorId == person && (account.Id == id || section != "" && account.Section == section),
            cancellationToken
        );

    /// <summary>The addresses of all accounts, also of those that have ended.</summary>
    public static Task<List<string>> AddressesAsync(Database database, CancellationToken cancellationToken) =>
        database.Accounts.Select(account => account.Url).ToListAsync(cancellationToken);

    /// <summary>Until its last day has passed, also before its first.</summary>
    public bool IsRunning(Account account) => StateOf(account) != AccountState.Ended;

    public AccountState StateOf(Account account) => StateOf(account, Today);

    public static AccountState StateOf(Account account, DateOnly day) =>
        account.EndedOn < day ? AccountState.Ended
        : account.StartedOn > day ? AccountState.NotStarted
        : AccountState.Running;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The proper name of a service; of one that the knowledge does not name, what was written.</summary>
    public string Service(string? service, string? url = null)
    {
        var services = knowledge.Current.Services;
        return string.IsNullOrWhiteSpace(service)
            ? services.OfAddress(url ?? "")?.Name ?? ""
            : services.Named(service)?.Name ?? service.Trim();
    }

    private async Task<List<Account>> MatchesAsync(
        Database database,
        string? url,
        string? service,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var key = AccountKey.Of(url);
        var proper = Service(service, url);
        var folded = AccountKey.Fold(name);
        var candidates = await database
            .Accounts.Where(account => account.UrlKey == key && key != "" || account.Service == proper)
            .ToListAsync(cancellationToken);
        return
        [
            .. candidates
                .Select(account => (Account: account, SameAddress: key.Length > 0 && account.UrlKey == key))
                .Where(found =>
                    found.SameAddress
                    || folded.Length > 0 && found.Account.Service == proper && AccountKey.Fold(found.Account.Name) == folded
                )
                .OrderByDescending(found => found.SameAddress)
                .ThenByDescending(found => IsRunning(found.Account))
                .ThenByDescending(found => found.Account.Id)
                .Select(found => found.Account),
        ];
    }
}
