using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>What became of an attempt to submit or decide several notices together.</summary>
/// <param name="Notices">All of the batch, as they are now, with their events.</param>
/// <param name="Moved">Those that were submitted or moved on just now.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
internal sealed record BatchResult(IReadOnlyList<Notice> Notices, IReadOnlyList<Notice> Moved, string? Refusal);

/// <summary>Several notices of one kind at once: submitted and decided together, or not at all, each with its own number and history.</summary>
internal sealed partial class NoticeDesk
{
    /// <summary>The <see cref="LiveCard.Topic"/> of the cards of batches.</summary>
    public const string BatchTopic = "notices";

    /// <summary>Changes with every notice of the batch, and when their acceptance can no longer be taken back.</summary>
    public static async Task<int> StateOfAsync(Database database, Guid batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // As they are now, also for the change under way.
        var all = database.Notices.Where(notice => notice.Batch == batch);
        var since = now - NoticeSteps.Regret;
        var versions = await all.SumAsync(notice => notice.Version, cancellationToken);
        return 2 * versions
            + (await all.AnyAsync(notice => notice.Status == NoticeStatus.Accepted && notice.DecidedAt > since, cancellationToken) ? 0 : 1);
    }

    /// <summary>The same, of notices that were read.</summary>
    public static int StateOf(IReadOnlyList<Notice> all, DateTimeOffset now) =>
        2 * all.Sum(notice => notice.Version) + (all.Any(notice => NoticeSteps.CanBeTakenBack(notice, now)) ? 0 : 1);

    public static async Task<IReadOnlyList<Notice>> OfBatchAsync(Database database, Guid batch, CancellationToken cancellationToken) =>
        await database
            .Notices.AsNoTracking()
            .Include(notice => notice.Events.OrderBy(happened => happened.At))
            .Where(notice => notice.Batch == batch)
            .OrderBy(notice => notice.FiscalYear)
            .ThenBy(notice => notice.Number)
            .ToListAsync(cancellationToken);

    /// <returns>Nothing for whoever may not see them.</returns>
    public async Task<IReadOnlyList<Notice>> FindBatchAsync(Turn turn, Guid batch, CancellationToken cancellationToken)
    {
        var reader = await deputies.ReaderAsync(turn.From, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await OfBatchAsync(database, batch, cancellationToken)).Where(notice => NoticeSteps.MaySee(reader, notice))];
    }

    /// <param name="batch">Chosen when the form was shown: a form that is sent twice submits once.</param>
    /// <param name="papers">The fields of each.</param>
    /// <param name="chief">Who is to approve them first; null where nobody has to.</param>
    /// <param name="told">Tells and shows it, in the same transaction.</param>
    public Task<BatchResult> SubmitAllAsync(
        Turn turn,
        Guid batch,
        NoticeKind kind,
        IReadOnlyList<Dictionary<string, string>> papers,
        Actor? chief,
        Func<Change, IReadOnlyList<Notice>, Task> told,
        CancellationToken cancellationToken
    ) =>
        changes.CommitAsync(
            turn.Key,
            async change =>
            {
                if (await OfBatchAsync(change.Database, batch, cancellationToken) is { Count: > 0 } before)
                    return change.Refuse(new BatchResult(before[0].SubmitterId == turn.From.Id ? before : [], [], null));
                var notices = new List<Notice>();
                foreach (var fields in papers)
                {
                    var draft = new NoticeDraft
                    {
                        Kind = kind,
                        Owner = turn.From.Actor,
                        Conversation = turn.Conversation.Id,
                        Fields = fields,
                        CreatedAt = change.Now,
                        UpdatedAt = change.Now,
                    };
                    var verdict = await CheckAsync(change.Database, draft, cancellationToken);
                    if (verdict.Problems is [var problem, ..])
                        return change.Refuse(new BatchResult([], [], $"{NoticeViews.About(fields)}：{problem.Sentence}"));
                    var notice = await NumberedAsync(change.Database, draft, verdict, cancellationToken, batch);
                    notice.Chief = chief;
                    Record(change, notice, turn, NoticeStep.Submitted, null);
                    notices.Add(notice);
                }
                await change.Database.SaveChangesAsync(cancellationToken);
                await told(change, notices);
                return new BatchResult(notices, notices, null);
            },
            cancellationToken
        );

    /// <summary>Takes a step with all of a batch for which it is open to this person.</summary>
    /// <param name="told">Tells and shows it, in the same transaction.</param>
    public async Task<BatchResult> MoveAllAsync(
        Turn turn,
        Guid batch,
        NoticeStep step,
        string? reason,
        Func<Change, IReadOnlyList<Notice>, Task> told,
        CancellationToken cancellationToken
    )
    {
        var reader = await deputies.ReaderAsync(turn.From, cancellationToken);
        var result = await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                var all = await OfBatchAsync(change.Database, batch, cancellationToken);
                var moved = new List<Notice>();
                var together = all.Select(notice => notice.Id).ToHashSet();
                // What was entered last goes first.
                foreach (var id in (step is NoticeStep.TakenBack ? all.Reverse() : all).Select(notice => notice.Id))
                {
                    await change.LockAsync<Notice>(id, cancellationToken);
                    var notice = await change
                        .Database.Notices.Include(found => found.Events.OrderBy(happened => happened.At))
                        .SingleAsync(found => found.Id == id, cancellationToken);
                    if (!NoticeSteps.Open(reader, notice, change.Now).Contains(step))
                        continue;
                    if (step is NoticeStep.TakenBack)
                    {
                        if (!await register.UndoAsync(change.Database, notice.Id, turn.From.Actor, cancellationToken, together))
                            return change.Refuse(new BatchResult([], [], $"{NoticeViews.About(notice.Fields)}：{ChangedSince}"));
                        notice.AccountId = null;
                    }
                    Record(change, notice, turn, step, reason, NoticeSteps.For(reader, notice));
                    if (step is NoticeStep.Accepted)
                        await RegisterAsync(change.Database, notice, turn, cancellationToken);
                    // Two of them may concern one account: the second goes on from what the first has written.
                    await change.Database.SaveChangesAsync(cancellationToken);
                    await change.RedrawAsync(Topic, notice.Id, StateOf(notice, change.Now), cancellationToken);
                    moved.Add(notice);
                }
                if (moved.Count == 0)
                    return change.Refuse(new BatchResult([], [], RefusalOf(reader, all, step, change.Now)));
                await told(change, moved);
                return new BatchResult([], moved, null);
            },
            cancellationToken
        );
        return result with { Notices = await FindBatchAsync(turn, batch, cancellationToken) };
    }

    private const string ChangedSince =
        "台帳のアカウントがその後変わったため、まとめては取り消せません。届出を一件ずつ開いて確かめてください。";

    private static string RefusalOf(Deputies.Reader reader, IReadOnlyList<Notice> all, NoticeStep step, DateTimeOffset now) =>
        all is [var first, ..] && NoticeSteps.MaySee(reader, first)
            ? RefusalOf(reader, first, step, now) ?? "先にほかの方が決めました。今の状態をご確認ください。"
            : "この届出は見つかりません。";
}
