using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Notices;

/// <summary>Who is told what about a notice.</summary>
internal sealed partial class NoticeTelling(IOptions<RecipientOptions> recipients, ILogger<NoticeTelling> log)
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
        await change.TellOfficeAsync(About(Filed, notice, happened), cancellationToken);
    }

    public async Task OfStepAsync(Change change, Notice notice, NoticeEvent happened, NoticeForm form, CancellationToken cancellationToken)
    {
        if (happened.ById != notice.SubmitterId)
        {
            await change.TellAsync(About(Moved, notice, happened), notice.Conversation, cancellationToken);
            return;
        }
        foreach (var address in recipients.Value.Of(form.Recipient).To)
            await change.MailAsync(About(Heard, notice, happened), address, cancellationToken);
        await change.TellOfficeAsync(About(Heard, notice, happened), cancellationToken);
    }

    private static Announcement About(string topic, Notice notice, NoticeEvent happened) =>
        new(topic, $"{happened.Id:N}", new() { [NoticeId] = notice.Id.ToString(), [EventId] = happened.Id.ToString() });

    [LoggerMessage(LogLevel.Warning, "{Paper}を{Addressee}にメールで送れません。設定 Recipients に宛先がありません。")]
    private partial void LogNobody(string paper, string addressee);
}
