using System.Globalization;
using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Stocktakes;

internal sealed class StocktakeOptions
{
    public const string Section = "Stocktake";

    /// <summary>The day of each fiscal year on which the 棚卸し begins, MM-dd; empty: only when the office begins it.</summary>
    public string Day { get; init; } = "06-01";

    /// <summary>Without a post for so many days an account is 休眠.</summary>
    public int DormantDays { get; init; } = 180;
}

/// <summary>An account and what was answered about it.</summary>
internal sealed record StocktakeTaken(Stocktake Stocktake, Account Account);

/// <summary>Asks, finds and takes down what is known of each account.</summary>
internal sealed class StocktakeBook(
    IDbContextFactory<Database> databases,
    AccountFinder finder,
    Changes changes,
    IOptions<StocktakeOptions> options,
    TimeProvider clock
)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of its cards.</summary>
    public const string Topic = "stocktake";

    public DateOnly Today => finder.Today;

    public int Year => YearOf(Today);

    public static int YearOf(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    /// <returns>令和8年度</returns>
    public static string NameOf(int fiscalYear) => $"令和{fiscalYear - 2018}年度";

    /// <summary>The day on which this fiscal year's begins; null where nobody has set one.</summary>
    public DateOnly? FirstDay =>
        DateOnly.TryParseExact($"2024-{options.Value.Day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateOnly(day.Month >= 4 ? Year : Year + 1, day.Month, Math.Min(day.Day, 28))
            : null;

    /// <summary>Asks about each running account that nobody has been asked about this fiscal year.</summary>
    /// <returns>How many.</returns>
    public async Task<int> BeginAsync(string turn, CancellationToken cancellationToken)
    {
        List<Guid> missing;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            var year = Year;
            var asked = await database
                .Stocktakes.Where(one => one.FiscalYear == year)
                .Select(one => one.AccountId)
                .ToListAsync(cancellationToken);
            missing =
            [
                .. (await finder.RunningAsync(database, cancellationToken))
                    .Where(account => finder.StateOf(account) == AccountState.Running && !asked.Contains(account.Id))
                    .Select(account => account.Id),
            ];
        }
        return missing.Count == 0
            ? 0
            : await changes.CommitAsync(
                turn,
                async change =>
                {
                    var count = 0;
                    foreach (var account in missing)
                        if (await AskAsync(change, account, cancellationToken))
                            count++;
                    return count;
                },
                cancellationToken
            );
    }

    /// <returns>What is asked about, this fiscal year's.</returns>
    /// <param name="person">Of whom alone; null for everybody.</param>
    public async Task<IReadOnlyList<StocktakeTaken>> OfYearAsync(string? person, CancellationToken cancellationToken)
    {
        var year = Year;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = (await finder.RunningAsync(database, cancellationToken)).ToDictionary(account => account.Id);
        return
        [
            .. (await database.Stocktakes.AsNoTracking().Where(one => one.FiscalYear == year).ToListAsync(cancellationToken))
                .Where(one => accounts.ContainsKey(one.AccountId))
                .Select(one => new StocktakeTaken(one, accounts[one.AccountId]))
                .Where(taken => person is null || taken.Stocktake.PersonId == person || taken.Account.OperatorId == person)
                .OrderBy(taken => taken.Account.Service, StringComparer.Ordinal)
                .ThenBy(taken => taken.Account.Section, StringComparer.Ordinal)
                .ThenBy(taken => taken.Account.Name, StringComparer.Ordinal),
        ];
    }

    /// <returns>Null where there is none, or the account is gone.</returns>
    public async Task<StocktakeTaken?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return
            await database.Stocktakes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is { } found
            && await AccountFinder.GetAsync(database, found.AccountId, cancellationToken) is { } account
            ? new StocktakeTaken(found, account)
            : null;
    }

    /// <summary>Whoever is asked, whoever operates the account now, and the office.</summary>
    public static bool MayAnswer(StocktakeTaken taken, Person person) =>
        taken.Stocktake.PersonId == person.Id || taken.Account.OperatorId == person.Id || AccountCards.MayEdit(person);

    public Task<bool> AnswerAsync(Turn turn, Guid id, Dictionary<string, string> answers, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            async change =>
            {
                if (!await change.LockAsync<Stocktake>(id, cancellationToken))
                    return change.Refuse(false);
                var found = await change.Database.Stocktakes.SingleAsync(one => one.Id == id, cancellationToken);
                (found.Answers, found.AnsweredAt, found.By) = (answers, change.Now, turn.From.Actor);
                await change.ShowHereAsync(Topic, id, turn, found.Version, cancellationToken);
                await change.RedrawAsync(Topic, id, found.Version, cancellationToken);
                return true;
            },
            cancellationToken
        );

    public static bool CannotLogIn(Stocktake one) => one.Answers.GetValueOrDefault(StocktakeAnswer.LogIn) == Cards.StocktakeCard.No;

    /// <summary>Answered, and nothing was posted for long, or nobody knows when.</summary>
    public bool IsDormant(Stocktake one) =>
        one.AnsweredAt is not null && !(LastPost(one) is { } last && last >= Today.AddDays(-options.Value.DormantDays));

    public static DateOnly? LastPost(Stocktake one) =>
        DateOnly.TryParseExact(
            one.Answers.GetValueOrDefault(StocktakeAnswer.LastPost),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime);

    /// <summary>One card an account: in the own chat of whoever operates it, otherwise in the office's.</summary>
    private async Task<bool> AskAsync(Change change, Guid account, CancellationToken cancellationToken)
    {
        var year = Year;
        await change.LockAsync<Account>(account, cancellationToken);
        if (await change.Database.Stocktakes.AnyAsync(one => one.AccountId == account && one.FiscalYear == year, cancellationToken))
            return false;
        var person = (await AccountFinder.GetAsync(change.Database, account, cancellationToken))?.OperatorId;
        var asked = new Stocktake
        {
            AccountId = account,
            FiscalYear = year,
            PersonId = person,
            AskedAt = change.Now,
        };
        change.Database.Stocktakes.Add(asked);
        var chat = person is null
            ? null
            : await KnownConversations.OfPerson(change.Database, person).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        if (chat is null)
            await change.ShowToOfficeAsync(Topic, asked.Id, 0, cancellationToken);
        else
            await change.ShowAsync(Topic, asked.Id, chat, "", 0, cancellationToken);
        return true;
    }
}
