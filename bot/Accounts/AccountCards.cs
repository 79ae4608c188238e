using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>The register made ready for cards; reads it anew each time.</summary>
internal sealed class AccountCards(IDbContextFactory<Database> databases, AccountFinder finder, LiveKnowledge knowledge, TimeProvider clock)
{
    /// <summary>Corrections are for the office and for whoever runs the bot.</summary>
    public const Roles Editors = Roles.Reviewer | Roles.Administrator;

    public static bool MayEdit(Person person) => (person.Roles & Editors) != 0;

    /// <param name="place">As a client sent it; of a page that does not exist, the nearest is shown.</param>
    public async Task<AccountsCard.Model> PageAsync(AccountsCard.Place place, Person reader, CancellationToken cancellationToken)
    {
        var words = Plain.Cut((place.Words ?? "").Trim(), AccountsCard.LongestSearch - 1);
        var show = place.Show is AccountsCard.NotStarted or AccountsCard.Ended or AccountsCard.All ? place.Show : AccountsCard.Running;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = (await database.Accounts.AsNoTracking().ToListAsync(cancellationToken))
            .Where(account => show == AccountsCard.All || NameOf(finder.StateOf(account)) == show)
            .Where(account => Matches(account, words))
            .OrderBy(account => account.Service, StringComparer.Ordinal)
            .ThenBy(account => account.Section, StringComparer.Ordinal)
            .ThenBy(account => account.Name, StringComparer.Ordinal)
            .ThenBy(account => account.Id)
            .ToList();
        var page = Math.Clamp(place.Number, 0, Math.Max(0, (found.Count - 1) / AccountsCard.PageLength));
        var rows = found
            .Skip(page * AccountsCard.PageLength)
            .Take(AccountsCard.PageLength)
            .Select(account => new AccountsCard.Row(account.Id, account.Service, account.Name, account.Section, State(account)));
        return new AccountsCard.Model(new AccountsCard.Place(words, show, page), [.. rows], found.Count, MayEdit(reader));
    }

    /// <returns>Null where there is no such account.</returns>
    public async Task<AccountCard.Model?> OpenAsync(Guid id, AccountsCard.Place? back, Person reader, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            await database
                .Accounts.AsNoTracking()
                .Include(account => account.Events)
                .Include(account => account.Changes)
                .SingleOrDefaultAsync(account => account.Id == id, cancellationToken)
            is not { } account
        )
            return null;
        var duty = await AccountDuties.OpenAsync(database, account, DutyKind.ChangePassword, cancellationToken);
        var offices = knowledge.Current.Offices;
        return new AccountCard.Model(account.Id, account.Service, account.Name, State(account))
        {
            Url = account.Url,
            Section = account.Section,
            Manager = account.Manager,
            Operator = account.Operator,
            Ahead = [.. Ahead(account)],
            Purpose = account.Purpose,
            PolicyUrl = account.PolicyUrl,
            TermsUrl = account.TermsUrl,
            StartedOn = account.StartedOn,
            EndedOn = account.EndedOn,
            PasswordChangedOn = account.PasswordChangedOn,
            PasswordDueOn = duty is null ? null : DateOnly.FromDateTime(Local(duty.DueAt).DateTime),
            IsListed = account.IsListed,
            ListClause = knowledge.Current.LabelOf(Demand.KeepList),
            PasswordClause = knowledge.Current.LabelOf(Demand.ChangePassword),
            Events =
            [
                .. account
                    .Events.OrderByDescending(happened => happened.At)
                    .ThenByDescending(happened => happened.Id)
                    .Select(happened => new AccountCard.Happening(Local(happened.At), happened.ByName, AccountWords.Of(happened, offices))),
            ],
            MayEdit = MayEdit(reader),
            Back = Short(back),
        };
    }

    /// <summary>What papers say of later days.</summary>
    private IEnumerable<AccountCard.Later> Ahead(Account account)
    {
        var stands = account.On(finder.Today);
        foreach (
            var day in account.Changes.Select(change => change.From).OfType<DateOnly>().Where(day => day > finder.Today).Distinct().Order()
        )
        {
            var then = account.On(day);
            if (then.Operator != stands.Operator)
                yield return new AccountCard.Later(day, "利用担当者", then.Operator);
            if (then.Manager != stands.Manager)
                yield return new AccountCard.Later(day, "アカウント管理者", then.Manager);
            if (then.Section != stands.Section)
                yield return new AccountCard.Later(day, "所属", then.Section);
            stands = then;
        }
    }

    /// <summary>What a client sent, as short as the cards carry it on.</summary>
    public static AccountsCard.Place? Short(AccountsCard.Place? place) =>
        place is null
            ? null
            : place with
            {
                Words = place.Words is { } words ? Plain.Cut(words, AccountsCard.LongestSearch - 1) : null,
                Show = place.Show is { Length: > 10 } ? null : place.Show,
            };

    /// <summary>Each word stands somewhere in the account, or is a nickname of its service.</summary>
    private bool Matches(Account account, string words)
    {
        var text = AccountKey.Fold(
            $"{account.Service}\n{account.Name}\n{account.Section}\n{account.Url}\n{account.Manager}\n{account.Operator}\n{account.Purpose}"
        );
        return words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => text.Contains(AccountKey.Fold(word), StringComparison.Ordinal) || finder.Service(word) == account.Service);
    }

    private string State(Account account) =>
        finder.StateOf(account) switch
        {
            AccountState.NotStarted => $"利用開始前（{Wareki.Day(account.StartedOn!.Value)}から）",
            AccountState.Ended => "終了",
            _ when account.EndedOn is { } end => $"運用中（{Wareki.Day(end)}まで）",
            _ => "運用中",
        };

    private static string NameOf(AccountState state) =>
        state switch
        {
            AccountState.NotStarted => AccountsCard.NotStarted,
            AccountState.Ended => AccountsCard.Ended,
            _ => AccountsCard.Running,
        };

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
}
