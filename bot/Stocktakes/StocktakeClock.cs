using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Stocktakes;

/// <summary>
/// Begins the 棚卸し of each fiscal year on its day, and reminds once a week of what nobody has answered, on the morning of a working day. Several
/// instances may run it.
/// </summary>
internal sealed class StocktakeClock(
    IDbContextFactory<Database> databases,
    StocktakeBook book,
    Changes changes,
    Reminders reminders,
    TimeProvider clock,
    ILogger<StocktakeClock> log
) : PeriodicJob(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), clock, log)
{
    /// <summary>The <see cref="OutboxMessage.Topic"/> of reminders.</summary>
    public const string Reminder = "stocktake.reminder";

    public const string PersonEntry = "person";

    /// <summary>Whoever sets the bot up in winter does not begin what is meant for summer.</summary>
    private const int DaysToBegin = 60;

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        if (reminders.Today() is not { } today)
            return;
        if (book.FirstDay is { } first && book.Today >= first && book.Today <= first.AddDays(DaysToBegin))
            await book.BeginAsync("", cancellationToken);
        var open = (await book.OfYearAsync(null, cancellationToken))
            .Where(taken => taken.Stocktake.AnsweredAt is null && taken.Stocktake.AskedAt <= today.Late)
            .ToList();
        // The fifth working day, and then once in each week.
        foreach (var person in open.Select(taken => taken.Stocktake.PersonId).Distinct())
        {
            var announcement = new Announcement(Reminder, $"{person}:{today.Week}", person is null ? [] : new() { [PersonEntry] = person });
            if (await ChatAsync(person, cancellationToken) is { } chat)
                await changes.TellOnceAsync(announcement, [chat], cancellationToken);
            else
                await changes.TellOfficeOnceAsync(announcement, cancellationToken);
        }
    }

    private async Task<string?> ChatAsync(string? person, CancellationToken cancellationToken)
    {
        if (person is null)
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations.OfPerson(database, person).Select(chat => chat.Id).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Draws the cards of accounts, and writes the reminders when they are sent: of what was answered meanwhile, nothing is told.</summary>
internal sealed class StocktakeComposer(StocktakeBook book, StocktakeCards cards) : IComposer, ILiveCardArtist
{
    public string Topic => StocktakeBook.Topic;

    public IReadOnlyCollection<string> Topics { get; } = [StocktakeClock.Reminder];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var person = message.About.GetValueOrDefault(StocktakeClock.PersonEntry);
        var open = (await book.OfYearAsync(null, cancellationToken))
            .Where(taken => taken.Stocktake.AnsweredAt is null && taken.Stocktake.PersonId == person)
            .ToList();
        if (open.Count == 0)
            return null;
        var model = cards.List(open, 0, mayExport: false) with { Lead = $"棚卸しの確認が済んでいないアカウントが{open.Count}件あります。" };
        return new TeamsMessage(StocktakesCard.Render(model), model.Lead);
    }

    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(about, out var id) && await book.FindAsync(id, cancellationToken) is { } taken && cards.Model(taken) is var model
            ? (StocktakeCard.Render(model), StocktakeCard.PlainText(model), taken.Stocktake.Version)
            : null;
}
