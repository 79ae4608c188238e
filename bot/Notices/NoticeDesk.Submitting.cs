using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>From a draft to a notice with a number, or to the one that was returned or pulled back.</summary>
internal sealed partial class NoticeDesk
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Whether a section's chief approves notices before the office sees them.</summary>
    public bool NeedsApproval => approvals.Value.SectionChief;

    /// <summary>Checks a draft against the form, the day and the register.</summary>
    public async Task<Checked> CheckAsync(NoticeDraft draft, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await CheckAsync(database, draft, cancellationToken);
    }

    private async Task<Checked> CheckAsync(Database database, NoticeDraft draft, CancellationToken cancellationToken) =>
        NoticeRules.Check(
            knowledge.Current.FormOf(draft.Kind)!,
            draft.Fields,
            knowledge.Current,
            await KnownAsync(database, draft.Fields, cancellationToken),
            Today
        );

    /// <summary>
    /// The draft becomes a notice under the same id, so that submitting it twice finds what the first time made.
    /// </summary>
    /// <param name="version">Of the draft as its owner saw it.</param>
    /// <param name="chief">Who is to approve it first; null where nobody has to.</param>
    public Task<DeskResult> SubmitAsync(Turn turn, Guid id, int version, CancellationToken cancellationToken, Actor? chief = null) =>
        changes.CommitAsync(turn.Key, change => SubmitAsync(change, turn, id, version, chief, cancellationToken), cancellationToken);

    /// <summary>What the submitter reads: what will happen to the notice now, and nothing that will not.</summary>
    public async Task<string> SubmittedAsync(Notice notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await telling.SubmittedAsync(database, notice, knowledge.Current.FormOf(notice.Kind)!, cancellationToken);
    }

    private async Task<DeskResult> SubmitAsync(
        Change change,
        Turn turn,
        Guid id,
        int version,
        Actor? chief,
        CancellationToken cancellationToken
    )
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
        if (NeedsApproval && chief is null)
            return change.Refuse(new DeskResult(null, "承認する所属長のお名前を入力してください。"));
        var verdict = await CheckAsync(database, draft, cancellationToken);
        if (verdict.Problems.Count > 0)
            return change.Refuse(new DeskResult(null, verdict.Problems[0].Sentence));

        var notice = draft.NoticeId is { } returned
            ? await ResubmitAsync(change, draft, returned, verdict, cancellationToken)
            : await NumberedAsync(database, draft, verdict, cancellationToken);
        if (notice is null)
            return change.Refuse(new DeskResult(null, "この届出は、出し直せる状態ではなくなっています。「届出状況」でご確認ください。"));
        notice.Chief = chief;
        var step = Record(change, notice, turn, draft.NoticeId is null ? NoticeStep.Submitted : NoticeStep.Resubmitted, null);
        await DrawAsync(change, notice, turn, isForm: true, cancellationToken);
        var form = knowledge.Current.FormOf(notice.Kind)!;
        if (notice.Status == NoticeStatus.AwaitingApproval)
            await telling.OfApprovalAsync(change, notice, step, cancellationToken);
        else
            await telling.OfSubmissionAsync(change, notice, step, form, cancellationToken);
        await change.Database.SaveChangesAsync(cancellationToken);
        await NoticeAttachments.SubmitAsync(change, draft, notice, cancellationToken);
        database.NoticeDrafts.Remove(draft);
        await change.ShowOnlyHereAsync(DraftForms.TopicName, draft.Id, turn, DraftForms.Gone, cancellationToken);
        return new DeskResult(notice, null);
    }

    private async Task<Notice> NumberedAsync(
        Database database,
        NoticeDraft draft,
        Checked verdict,
        CancellationToken cancellationToken,
        Guid? batch = null
    )
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
            Batch = batch,
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
                notice =>
                    notice.Id == id
                    && notice.SubmitterId == draft.OwnerId
                    && (notice.Status == NoticeStatus.Returned || notice.Status == NoticeStatus.PulledBack),
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

    /// <summary>What the register says against a notice, for those who decide.</summary>
    public async Task<IReadOnlyList<string>> RegisterRemarksAsync(Notice notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var known = await KnownAsync(database, notice.Fields, cancellationToken);
        return [.. NoticeRules.OfRegister(knowledge.Current.FormOf(notice.Kind)!, notice.Fields, known)];
    }

    /// <returns>With what papers say of each day.</returns>
    private async Task<Account?> KnownAsync(
        Database database,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellationToken
    )
    {
        var day = fields.GetValueOrDefault(FieldId.ChangeDate) ?? fields.GetValueOrDefault(FieldId.EndDate) ?? "";
        var account = await register.FindAsync(
            database,
            fields.GetValueOrDefault(FieldId.Url, ""),
            fields.GetValueOrDefault(FieldId.Service, ""),
            fields.GetValueOrDefault(FieldId.AccountName, ""),
            cancellationToken,
            FieldValues.DateOf(day)
        );
        if (account is not null)
            await AccountRegister.LoadChangesAsync(database, account, cancellationToken);
        return account;
    }
}
