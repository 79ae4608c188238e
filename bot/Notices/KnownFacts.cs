using GuidelineBot.Accounts;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>What the register knows of the account that a notice is about, so that nobody types it again.</summary>
internal sealed class KnownFacts(AccountFinder finder, IDbContextFactory<Database> databases)
{
    /// <returns>By field id; nothing where no account, or more than one, can be meant.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(
        Turn turn,
        NoticeForm form,
        IReadOnlyDictionary<string, string> said,
        CancellationToken cancellationToken
    )
    {
        if (form.Kind is not (NoticeKind.Change or NoticeKind.End))
            return new Dictionary<string, string>();
        var (service, section) = (said.GetValueOrDefault(FieldId.Service, ""), said.GetValueOrDefault(FieldId.Section, ""));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account =
            await finder.FindAsync(
                database,
                said.GetValueOrDefault(FieldId.Url),
                service,
                said.GetValueOrDefault(FieldId.AccountName),
                cancellationToken
            )
            ?? (said.ContainsKey(FieldId.AccountName) ? null : await finder.NamedInAsync(database, turn.Text, service, cancellationToken))
            ?? (
                said.ContainsKey(FieldId.AccountName)
                    ? null
                    : await finder.OnlyOfAsync(database, section, service, turn.From.Id, cancellationToken)
            );
        return Of(form, account);
    }

    /// <summary>Of an account that is named by its id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAccountAsync(NoticeForm form, Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return Of(form, await AccountFinder.GetAsync(database, id, cancellationToken));
    }

    private static Dictionary<string, string> Of(NoticeForm form, Account? account)
    {
        if (account is null)
            return [];
        var facts = new Dictionary<string, string>
        {
            [FieldId.Service] = account.Service,
            [FieldId.AccountName] = account.Name,
            [FieldId.Url] = account.Url,
            [FieldId.Section] = account.Section,
            [form.Kind == NoticeKind.Change ? FieldId.OldPerson : FieldId.Person] = account.Operator,
        };
        return facts.Where(fact => fact.Value.Length > 0 && form.Find(fact.Key) is not null).ToDictionary();
    }
}
