using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>The mails and cards that tell about notices, written from what is stored when they are sent.</summary>
internal sealed class NoticeComposer(IDbContextFactory<Database> databases, LiveKnowledge knowledge, NoticeViews views, NoticePapers papers)
    : IComposer,
        ILiveCardArtist
{
    public string Topic => NoticeDesk.Topic;

    public IReadOnlyCollection<string> Topics { get; } =
    [NoticeTelling.Filed, NoticeTelling.Copied, NoticeTelling.Moved, NoticeTelling.Heard];

    public async Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await FindAsync(message, cancellationToken) is not var (notice, happened))
            return null;
        var form = views.FormOf(notice.Kind);
        var number = NoticeNumber.Of(notice);
        var isCopy = message.Topic == NoticeTelling.Copied;
        var lines = new List<string>
        {
            isCopy
                ? $"{form.FullTitle}の写しを共有します（ガイドライン {knowledge.Current.LabelOf(Demand.ShareCopies)}）。"
                : Opening(form, happened),
            "",
            $"番号　　{number}{(notice.IsLate ? "（事後届出）" : "")}",
            $"届出者　{notice.SubmitterName}",
            $"日時　　{Wareki.Minute(views.Local(happened.At))}",
        };
        if (happened.Reason is { Length: > 0 } reason)
            lines.AddRange(["", $"{NoticeWords.ReasonOf(happened.Step)}", reason]);
        lines.AddRange([
            "",
            "内容",
            .. NoticeViews.Rows(form, notice.Fields).Select(row => $"・{row.Label}　{row.Value.ReplaceLineEndings(" ")}"),
        ]);
        if (!isCopy)
            lines.AddRange(["", "受理や差戻しは、Teamsのガイドラインボットで「届出一覧」と入力して行ってください。"]);
        return new Mail(
            $"【{NoticeWords.Of(happened.Step)}{(isCopy ? "・写し" : "")}】{number}　{NoticeViews.About(notice.Fields)}",
            string.Join("\r\n", lines),
            papers.Of(notice)
        );
    }

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await FindAsync(message, cancellationToken) is not var (notice, happened))
            return null;
        if (message.Topic == NoticeTelling.Moved)
        {
            var lead = $"{happened.ByName}さんから「{NoticeWords.Of(happened.Step)}」の連絡です。{happened.Reason}";
            var steps = NoticeSteps.OfSubmitter(notice);
            return Message(views.Notice(notice, steps, notice.Status == NoticeStatus.Returned, lead));
        }
        var told = $"{notice.SubmitterName}さんから「{NoticeWords.Of(happened.Step)}」がありました。{happened.Reason}";
        return Message(views.Notice(notice, NoticeSteps.OfDecider(notice), false, told));

        TeamsMessage Message(NoticeCard.Model model) =>
            new(NoticeCard.Render(model), $"{NoticeNumber.Of(notice)}：{NoticeWords.Of(happened.Step)}")
            {
                Shown = NoticeDesk.Shown(notice),
            };
    }

    /// <summary>In a chat of the submitter's with what they may do, elsewhere with what those who decide may.</summary>
    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!Guid.TryParse(about, out var id) || await FindAsync(database, id, cancellationToken) is not { } notice)
            return null;
        var own = KnownConversations.OfPerson(database, notice.SubmitterId);
        var isSubmitters = conversation == notice.Conversation || await own.AnyAsync(chat => chat.Id == conversation, cancellationToken);
        var isOffices =
            !isSubmitters || await KnownConversations.OfOffice(database).AnyAsync(place => place.Id == conversation, cancellationToken);
        var model = views.Notice(
            notice,
            [.. isOffices ? NoticeSteps.OfDecider(notice) : [], .. isSubmitters ? NoticeSteps.OfSubmitter(notice) : []],
            isSubmitters && notice.Status == NoticeStatus.Returned,
            null
        );
        return (NoticeCard.Render(model), $"{model.Number}：{model.Status}", notice.Version);
    }

    private static Task<Notice?> FindAsync(Database database, Guid id, CancellationToken cancellationToken) =>
        database
            .Notices.AsNoTracking()
            .Include(notice => notice.Events.OrderBy(happened => happened.At))
            .SingleOrDefaultAsync(notice => notice.Id == id, cancellationToken);

    private async Task<(Notice Notice, NoticeEvent Happened)?> FindAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(NoticeTelling.NoticeId), out var id)
            || !Guid.TryParse(message.About.GetValueOrDefault(NoticeTelling.EventId), out var step)
        )
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var notice = await FindAsync(database, id, cancellationToken);
        return notice?.Events.Find(happened => happened.Id == step) is { } found ? (notice, found) : null;
    }

    private static string Opening(NoticeForm form, NoticeEvent happened) =>
        happened.Step switch
        {
            NoticeStep.Submitted => $"{form.FullTitle}が提出されました。",
            NoticeStep.Resubmitted => $"差し戻した{form.FullTitle}が、直して提出されました。",
            _ => $"{form.FullTitle}について「{NoticeWords.Of(happened.Step)}」がありました。",
        };
}
