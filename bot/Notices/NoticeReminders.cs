using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>Writes the reminders of notices when they are sent: of what somebody has gone on with meanwhile, nothing is told.</summary>
internal sealed class NoticeReminders(IDbContextFactory<Database> databases, NoticeList list, Reminders reminders, TimeProvider clock)
    : IComposer
{
    public IReadOnlyCollection<string> Topics { get; } = [NoticeClock.Office, NoticeClock.NextPerson, NoticeClock.One];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        // What is told late, by a queue that stood still, goes by the day on which it is sent.
        var today = reminders.Today() ?? new ReminderDay("", "", clock.GetUtcNow(), clock.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var isNext = message.Topic == NoticeClock.NextPerson;
        var waiting = await NoticeClock.WaitingAsync(database, isNext ? today.Late : today.Due, cancellationToken);
        if (message.Topic == NoticeClock.One)
            return
                message.About.GetValueOrDefault(NoticeTelling.NoticeId) is { } id
                && waiting.Find(notice => notice.Id.ToString() == id) is { } one
                ? Note(one)
                : null;
        if (!isNext)
            waiting.RemoveAll(notice => NoticeSteps.NextOf(notice) != TurnOf.Office);
        if (waiting.Count == 0)
            return null;
        var lead = isNext
            ? "次の届出が、長い間そのままになっています。担当の方に声をかけてください。"
            : "次の届出が、受理か差戻しを待っています。";
        var card = NoticeListCard.RenderReminder(lead, [.. waiting.Select(notice => Row(notice, isNext))], waiting.Count);
        return new TeamsMessage(card, card.FallbackText);
    }

    private NoticeListCard.Row Row(Notice notice, bool isNext) =>
        list.Row(notice) with
        {
            Status = isNext ? $"{NoticeWords.Of(notice)}（{NoticeWords.Of(NoticeSteps.NextOf(notice))}の番）" : NoticeWords.Of(notice),
        };

    private static TeamsMessage Note(Notice notice)
    {
        var last = notice.Events[^1];
        var sentence = NoticeSteps.NextOf(notice) switch
        {
            TurnOf.Chief => $"{notice.SubmitterName}さんの届出が、承認をお待ちしています。",
            _ when notice.Status == NoticeStatus.PulledBack => "引き戻したままになっています。直して提出するか、取り下げてください。",
            _ when last.Step == NoticeStep.Asked => $"{last.Who}さんの質問に、まだお答えがありません。{last.Reason}",
            _ => $"差し戻されたままになっています。直して出し直すか、取り下げてください。{last.Reason}",
        };
        var number = NoticeNumber.Of(notice);
        return new TeamsMessage(NoticeCard.RenderNote(notice.Id.ToString(), number, sentence), $"{number}：{sentence}");
    }
}
