using GuidelineBot.Accounts;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>What is known beside what was said, by field id.</summary>
/// <param name="Registered">Of the account, from the register.</param>
/// <param name="Earlier">Of person and section, from the person's earlier notices.</param>
internal sealed record Known(IReadOnlyDictionary<string, string> Registered, IReadOnlyDictionary<string, string> Earlier);

/// <summary>What the register and the person's earlier notices know already, so that nobody types it again.</summary>
internal sealed class KnownFacts(AccountFinder finder, IDbContextFactory<Database> databases)
{
    private const int MostEarlier = 20;

    /// <summary>What a section's notices have in common, whatever they are about.</summary>
    private static readonly string[] OfSection = [FieldId.Manager, FieldId.Chief, FieldId.Extension, FieldId.Person];

    /// <param name="said">What the person has said of the notice; stands before all that is known.</param>
    public async Task<Known> OfAsync(
        Turn turn,
        NoticeForm form,
        IReadOnlyDictionary<string, string> said,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var before = await database
            .Notices.AsNoTracking()
            .Where(notice => notice.SubmitterId == turn.From.Id && notice.Status != NoticeStatus.Withdrawn)
            .OrderByDescending(notice => notice.SubmittedAt)
            .Take(MostEarlier)
            .Select(notice => notice.Fields)
            .ToListAsync(cancellationToken);
        var usual = before.Select(fields => fields.GetValueOrDefault(FieldId.Section, "")).FirstOrDefault(name => name.Length > 0) ?? "";
        var account = await AccountAsync(database, turn, form, said, usual, cancellationToken);
        var registered = account is null ? [] : Own(form, FactsOf(account, form), said);
        var section = said.GetValueOrDefault(FieldId.Section) ?? registered.GetValueOrDefault(FieldId.Section) ?? usual;
        var earlier = new Dictionary<string, string> { [FieldId.Section] = section };
        foreach (var fields in before.Where(fields => section.Length > 0 && fields.GetValueOrDefault(FieldId.Section) == section))
        foreach (var name in OfSection.Where(fields.ContainsKey))
            earlier.TryAdd(name, fields[name]);
        if (await ManagerAsync(database, account, section, cancellationToken) is { Length: > 0 } manager)
        {
            earlier.TryAdd(FieldId.Manager, manager);
            if (IsChief(manager))
                earlier.TryAdd(FieldId.Chief, manager);
        }
        // 様式2 names a manager only where that changes.
        if (form.Kind == NoticeKind.Change)
            earlier.Remove(FieldId.Manager);
        foreach (var name in registered.Keys)
            earlier.Remove(name);
        return new Known(registered, Own(form, earlier, said));
    }

    /// <summary>Of an account that is named by its id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAccountAsync(NoticeForm form, Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await AccountFinder.GetAsync(database, id, cancellationToken) is { } account ? FactsOf(account, form) : [];
    }

    /// <summary>What the register says of an account, by the form's fields; of what it does not know, there is no entry.</summary>
    public static Dictionary<string, string> FactsOf(Account account, NoticeForm form) =>
        new Dictionary<string, string>
        {
            [FieldId.Service] = account.Service,
            [FieldId.AccountName] = account.Name,
            [FieldId.Url] = account.Url,
            [FieldId.Section] = account.Section,
            [form.Kind == NoticeKind.Change ? FieldId.OldPerson : FieldId.Person] = account.Operator,
        }
            .Where(fact => fact.Value.Length > 0 && form.Find(fact.Key) is not null)
            .ToDictionary();

    /// <summary>「観光課長 赤木花子」: a manager with a post; a 係長 leads no section.</summary>
    public static bool IsChief(string manager) =>
        manager.Split(' ', '　')[0] is [.., '長'] post && !post.EndsWith("係長", StringComparison.Ordinal);

    private static Dictionary<string, string> Own(
        NoticeForm form,
        Dictionary<string, string> facts,
        IReadOnlyDictionary<string, string> said
    ) => facts.Where(fact => fact.Value.Length > 0 && form.Find(fact.Key) is not null && !said.ContainsKey(fact.Key)).ToDictionary();

    /// <returns>Null where no account, or more than one, can be meant.</returns>
    private async Task<Account?> AccountAsync(
        Database database,
        Turn turn,
        NoticeForm form,
        IReadOnlyDictionary<string, string> said,
        string usual,
        CancellationToken cancellationToken
    )
    {
        if (form.Kind is not (NoticeKind.Change or NoticeKind.End))
            return null;
        var (service, section) = (said.GetValueOrDefault(FieldId.Service, ""), said.GetValueOrDefault(FieldId.Section, ""));
        if (
            await finder.FindAsync(
                database,
                said.GetValueOrDefault(FieldId.Url),
                service,
                said.GetValueOrDefault(FieldId.AccountName),
                cancellationToken
            ) is
            { } found
        )
            return found;
        if (said.ContainsKey(FieldId.AccountName))
            return null;
        return await finder.NamedInAsync(database, turn.Text, service, cancellationToken)
            ?? await finder.OnlyOfAsync(database, section, service, turn.From.Id, cancellationToken)
            ?? (section.Length == 0 ? await finder.OnlyOfAsync(database, usual, service, turn.From.Id, cancellationToken) : null);
    }

    /// <summary>Of the account, or of all accounts of the section where they have the same.</summary>
    private async Task<string?> ManagerAsync(Database database, Account? account, string section, CancellationToken cancellationToken)
    {
        if (account is { Manager.Length: > 0 })
            return account.Manager;
        if (section.Length == 0)
            return null;
        var managers = (await finder.RunningAsync(database, cancellationToken))
            .Where(known => known.Section == section && known.Manager.Length > 0)
            .Select(known => known.Manager)
            .Distinct()
            .ToList();
        return managers is [var only] ? only : null;
    }
}
