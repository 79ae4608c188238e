using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>
/// On the morning of each working day, tells whose turn it is that a notice waits for them, and after some more days the next person. Several
/// instances may run it: each is told once a day. Besides, it
/// draws the cards of acceptances that can no longer be taken back, and says at once of which notice nobody who may approve it can be told.
/// </summary>
internal sealed class NoticeClock(
    IDbContextFactory<Database> databases,
    Changes changes,
    Reminders reminders,
    NoticeTelling telling,
    TimeProvider clock,
    ILogger<NoticeClock> log
) : PeriodicJob(Look, Look, clock, log)
{
    internal static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>The <see cref="OutboxMessage.Topic"/> of what the office is reminded of: all that waits for it.</summary>
    public const string Office = "notice.waiting";

    /// <summary>The same, of what has waited for long, to the next person.</summary>
    public const string NextPerson = "notice.late";

    /// <summary>The same, of one notice, to the submitter, or to those who are to approve it.</summary>
    public const string One = "notice.reminder";

    /// <summary>Long enough for an instance that has stood still.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromDays(1);

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        await TellUnreachableAsync(cancellationToken);
        if (reminders.Today() is not { } today)
            return;
        List<Notice> waiting;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            waiting = await WaitingAsync(database, today.Due, cancellationToken);
        if (waiting.Count == 0)
            return;
        if (waiting.Exists(notice => NoticeSteps.NextOf(notice) == TurnOf.Office))
            await changes.TellOfficeOnceAsync(new Announcement(Office, today.Day, []), cancellationToken);
        foreach (var notice in waiting.Where(notice => NoticeSteps.NextOf(notice) is TurnOf.Submitter or TurnOf.Chief))
            await RemindAsync(notice, today, cancellationToken);
        if (waiting.Exists(notice => NoticeSteps.WaitsSince(notice) <= today.Late))
            await changes.TellOnceAsync(
                new Announcement(NextPerson, today.Day, []),
                await reminders.NextPersonAsync(cancellationToken),
                cancellationToken
            );
    }

    /// <summary>What somebody has to go on with, and has not since then, oldest first.</summary>
    public static async Task<List<Notice>> WaitingAsync(Database database, DateTimeOffset since, CancellationToken cancellationToken) =>
        [
            .. (
                await database
                    .Notices.AsNoTracking()
                    .Include(notice => notice.Events.OrderBy(happened => happened.At))
                    .Where(notice =>
                        notice.SubmittedAt <= since
                        && (
                            notice.Status == NoticeStatus.Submitted
                            || notice.Status == NoticeStatus.AwaitingApproval
                            || notice.Status == NoticeStatus.Returned
                            || notice.Status == NoticeStatus.PulledBack
                        )
                    )
                    .ToListAsync(cancellationToken)
            )
                .Where(notice => NoticeSteps.WaitsSince(notice) <= since)
                .OrderBy(NoticeSteps.WaitsSince),
        ];

    private async Task RemindAsync(Notice notice, ReminderDay today, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> places = [notice.Conversation];
        if (NoticeSteps.NextOf(notice) == TurnOf.Chief)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            places = await telling.ApproversAsync(database, notice, cancellationToken);
        }
        var about = new Dictionary<string, string> { [NoticeTelling.NoticeId] = notice.Id.ToString() };
        await changes.TellOnceAsync(new Announcement(One, $"{notice.Id:N}:{today.Day}", about), places, cancellationToken);
    }

    /// <summary>
    /// Whoever is to approve it, and whoever stands in for them, has left the bot since it was submitted, or never could be written to: that is
    /// said at once, and the next person hears of it.
    /// </summary>
    private async Task TellUnreachableAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var awaiting = await database
            .Notices.AsNoTracking()
            .Include(notice => notice.Events)
            .Where(notice => notice.Status == NoticeStatus.AwaitingApproval)
            .ToListAsync(cancellationToken);
        foreach (var notice in awaiting)
            if ((await telling.ApproversAsync(database, notice, cancellationToken)).Count == 0)
                await changes.TellOnceAsync(
                    NoticeTelling.OfUnreachable(notice),
                    [
                        notice.Conversation,
                        .. (await reminders.NextPersonAsync(cancellationToken)).Where(chat => chat != notice.Conversation),
                    ],
                    cancellationToken
                );
    }

    /// <summary>The button that takes an acceptance back goes when its time is over.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var (over, lately) = (now - NoticeSteps.Regret, now - Settled);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var decided = await database
            .Notices.AsNoTracking()
            .Where(notice => notice.Status == NoticeStatus.Accepted || notice.Status == NoticeStatus.Permitted)
            .Where(notice => notice.DecidedAt <= over && notice.DecidedAt > lately)
            .ToListAsync(cancellationToken);
        foreach (var batch in decided.Select(notice => notice.Batch).OfType<Guid>().Distinct())
        {
            var state = await NoticeDesk.StateOfAsync(database, batch, now, cancellationToken);
            if (await LiveCards.StaleAsync(database, NoticeDesk.BatchTopic, batch.ToString(), state, cancellationToken))
                await RedrawAsync(NoticeDesk.BatchTopic, batch, state, cancellationToken);
        }
        foreach (var notice in decided)
        {
            var (about, state) = (notice.Id.ToString(), NoticeDesk.StateOf(notice, now));
            if (await LiveCards.StaleAsync(database, NoticeDesk.Topic, about, state, cancellationToken))
                await RedrawAsync(NoticeDesk.Topic, notice.Id, state, cancellationToken);
        }
    }

    private Task RedrawAsync(string topic, Guid about, int state, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            "",
            async change =>
            {
                await change.RedrawAsync(topic, about, state, cancellationToken);
                return true;
            },
            cancellationToken
        );
}
