using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>A notice made ready for its card: for one reader, or for all who see it in a chat.</summary>
internal sealed class NoticeCards(
    IDbContextFactory<Database> databases,
    NoticeViews views,
    NoticeNextSteps next,
    NoticeAttachments attachments,
    NoticeTelling telling,
    DeputyBook deputies,
    TimeProvider clock
) : ILiveCardArtist
{
    public string Topic => NoticeDesk.Topic;

    public LiveState Shown(Notice notice) => new(Topic, notice.Id, NoticeDesk.StateOf(notice, clock.GetUtcNow()));

    public Task<Reader> ReaderAsync(Turn turn, CancellationToken cancellationToken) => deputies.ReaderAsync(turn.From, cancellationToken);

    /// <summary>For whoever pressed: with the buttons that they may press now.</summary>
    /// <param name="list">The list it was opened from.</param>
    public async Task<NoticeCard.Model> ForAsync(
        Turn turn,
        Notice notice,
        string? lead,
        NoticeListCard.Page? list,
        CancellationToken cancellationToken
    )
    {
        var reader = await ReaderAsync(turn, cancellationToken);
        var steps = NoticeSteps.Open(reader, notice, clock.GetUtcNow());
        var model = views.Notice(notice, steps, NoticeSteps.MayRedo(reader, notice), lead);
        return await WithNextAsync(
            model with
            {
                List = list,
                CanAppoint = CanAppoint(reader, notice),
            },
            notice,
            NoticeSteps.Decides(reader, notice),
            cancellationToken
        );
    }

    /// <summary>For the submitter, wherever they are told.</summary>
    public Task<NoticeCard.Model> ForSubmitterAsync(Notice notice, string? lead, CancellationToken cancellationToken) =>
        WithNextAsync(
            views.Notice(notice, NoticeSteps.OfSubmitter(notice), NoticeSteps.CanBeRedone(notice), lead),
            notice,
            false,
            cancellationToken
        );

    /// <summary>Nothing was done, and why. A message that shows the notice as it was before is put right for everybody on the occasion.</summary>
    /// <param name="shown">The version of the notice on the card that was pressed.</param>
    public async Task<Reply> RefusedAsync(
        Turn turn,
        Notice notice,
        int shown,
        string why,
        NoticeListCard.Page? list,
        CancellationToken cancellationToken
    )
    {
        var reader = await ReaderAsync(turn, cancellationToken);
        var card = NoticeCard.Render(await ForAsync(turn, notice, why, list, cancellationToken));
        // The buttons are the presser's; whoever has none must not take away those of the people who have.
        var isConcerned = NoticeSteps.Decides(reader, notice) || NoticeSteps.Approves(reader, notice) || NoticeSteps.IsOwn(reader, notice);
        return shown != notice.Version && isConcerned && list is null ? new Reply.Update(card) : new Reply.View(card);
    }

    /// <summary>In a chat of the submitter's or the chief's with what they may do, elsewhere with what those who decide may.</summary>
    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            !Guid.TryParse(about, out var id)
            || await database
                .Notices.AsNoTracking()
                .Include(notice => notice.Events.OrderBy(happened => happened.At))
                .SingleOrDefaultAsync(notice => notice.Id == id, cancellationToken)
                is not { } notice
        )
            return null;
        var now = clock.GetUtcNow();
        var place = await KnownConversations.FindAsync(database, conversation, cancellationToken);
        var isSubmitters = conversation == notice.Conversation || place?.PersonId == notice.SubmitterId;
        var isChiefs = (await telling.ApproversAsync(database, notice, cancellationToken)).Contains(conversation);
        // In the submitter's own chat there is nobody who may decide, though it be the office's.
        var isOffices =
            place?.PersonId != notice.SubmitterId && (!isSubmitters && !isChiefs || place is { TakesNotices: true, IsClosed: false });
        NoticeStep[] steps =
        [
            .. isChiefs ? NoticeSteps.OfChief(notice) : [],
            .. isOffices ? NoticeSteps.OfDecider(notice, now) : [],
            .. isSubmitters ? NoticeSteps.OfSubmitter(notice) : [],
        ];
        var lead = isSubmitters ? await SubmittedAsync(database, notice, cancellationToken) : LeadOf(notice);
        var model = views.Notice(notice, steps, isSubmitters && NoticeSteps.CanBeRedone(notice), lead);
        model = await WithNextAsync(model with { CanAppoint = isChiefs && steps.Length > 0 }, notice, isOffices, cancellationToken);
        return (NoticeCard.Render(model), $"{model.Number}：{model.Status}", NoticeDesk.StateOf(notice, now));
    }

    /// <summary>Whoever is to approve, or could decide if it were not their own, can leave it to a deputy.</summary>
    private static bool CanAppoint(Reader reader, Notice notice) =>
        notice.Status == NoticeStatus.AwaitingApproval && reader.Id == notice.ChiefId
        || notice.Status == NoticeStatus.Submitted && NoticeSteps.IsOwn(reader, notice) && reader.Person.Is(NoticeSteps.Deciders(notice));

    /// <summary>As they read it when they submitted it, for as long as nothing has come of it.</summary>
    private async Task<string?> SubmittedAsync(Database database, Notice notice, CancellationToken cancellationToken) =>
        notice.Events is [.., { Step: NoticeStep.Submitted or NoticeStep.Resubmitted }]
            ? await telling.SubmittedAsync(database, notice, views.FormOf(notice.Kind), cancellationToken)
            : null;

    /// <summary>What the submitter did last, for those who are to act on it.</summary>
    private static string? LeadOf(Notice notice) =>
        notice.Events is [.., var last] && last.ById == notice.SubmitterId
            ? $"{last.Who}さんから「{NoticeWords.Of(last.Step)}」がありました。{last.Reason}"
            : null;

    private async Task<NoticeCard.Model> WithNextAsync(
        NoticeCard.Model model,
        Notice notice,
        bool decides,
        CancellationToken cancellationToken
    )
    {
        var files = await attachments.OfNoticeAsync(notice.Id, cancellationToken);
        return model with
        {
            Rows = files.Count == 0 ? model.Rows : [.. model.Rows, new("添付ファイル", NoticeAttachments.Names(files))],
            NextSteps = await next.OfAsync(notice, cancellationToken),
            Listed = decides ? await next.ListedTitleAsync(notice, cancellationToken) : null,
        };
    }
}
