using System.Text.Json;
using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Notices;

/// <summary>What became of an attempt to change a notice.</summary>
/// <param name="Notice">As it is now, with its events; null where it does not exist.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
internal sealed record DeskResult(Notice? Notice, string? Refusal)
{
    /// <summary>In which the notice can be put right, where the step was to pull it back.</summary>
    public NoticeDraft? Draft { get; init; }
}

/// <summary>
/// Submits notices and moves them on: number, state, history, register and what is to be sent change in one transaction, or not at all.
/// </summary>
internal sealed partial class NoticeDesk(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    AccountRegister register,
    NoticeTelling telling,
    Changes changes,
    LiveCards cards,
    DeputyBook deputies,
    IOptions<ApprovalOptions> approvals,
    TimeProvider clock
)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of notices' cards.</summary>
    public const string Topic = "notice";

    /// <summary>What a card that is drawn now shows: beside the notice itself, whether its acceptance can still be taken back.</summary>
    public static int StateOf(Notice notice, DateTimeOffset now) => 2 * notice.Version + (NoticeSteps.CanBeTakenBack(notice, now) ? 0 : 1);

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
        var reader = await deputies.ReaderAsync(turn.From, cancellationToken);
        var result = await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                await change.LockAsync<Notice>(key, cancellationToken);
                var notice = await change
                    .Database.Notices.Include(notice => notice.Events.OrderBy(happened => happened.At))
                    .SingleOrDefaultAsync(notice => notice.Id == key, cancellationToken);
                if (notice is null || !NoticeSteps.MaySee(reader, notice))
                    return change.Refuse(new DeskResult(null, null));
                if (Refusal(reader, notice, version, step, change.Now) is { } refusal)
                    return change.Refuse(new DeskResult(notice, refusal));
                return await StepAsync(change, turn, reader, notice, step, reason, cancellationToken);
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

    private static string? Refusal(Reader reader, Notice notice, int version, NoticeStep step, DateTimeOffset now) =>
        // The lock itself has counted once.
        notice.Version - 1
        != version
            ? $"先に「{NoticeWords.Of(notice.Events[^1].Step)}」（{notice.Events[^1].ByName}）がありました。今の状態をご確認ください。"
            : RefusalOf(reader, notice, step, now);

    /// <returns>Why this reader cannot take the step now; null where they can.</returns>
    public static string? RefusalOf(Reader reader, Notice notice, NoticeStep step, DateTimeOffset now) =>
        NoticeSteps.Open(reader, notice, now).Contains(step) ? null
        : NoticeSteps.IsOwn(reader, notice) && NoticeSteps.IsDecision(step)
            ? "ご自分の届出は、ご自分では決められません。その操作はできません。ほかの担当の方か、代理の方（「代理」と入力すると決められます）にお願いしてください。"
        : step == NoticeStep.TakenBack ? "決定から10分が過ぎたため、その操作はできません。"
        : $"この届出（{NoticeWords.Of(notice)}）では、その操作はできません。";

    private async Task<DeskResult> StepAsync(
        Change change,
        Turn turn,
        Reader reader,
        Notice notice,
        NoticeStep step,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if (step is NoticeStep.TakenBack)
        {
            if (!await register.UndoAsync(change.Database, notice.Id, turn.From.Actor, cancellationToken))
                return change.Refuse(
                    new DeskResult(notice, "台帳のアカウントがその後変わったため、その操作はできません。台帳を直してください。")
                );
            notice.AccountId = null;
        }
        var happened = Record(change, notice, turn, step, reason, NoticeSteps.For(reader, notice));
        if (step is NoticeStep.Accepted)
            await RegisterAsync(change.Database, notice, turn, cancellationToken);
        var form = knowledge.Current.FormOf(notice.Kind)!;
        await DrawAsync(change, notice, turn, isForm: false, cancellationToken);
        if (step is NoticeStep.Approved)
            await telling.OfSubmissionAsync(change, notice, happened, form, cancellationToken);
        await telling.OfStepAsync(change, notice, happened, form, cancellationToken);
        return new DeskResult(notice, null) { Draft = step is NoticeStep.PulledBack ? Redraft(change, notice, turn) : null };
    }

    public async Task<Notice?> FindAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        var reader = await deputies.ReaderAsync(turn.From, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var notice = await database
            .Notices.AsNoTracking()
            .Include(notice => notice.Events.OrderBy(happened => happened.At))
            .SingleOrDefaultAsync(notice => notice.Id == key, cancellationToken);
        return notice is not null && NoticeSteps.MaySee(reader, notice) ? notice : null;
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
        var notices = await all.OrderByDescending(notice => notice.SubmittedAt)
            .ThenBy(notice => notice.Id)
            .Skip(page * length)
            .Take(length)
            .ToListAsync(cancellationToken);
        return (notices, page, total);
    }

    private static NoticeEvent Record(Change change, Notice notice, Turn turn, NoticeStep step, string? reason, Actor? principal = null)
    {
        var happened = new NoticeEvent
        {
            NoticeId = notice.Id,
            At = change.Now,
            By = turn.From.Actor,
            For = principal,
            Step = step,
            Reason = reason,
        };
        change.Database.NoticeEvents.Add(happened);
        notice.Status = NoticeSteps.StatusAfter(step) ?? notice.Status;
        if (notice.Chief is not null && step is NoticeStep.Submitted or NoticeStep.Resubmitted)
            notice.Status = NoticeStatus.AwaitingApproval;
        var isOpen = notice.Status is NoticeStatus.Submitted or NoticeStatus.AwaitingApproval or NoticeStatus.PulledBack;
        notice.DecidedAt = isOpen ? null : happened.At;
        return happened;
    }

    /// <summary>
    /// All cards of the notice show it as it is now. The message that was pressed is one of them, unless it is a list, or only points to
    /// the card that stands further up in the same chat.
    /// </summary>
    /// <param name="isForm">The message that was pressed holds the form, and becomes the notice's card in any case.</param>
    private static async Task DrawAsync(Change change, Notice notice, Turn turn, bool isForm, CancellationToken cancellationToken)
    {
        var state = StateOf(notice, change.Now);
        if (isForm || !IsFromList(turn) && await LiveCards.IsOnlyOneAsync(change.Database, turn, Topic, notice.Id, cancellationToken))
            await change.ShowHereAsync(Topic, notice.Id, turn, state, cancellationToken);
        await change.RedrawAsync(Topic, notice.Id, state, cancellationToken);
        if (notice.Batch is { } batch)
            await change.RedrawAsync(
                BatchTopic,
                batch,
                await StateOfAsync(change.Database, batch, change.Now, cancellationToken),
                cancellationToken
            );
    }

    private static bool IsFromList(Turn turn) =>
        turn.Press is { Data.ValueKind: JsonValueKind.Object } press
        && press.Data.TryGetProperty("list", out var list)
        && list.ValueKind == JsonValueKind.Object;

    /// <summary>What is pulled back goes on as a draft with everything that it said.</summary>
    private static NoticeDraft Redraft(Change change, Notice notice, Turn turn)
    {
        var draft = new NoticeDraft
        {
            Kind = notice.Kind,
            Owner = turn.From.Actor,
            Conversation = turn.Conversation.Id,
            Fields = new Dictionary<string, string>(notice.Fields),
            NoticeId = notice.Id,
            CreatedAt = change.Now,
            UpdatedAt = change.Now,
        };
        change.Database.NoticeDrafts.Add(draft);
        return draft;
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
}
