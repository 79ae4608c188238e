using GuidelineBot.Accounts;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>Accounts of the register that a change or end notice may be about.</summary>
/// <param name="Named">The one that the notice names as it is; null where the register has none of that name or address.</param>
/// <param name="Offered">To choose from, the likeliest first.</param>
/// <param name="Meant">The one that a name with a slip in it means; null where the notice names one, or several can be meant.</param>
internal sealed record FoundAccounts(Account? Named, IReadOnlyList<Account> Offered, Account? Meant)
{
    public static readonly FoundAccounts None = new(null, [], null);
}

/// <summary>Which of the register's accounts a notice may be about: those of the section and of the person, and those of nearly that name.</summary>
internal sealed class AccountChoices(AccountFinder finder, LiveKnowledge knowledge, IDbContextFactory<Database> databases)
{
    private const int MostOffered = 20;

    /// <summary>Part of a name tells an account from others, from this many letters on.</summary>
    private const int ShortestPart = 3;

    public async Task<FoundAccounts> OfAsync(
        Turn turn,
        NoticeKind kind,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellationToken
    )
    {
        if (kind is not (NoticeKind.Change or NoticeKind.End))
            return FoundAccounts.None;
        var (service, name) = (fields.GetValueOrDefault(FieldId.Service, ""), fields.GetValueOrDefault(FieldId.AccountName, ""));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var running = await finder.RunningAsync(database, cancellationToken);
        var named = await finder.FindAsync(database, fields.GetValueOrDefault(FieldId.Url), service, name, cancellationToken);
        List<Account> near = named is null && name.Length > 0 ? [.. running.Where(account => IsNear(account, name))] : [];
        var ofService = near.Where(account => account.Service == service).ToList();
        var section = fields.GetValueOrDefault(FieldId.Section, "");
        var own = running
            .Where(account => account.OperatorId == turn.From.Id || IsOf(account, section))
            .OrderByDescending(account => account.Service == service)
            .ThenBy(account => account.Service, StringComparer.Ordinal)
            .ThenBy(account => account.Name, StringComparer.Ordinal);
        return new FoundAccounts(
            named,
            [.. ofService.Concat(near).Concat(own).DistinctBy(account => account.Id).Take(MostOffered)],
            (ofService.Count == 1 ? ofService : near) is [var meant] ? meant : null
        );
    }

    public async Task<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await AccountFinder.ByIdAsync(database, id, cancellationToken);
    }

    /// <summary>「みほん花だより」（Instagram、観光課）</summary>
    public static string TitleOf(Account account) =>
        $"「{account.Name}」（{string.Join('、', new[] { account.Service, account.Section }.Where(part => part.Length > 0))}）";

    /// <summary>観光課 is 産業観光局観光課, too.</summary>
    private static bool IsOf(Account account, string section) =>
        section.Length > 0
        && account.Section.Length > 0
        && (account.Section.EndsWith(section, StringComparison.Ordinal) || section.EndsWith(account.Section, StringComparison.Ordinal));

    /// <summary>The same name but for a slip, a part of the name, or the name in its address.</summary>
    private bool IsNear(Account account, string written)
    {
        var (one, other) = (AccountKey.Fold(account.Name), AccountKey.Fold(written));
        var shorter = Math.Min(one.Length, other.Length);
        return shorter >= ShortestPart && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))
            || shorter > 1 && Slips(one, other) <= Math.Max(1, shorter / 4)
            || AccountAddress.HandleIn(written) is { } handle
                && Uri.TryCreate(account.Url, UriKind.Absolute, out var address)
                && string.Equals(
                    knowledge.Current.Services.Named(account.Service)?.NameIn(address),
                    handle,
                    StringComparison.OrdinalIgnoreCase
                );
    }

    /// <summary>How many letters have to be put in, left out or replaced (Levenshtein's distance).</summary>
    private static int Slips(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var (corner, last) = (row[0], row[0] = at);
            for (var place = 1; place <= other.Length; place++)
            {
                var replaced = corner + (one[at - 1] == other[place - 1] ? 0 : 1);
                corner = row[place];
                last = row[place] = Math.Min(replaced, Math.Min(row[place], last) + 1);
            }
        }
        return row[^1];
    }
}
