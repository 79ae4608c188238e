using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Notices;

/// <summary>Who is told what about a notice.</summary>
internal sealed partial class NoticeTelling(
    IOptions<RecipientOptions> recipients,
    IOptions<MailOptions> mail,
    DeputyBook deputies,
    ILogger<NoticeTelling> log
) : IUndelivered
{
    /// <summary>The paper itself, to those who decide.</summary>
    public const string Filed = "notice.filed";

    /// <summary>The same paper, for information (6②エ).</summary>
    public const string Copied = "notice.copied";

    /// <summary>What became of it, to the submitter.</summary>
    public const string Moved = "notice.moved";

    /// <summary>An answer, a withdrawal and the like, to those who decide.</summary>
    public const string Heard = "notice.heard";

    /// <summary>The same, to the section's chief who approves.</summary>
    public const string Approval = "notice.approval";

    /// <summary>That the office was not told, to the submitter.</summary>
    public const string Undelivered = "notice.undelivered";

    /// <summary>That nobody who may approve it can be told, to the submitter and the next person.</summary>
    public const string Unreachable = "notice.unreachable";

    public const string NoticeId = "notice";
    public const string EventId = "event";

    public async Task OfSubmissionAsync(
        Change change,
        Notice notice,
        NoticeEvent happened,
        NoticeForm form,
        CancellationToken cancellationToken
    )
    {
        var (to, copies) = recipients.Value.Of(form.Recipient);
        if (to.Count == 0)
            LogNobody(form.FullTitle, form.Addressee);
        foreach (var address in to)
            await change.MailAsync(About(Filed, notice, happened), address, cancellationToken);
        foreach (var address in copies)
            await change.MailAsync(About(Copied, notice, happened), address, cancellationToken);
        await ShowToOfficeAsync(change, notice, happened, cancellationToken);
    }

    /// <summary>What the submitter reads until something comes of the notice.</summary>
    public async Task<string> SubmittedAsync(Database database, Notice notice, NoticeForm form, CancellationToken cancellationToken) =>
        $"提出しました。{await DestinationAsync(database, notice, form, cancellationToken)}この後の動きは「届出状況」でご覧いただけます。";

    /// <returns>Where a notice that was just submitted will be told, in a sentence; that it will not, where nothing is set up for it.</returns>
    private async Task<string> DestinationAsync(Database database, Notice notice, NoticeForm form, CancellationToken cancellationToken)
    {
        if (notice.Status == NoticeStatus.AwaitingApproval)
            return $"{notice.ChiefName}さんが承認すると、{form.Addressee}に届きます。";
        var isChat = await KnownConversations.OfOffice(database).AnyAsync(cancellationToken);
        var isMail = mail.Value.Host.Length > 0 && recipients.Value.Of(form.Recipient).To.Count > 0;
        return (isChat, isMail) switch
        {
            (true, true) => $"{form.Addressee}に、Teamsとメールで届けます。",
            (true, false) => $"{form.Addressee}に、Teamsで届けます。",
            (false, true) => $"{form.Addressee}に、メールで届けます。",
            _ =>
                $"番号は付きましたが、届け先の設定がまだないため、{form.Addressee}には自動では届きません。番号を添えて、直接お知らせください。",
        };
    }

    /// <summary>The mail with the paper was given up.</summary>
    public async Task TellAsync(Change change, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (
            message.Topic != Filed
            || !Guid.TryParse(message.About.GetValueOrDefault(NoticeId), out var id)
            || await change
                .Database.Notices.Where(notice => notice.Id == id)
                .Select(notice => notice.Conversation)
                .SingleOrDefaultAsync(cancellationToken)
                is not { } chat
        )
            return;
        await change.TellAsync(new Announcement(Undelivered, $"{message.Id:N}", message.About), chat, cancellationToken);
    }

    /// <summary>To the section's chief, and to whoever stands in for them.</summary>
    public async Task OfApprovalAsync(Change change, Notice notice, NoticeEvent happened, CancellationToken cancellationToken)
    {
        foreach (var chat in await ApproversAsync(change.Database, notice, cancellationToken))
            await ShowInAsync(change, notice, happened, Approval, chat, cancellationToken);
    }

    /// <summary>Of a notice that waits for somebody whom the bot cannot write to: said once each time it is submitted.</summary>
    public static Announcement OfUnreachable(Notice notice) => About(Unreachable, notice, notice.Events.MaxBy(happened => happened.At)!);

    /// <summary>The chats of those who may approve it.</summary>
    public async Task<IReadOnlyList<string>> ApproversAsync(Database database, Notice notice, CancellationToken cancellationToken)
    {
        if (notice.ChiefId is not { } chief)
            return [];
        var people = await deputies
            .Running(database)
            .Where(deputy => deputy.PrincipalId == chief)
            .Select(deputy => deputy.PersonId)
            .ToListAsync(cancellationToken);
        var chats = new List<string>();
        foreach (var person in people.Append(chief).Distinct().Where(person => person != notice.SubmitterId))
            if (
                await KnownConversations.OfPerson(database, person).Select(chat => chat.Id).FirstOrDefaultAsync(cancellationToken) is
                { } chat
            )
                chats.Add(chat);
        return chats;
    }

    private static async Task ShowToOfficeAsync(Change change, Notice notice, NoticeEvent happened, CancellationToken cancellationToken)
    {
        foreach (var place in await KnownConversations.OfOffice(change.Database).Select(place => place.Id).ToListAsync(cancellationToken))
            await ShowInAsync(change, notice, happened, Heard, place, cancellationToken);
    }

    /// <summary>
    /// One card a notice stands in a chat and is drawn again in place. As nobody is notified of a card that is drawn again, a line below says
    /// what has to be done about it.
    /// </summary>
    private static async Task ShowInAsync(
        Change change,
        Notice notice,
        NoticeEvent happened,
        string topic,
        string place,
        CancellationToken cancellationToken
    )
    {
        var places = LiveCards.PlacesOf(change.Database, NoticeDesk.Topic, notice.Id.ToString());
        var stands = await places.ContainsAsync(place, cancellationToken);
        if (stands && happened.Step is NoticeStep.Resubmitted or NoticeStep.Answered && place != notice.Conversation)
            await change.TellAsync(About(topic, notice, happened), place, cancellationToken);
        else if (!stands)
            await change.ShowAsync(NoticeDesk.Topic, notice.Id, place, "", NoticeDesk.StateOf(notice, change.Now), cancellationToken);
    }

    public async Task OfStepAsync(Change change, Notice notice, NoticeEvent happened, NoticeForm form, CancellationToken cancellationToken)
    {
        if (happened.ById != notice.SubmitterId)
        {
            await change.TellAsync(About(Moved, notice, happened), notice.Conversation, cancellationToken);
            return;
        }
        if (!HasReachedOffice(notice))
            return;
        foreach (var address in recipients.Value.Of(form.Recipient).To)
            await change.MailAsync(About(Heard, notice, happened), address, cancellationToken);
        // Of what has to be done nothing about, the card itself says enough.
        if (happened.Step is NoticeStep.Answered)
            await ShowToOfficeAsync(change, notice, happened, cancellationToken);
    }

    /// <summary>What the section's chief has not approved, nobody else is told of.</summary>
    private static bool HasReachedOffice(Notice notice) =>
        notice.ChiefId is null || notice.Events.Exists(happened => happened.Step == NoticeStep.Approved);

    private static Announcement About(string topic, Notice notice, NoticeEvent happened) =>
        new(topic, $"{happened.Id:N}", new() { [NoticeId] = notice.Id.ToString(), [EventId] = happened.Id.ToString() });

    [LoggerMessage(LogLevel.Warning, "{Paper}を{Addressee}にメールで送れません。設定 Recipients に宛先がありません。")]
    private partial void LogNobody(string paper, string addressee);
}
