using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;

namespace GuidelineBot.Contacts;

/// <summary>In each quarter the office is asked to confirm the entries, once a week until it has.</summary>
internal sealed class ContactReminders(
    ContactBook book,
    Changes changes,
    Reminders reminders,
    TimeProvider clock,
    ILogger<ContactReminders> log
) : PeriodicJob(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), clock, log), IComposer
{
    public const string Topic = "contacts.confirm";

    public IReadOnlyCollection<string> Topics { get; } = [Topic];

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        if (reminders.Today() is { } today && (await OldAsync(cancellationToken)).Count > 0)
            await changes.TellOfficeOnceAsync(new Announcement(Topic, today.Week, []), cancellationToken);
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
