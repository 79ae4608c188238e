using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Writes the reminders of duties when they are sent: of one that was done meanwhile, nothing is told.</summary>
internal sealed class DutyComposer(IDbContextFactory<Database> databases, DutyCards cards) : IComposer, ILiveCardArtist
{
    /// <summary>The entry of <see cref="OutboxMessage.About"/> that holds the duty's id.</summary>
    public const string DutyEntry = "duty";

    public string Topic => AccountDuties.Topic;

    public IReadOnlyCollection<string> Topics { get; } = [.. Enum.GetValues<DutyKind>().Select(TopicOf)];

    public static string TopicOf(DutyKind kind) =>
        kind switch
        {
            DutyKind.ChangePassword => "duty.password",
            DutyKind.EndUnblocking => "duty.unblock-end",
            _ => "duty.list",
        };

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        return
            await FindAsync(message.About.GetValueOrDefault(DutyEntry), cancellationToken) is var (duty, account)
            && duty.DoneAt is null
            && cards.Model(duty, account) is var model
            ? new TeamsMessage(DutyCard.Render(model), DutyCard.PlainText(model)) { Shown = new(Topic, duty.Id, AccountDuties.Open) }
            : null;
    }

    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(about, cancellationToken) is var (duty, account) && cards.Model(duty, account) is var model
            ? (DutyCard.Render(model), DutyCard.PlainText(model), duty.DoneAt is null ? AccountDuties.Open : AccountDuties.Done)
            : null;

    private async Task<(Duty Duty, Account Account)?> FindAsync(string? about, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(about, out var id))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return
            await database.Duties.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is { } duty
            && await database.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == duty.AccountId, cancellationToken)
                is { } account
            ? (duty, account)
            : null;
    }
}
