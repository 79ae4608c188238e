using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;

namespace GuidelineBot.Contacts;

/// <summary>In each quarter the office is asked to confirm the entries, once a week until it has.</summary>
internal sealed class ContactReminders(ContactBook book, Changes changes, TimeProvider clock, ILogger<ContactReminders> log)
    : PeriodicJob(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), clock, log),
        IComposer
{
    public const string Topic = "contacts.confirm";

    private static readonly TimeOnly Morning = new(8, 30);

    public IReadOnlyCollection<string> Topics { get; } = [Topic];

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        var local = Clock.GetLocalNow();
        var today = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) < Morning || !WorkingDays.Is(today) || (await OldAsync(cancellationToken)).Count == 0)
            return;
        var week = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        await changes.TellOfficeOnceAsync(
            new Announcement(Topic, week.ToString("yyyyMMdd", CultureInfo.InvariantCulture), []),
            cancellationToken
        );
    }

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        await OldAsync(cancellationToken) is { Count: > 0 } old
            ? new TeamsMessage(ContactsCard.RenderReminder(old), ContactsCard.ReminderSummary(old.Count))
            : null;

    /// <summary>The sections with entries that were not confirmed in this quarter.</summary>
    private async Task<IReadOnlyList<string>> OldAsync(CancellationToken cancellationToken) =>
        [
            .. (await book.AllAsync(cancellationToken))
                .Where(book.IsOld)
                .Select(contact => contact.Section)
                .DistinctBy(KnownConversations.Folded),
        ];
}
