using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>What became of an attempt to change a notice.</summary>
/// <param name="Notice">As it is now, with its events; null where it does not exist.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
internal sealed record DeskResult(Notice? Notice, string? Refusal);

/// <summary>
/// Submits notices and moves them on: number, state, history, register and what is to be sent change in one transaction, or not at all.
/// </summary>
internal sealed class NoticeDesk(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    AccountRegister register,
    NoticeTelling telling,
    Changes changes,
    LiveCards cards,
    TimeProvider clock
)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of notices' cards.</summary>
    public const string Topic = "notice";

    public static LiveState Shown(Notice notice) => new(Topic, notice.Id, notice.Version);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Checks a draft against the form, the day and the register.</summary>
    public async Task<Checked> CheckAsync(NoticeDraft draft, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return NoticeRules.Check(
            knowledge.Current.FormOf(draft.Kind)!,
            draft.Fields,
            knowledge.Current,
            await KnownAsync(database, draft.Fields, cancellationToken),
            Today
        );
    }

    /// <summary>
    /// The draft becomes a notice under the same id, so that submitting it twice finds what the first time made.
    /// </summary>
    /// <param name="version">Of the draft as its owner saw it.</param>
    public Task<DeskResult> SubmitAsync(Turn turn, Guid id, int version, CancellationToken cancellationToken) =>
        changes.CommitAsync(turn.Key, change => SubmitAsync(change, turn, id, version, cancellationToken), cancellationToken);

    private async Task<DeskResult> SubmitAsync(Change change, Turn turn, Guid id, int version, CancellationToken cancellationToken)
    {
        var database = change.Database;
        await change.LockAsync<NoticeDraft>(id, cancellationToken);
        var draft = await database.NoticeDrafts.SingleOrDefaultAsync(
            draft => draft.Id == id && draft.OwnerId == turn.From.Id,
            cancellationToken
        );
        if (draft is null)
            return change.Refuse(await AlreadyAsync(database, turn, id, cancellationToken));
        // The lock itself has counted once.
        if (draft.Version - 1 != version)
            return change.Refuse(new DeskResult(null, "下書きがほかの画面で変わっています。内容をもう一度確かめてください。"));
        var form = knowledge.Current.FormOf(draft.Kind)!;
        var verdict = NoticeRules.Check(
            form,
            draft.Fields,
            knowledge.Current,
            await KnownAsync(database, draft.Fields, cancellationToken),
            Today
        );
        if (verdict.Problems.Count > 0)
            return change.Refuse(new DeskResult(null, verdict.Problems[0].Sentence));

        var notice = draft.NoticeId is { } returned
            ? await ResubmitAsync(change, draft, returned, verdict, cancellationToken)
            : await NumberedAsync(database, draft, verdict, cancellationToken);
        if (notice is null)
            return change.Refuse(new DeskResult(null, "この届出は、出し直せる状態ではなくなっています。「届出状況」でご確認ください。"));
        var step = Record(change, notice, turn, draft.NoticeId is null ? NoticeStep.Submitted : NoticeStep.Resubmitted, null);
        await telling.OfSubmissionAsync(change, notice, step, form, cancellationToken);
        await DrawAsync(change, notice, turn, cancellationToken);
        database.NoticeDrafts.Remove(draft);
        return new DeskResult(notice, null);
    }

    /// <summary>One step of someone who may take it; see <see cref="NoticeSteps"/>.</summary>
    public async Task<DeskResult> MoveAsync(
        Turn turn,
        string id,
        int version,
        NoticeStep step,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(id, out var key))
            return new DeskResult(null, null);
        var result = await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                await change.LockAsync<Notice>(key, cancellationToken);
                var notice = await change
                    .Database.Notices.Include(notice => notice.Events.OrderBy(happened => happened.At))
                    .SingleOrDefaultAsync(notice => notice.Id == key, cancellationToken);
                if (notice is null || !NoticeSteps.MaySee(turn.From, notice))
                    return change.Refuse(new DeskResult(null, null));
                // The lock itself has counted once.
                if (notice.Version - 1 != version)
                    return change.Refuse(
                        new DeskResult(
                            notice,
                            $"先に「{NoticeWords.Of(notice.Events[^1].Step)}」（{notice.Events[^1].ByName}）がありました。今の状態をご確認ください。"
                        )
                    );
                if (!NoticeSteps.Open(turn.From, notice).Contains(step))
                    return change.Refuse(new DeskResult(notice, $"この届出（{NoticeWords.Of(notice)}）では、その操作はできません。"));

                var happened = Record(change, notice, turn, step, reason);
                if (step is NoticeStep.Accepted)
                    await RegisterAsync(change.Database, notice, turn, cancellationToken);
                await telling.OfStepAsync(change, notice, happened, knowledge.Current.FormOf(notice.Kind)!, cancellationToken);
                await DrawAsync(change, notice, turn, cancellationToken);
                return new DeskResult(notice, null);
            },
            cancellationToken
        );
        // As it is, without what was tried.
        return result is { Notice: not null, Refusal: not null }
            ? result with
            {
                Notice = await FindAsync(turn, id, cancellationToken),
            }
            : result;
    }

    public async Task<Notice?> FindAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var notice = await database
            .Notices.AsNoTracking()
            .Include(notice => notice.Events.OrderBy(happened => happened.At))
            .SingleOrDefaultAsync(notice => notice.Id == key, cancellationToken);
        return notice is not null && NoticeSteps.MaySee(turn.From, notice) ? notice : null;
    }

    /// <summary>The message that was pressed is let alone while the person has a form in its place.</summary>
    public async Task HoldCardAsync(Turn turn, Notice notice, bool isForm, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (isForm)
            await cards.HoldAsync(database, turn, Topic, notice.Id, cancellationToken);
        else
            await cards.ReleaseAsync(database, turn, Topic, notice.Id, cancellationToken);
    }

    /// <param name="status">Null for all.</param>
    /// <param name="page">From 0; of one that does not exist, the nearest is read.</param>
    public async Task<(IReadOnlyList<Notice> Notices, int Page, int Total)> ListAsync(
        Turn turn,
        bool mine,
        NoticeStatus? status,
        int page,
        int length,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = database.Notices.AsNoTracking();
        if (mine)
            all = all.Where(notice => notice.SubmitterId == turn.From.Id);
        if (status is { } wanted)
            all = all.Where(notice => notice.Status == wanted);
        var total = await all.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / length));
        return (
            await all.OrderByDescending(notice => notice.SubmittedAt)
                .ThenBy(notice => notice.Id)
                .Skip(page * length)
                .Take(length)
                .ToListAsync(cancellationToken),
            page,
            total
        );
    }

    private async Task<Notice> NumberedAsync(Database database, NoticeDraft draft, Checked verdict, CancellationToken cancellationToken)
    {
        var year = NoticeNumber.FiscalYearOf(Today);
        var notice = new Notice
        {
            Id = draft.Id,
            Kind = draft.Kind,
            FiscalYear = year,
            Number = await NoticeNumber.TakeAsync(database, year, draft.Kind, cancellationToken),
            Submitter = draft.Owner,
            Conversation = draft.Conversation,
            Fields = NoticeRules.Completed(knowledge.Current.FormOf(draft.Kind)!, draft.Fields),
            IsLate = verdict.IsLate,
            SubmittedAt = clock.GetUtcNow(),
            Version = 1,
        };
        database.Notices.Add(notice);
        return notice;
    }

    private async Task<Notice?> ResubmitAsync(
        Change change,
        NoticeDraft draft,
        Guid id,
        Checked verdict,
        CancellationToken cancellationToken
    )
    {
        await change.LockAsync<Notice>(id, cancellationToken);
        var notice = await change
            .Database.Notices.Include(notice => notice.Events.OrderBy(happened => happened.At))
            .SingleOrDefaultAsync(
                notice => notice.Id == id && notice.SubmitterId == draft.OwnerId && notice.Status == NoticeStatus.Returned,
                cancellationToken
            );
        if (notice is null)
            return null;
        notice.Fields = NoticeRules.Completed(knowledge.Current.FormOf(draft.Kind)!, draft.Fields);
        notice.Conversation = draft.Conversation;
        notice.IsLate = verdict.IsLate;
        notice.SubmittedAt = clock.GetUtcNow();
        return notice;
    }

    private static NoticeEvent Record(Change change, Notice notice, Turn turn, NoticeStep step, string? reason)
    {
        var happened = new NoticeEvent
        {
            NoticeId = notice.Id,
            At = change.Now,
            By = turn.From.Actor,
            Step = step,
            Reason = reason,
        };
        change.Database.NoticeEvents.Add(happened);
        notice.Status = NoticeSteps.StatusAfter(step) ?? notice.Status;
        notice.DecidedAt = notice.Status is NoticeStatus.Submitted ? null : happened.At;
        return happened;
    }

    /// <summary>All cards of the notice show it as it is now, and the message that was pressed is one of them.</summary>
    private static async Task DrawAsync(Change change, Notice notice, Turn turn, CancellationToken cancellationToken)
    {
        await change.ShowHereAsync(Topic, notice.Id, turn, notice.Version, cancellationToken);
        await change.RedrawAsync(Topic, notice.Id, notice.Version, cancellationToken);
    }

    private async Task RegisterAsync(Database database, Notice notice, Turn turn, CancellationToken cancellationToken)
    {
        var accepted = new AcceptedNotice(notice.Id, NoticeNumber.Of(notice), notice.Submitter, turn.From.Actor, notice.Fields);
        var account = notice.Kind switch
        {
            NoticeKind.Start => await register.OpenAsync(database, accepted, cancellationToken),
            NoticeKind.Change => await register.ChangeAsync(database, accepted, cancellationToken),
            NoticeKind.End => await register.EndAsync(database, accepted, cancellationToken),
            NoticeKind.UnblockEnd => await register.UnblockEndedAsync(database, accepted, cancellationToken),
            _ => null,
        };
        notice.AccountId = account?.Id;
    }

    private static async Task<DeskResult> AlreadyAsync(Database database, Turn turn, Guid id, CancellationToken cancellationToken)
    {
        var notice = await database
            .Notices.AsNoTracking()
            .Include(notice => notice.Events.OrderBy(happened => happened.At))
            .SingleOrDefaultAsync(notice => notice.Id == id && notice.SubmitterId == turn.From.Id, cancellationToken);
        return new DeskResult(
            notice,
            notice is null ? "下書きが見つかりません。提出済みか、削除されています。「届出状況」か「下書き」でご確認ください。" : null
        );
    }

    private Task<Account?> KnownAsync(Database database, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken) =>
        register.FindAsync(
            database,
            fields.GetValueOrDefault(FieldId.Url, ""),
            fields.GetValueOrDefault(FieldId.Service, ""),
            fields.GetValueOrDefault(FieldId.AccountName, ""),
            cancellationToken
        );
}
