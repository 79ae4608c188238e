using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Writes the reminders of duties when they are sent: of one that was done meanwhile, nothing is told.</summary>
internal sealed class DutyComposer(IDbContextFactory<Database> databases, DutyCards cards) : IComposer
{
    /// <summary>The entry of <see cref="OutboxMessage.About"/> that holds the duty's id.</summary>
    public const string DutyEntry = "duty";

    public IReadOnlyCollection<string> Topics { get; } = [.. Enum.GetValues<DutyKind>().Select(Topic)];

    public static string Topic(DutyKind kind) =>
        kind switch
        {
            DutyKind.ChangePassword => "duty.password",
            DutyKind.EndUnblocking => "duty.unblock-end",
            _ => "duty.list",
        };

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(message.About.GetValueOrDefault(DutyEntry), out var id))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var duty = await database
            .Duties.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == id && known.DoneAt == null, cancellationToken);
        if (
            duty is null
            || await database.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == duty.AccountId, cancellationToken)
                is not { } account
        )
            return null;
        var model = cards.Model(duty, account);
        return new TeamsMessage(DutyCard.Render(model), DutyCard.PlainText(model));
    }
}
