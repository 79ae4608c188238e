using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>The mails and cards that tell about notices, written from what is stored when they are sent.</summary>
internal sealed class NoticeComposer(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    NoticeViews views,
    NoticeCards cards,
    NoticePapers papers
) : IComposer
{
    public IReadOnlyCollection<string> Topics { get; } =
    [
        NoticeTelling.Filed,
        NoticeTelling.Copied,
        NoticeTelling.Moved,
        NoticeTelling.Heard,
        NoticeTelling.Approval,
        NoticeTelling.Undelivered,
        NoticeTelling.Unreachable,
    ];

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
        if (notice.ChiefName is { } chief)
            lines.Insert(4, $"所属長　{chief}（承認済み）");
        if (happened.Reason is { Length: > 0 } reason)
            lines.AddRange(["", $"{NoticeWords.ReasonOf(happened.Step)}", reason]);
        lines.AddRange([
            "",
            "内容",
            .. NoticeViews.Rows(form, notice.Fields).Select(row => $"・{row.Label}　{row.Value.ReplaceLineEndings(" ")}"),
        ]);
        if (!isCopy)
            lines.AddRange(["", "受理や差戻しは、Teamsのガイドラインボットで「届出一覧」と入力して行ってください。"]);
        // What the section's chief has approved is submitted, as the office sees it.
        var step = NoticeWords.Of(happened.Step == NoticeStep.Approved ? NoticeStep.Submitted : happened.Step);
        return new Mail(
            $"【{step}{(isCopy ? "・写し" : "")}】{number}　{NoticeViews.About(notice.Fields)}",
            string.Join("\r\n", lines),
            await papers.MailedAsync(notice, cancellationToken)
        );
    }

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await FindAsync(message, cancellationToken) is not var (notice, happened))
            return null;
        var number = NoticeNumber.Of(notice);
        if (message.Topic != NoticeTelling.Moved)
        {
            // Who has gone on meanwhile need not be looked for.
            if (message.Topic == NoticeTelling.Unreachable && notice.Status != NoticeStatus.AwaitingApproval)
                return null;
            var sentence = message.Topic switch
            {
                NoticeTelling.Undelivered => Undelivered(views.FormOf(notice.Kind)),
                NoticeTelling.Unreachable => Unreachable(notice, isOwn: message.Recipient == notice.Conversation),
                _ => $"{happened.Who}さんから「{NoticeWords.Of(happened.Step)}」がありました。{happened.Reason}",
            };
            return new TeamsMessage(NoticeCard.RenderNote(notice.Id.ToString(), number, sentence), $"{number}：{sentence}");
        }
        var lead = $"{happened.Who}さんから「{NoticeWords.Of(happened.Step)}」の連絡です。{happened.Reason}";
        var card = NoticeCard.Render(await cards.ForSubmitterAsync(notice, lead, cancellationToken));
        return new TeamsMessage(card, $"{number}：{NoticeWords.Of(happened.Step)}") { Shown = cards.Shown(notice) };
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

    private static string Undelivered(NoticeForm form) =>
        $"{form.Addressee}へのメールが届きませんでした。番号を添えて、直接お知らせください。ボットの管理者は「配信状況」で理由を確かめ、送り直せます。";

    private static string Unreachable(Notice notice, bool isOwn) =>
        isOwn
            ? $"承認をお願いした{notice.ChiefName}さんに、ボットから届けられません。ご本人にボットへ一度話しかけてもらうか、"
                + "引き戻して、ほかの方の承認で提出してください。"
            : $"{notice.SubmitterName}さんの届出の承認を、{notice.ChiefName}さんにボットから届けられません。ご本人に声をかけてください。";

    private static string Opening(NoticeForm form, NoticeEvent happened) =>
        happened.Step switch
        {
            NoticeStep.Submitted or NoticeStep.Approved => $"{form.FullTitle}が提出されました。",
            NoticeStep.Resubmitted => $"差し戻した{form.FullTitle}が、直して提出されました。",
            _ => $"{form.FullTitle}について「{NoticeWords.Of(happened.Step)}」がありました。",
        };
}
