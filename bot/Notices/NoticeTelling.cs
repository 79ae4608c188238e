using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Notices;

/// <summary>Who is told what about a notice: rows of the outbox, in the transaction of what they tell about.</summary>
internal sealed partial class NoticeTelling(
    IOptions<RecipientOptions> recipients,
    DeliveryBell bell,
    TimeProvider clock,
    ILogger<NoticeTelling> log
)
{
    /// <summary>The paper itself, to those who decide.</summary>
    public const string Filed = "notice.filed";

    /// <summary>The same paper, for information (6②エ).</summary>
    public const string Copied = "notice.copied";

    /// <summary>What became of it, to the submitter.</summary>
    public const string Moved = "notice.moved";

    /// <summary>An answer or a withdrawal, to those who decide.</summary>
    public const string Heard = "notice.heard";

    public const string NoticeId = "notice";
    public const string EventId = "event";

    public async Task OfSubmissionAsync(
        Database database,
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
            Add(database, notice, happened, OutboxChannel.Mail, address, Filed);
        foreach (var address in copies)
            Add(database, notice, happened, OutboxChannel.Mail, address, Copied);
        await TellReviewersAsync(database, notice, happened, Filed, cancellationToken);
    }

    public async Task OfStepAsync(
        Database database,
        Notice notice,
        NoticeEvent happened,
        NoticeForm form,
        CancellationToken cancellationToken
    )
    {
        if (happened.ById != notice.SubmitterId)
        {
            Add(database, notice, happened, OutboxChannel.Teams, notice.Conversation, Moved);
            return;
        }
        foreach (var address in recipients.Value.Of(form.Recipient).To)
            Add(database, notice, happened, OutboxChannel.Mail, address, Heard);
        await TellReviewersAsync(database, notice, happened, Heard, cancellationToken);
    }

    /// <summary>Says that something waits to be sent.</summary>
    public void Wake() => bell.Ring();

    private async Task TellReviewersAsync(
        Database database,
        Notice notice,
        NoticeEvent happened,
        string topic,
        CancellationToken cancellationToken
    )
    {
        foreach (var place in await KnownConversations.OfOffice(database).Select(place => place.Id).ToListAsync(cancellationToken))
            Add(database, notice, happened, OutboxChannel.Teams, place, topic);
    }

    private void Add(Database database, Notice notice, NoticeEvent happened, OutboxChannel channel, string recipient, string topic)
    {
        var now = clock.GetUtcNow();
        database.Outbox.Add(
            new OutboxMessage
            {
                Key = $"{topic}:{happened.Id:N}:{channel}:{recipient}",
                Channel = channel,
                Recipient = recipient,
                Topic = topic,
                About = new() { [NoticeId] = notice.Id.ToString(), [EventId] = happened.Id.ToString() },
                CreatedAt = now,
                DueAt = now,
            }
        );
    }

    [LoggerMessage(LogLevel.Warning, "{Paper}を{Addressee}にメールで送れません。設定 Recipients に宛先がありません。")]
    private partial void LogNobody(string paper, string addressee);
}
