using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Notices;
using GuidelineBot.Turns;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Handovers;

/// <summary>Who is told of a handover: one card and one mail for all of its papers.</summary>
internal sealed class HandoverTelling(
    IOptions<RecipientOptions> recipients,
    NoticeTelling telling,
    LiveKnowledge knowledge,
    HandoverCards cards
)
{
    public HandoverCards Cards => cards;

    public async Task OfSubmissionAsync(Change change, Turn turn, IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        var (batch, state) = await StateAsync(change, notices, cancellationToken);
        await change.ShowHereAsync(NoticeDesk.BatchTopic, batch, turn, state, cancellationToken);
        if (notices[0].Status == NoticeStatus.AwaitingApproval)
            foreach (var chat in await telling.ApproversAsync(change.Database, notices[0], cancellationToken))
                await change.ShowAsync(NoticeDesk.BatchTopic, batch, chat, "", state, cancellationToken);
        else
            await ToOfficeAsync(change, notices[0], batch, state, cancellationToken);
    }

    /// <summary>After a step that concerns those who filed them, or, once approved, those who decide.</summary>
    public async Task OfStepAsync(
        Change change,
        Turn turn,
        IReadOnlyList<Notice> notices,
        NoticeStep step,
        CancellationToken cancellationToken
    )
    {
        var (batch, state) = await StateAsync(change, notices, cancellationToken);
        await change.ShowHereAsync(NoticeDesk.BatchTopic, batch, turn, state, cancellationToken);
        await change.RedrawAsync(NoticeDesk.BatchTopic, batch, state, cancellationToken);
        if (step == NoticeStep.Approved)
            await ToOfficeAsync(change, notices[0], batch, state, cancellationToken);
        var last = notices[0].Events[^1];
        await change.TellAsync(
            new Announcement(
                HandoverCards.Moved,
                $"{last.Id:N}",
                new() { [HandoverCards.BatchEntry] = batch.ToString(), [HandoverCards.EventEntry] = last.Id.ToString() }
            ),
            notices[0].Conversation,
            cancellationToken
        );
    }

    private async Task ToOfficeAsync(Change change, Notice one, Guid batch, int state, CancellationToken cancellationToken)
    {
        await change.ShowToOfficeAsync(NoticeDesk.BatchTopic, batch, state, cancellationToken);
        var (to, copies) = recipients.Value.Of(knowledge.Current.FormOf(one.Kind)!.Recipient);
        foreach (var address in to)
            await change.MailAsync(About(HandoverCards.Filed, batch), address, cancellationToken);
        foreach (var address in copies)
            await change.MailAsync(About(HandoverCards.Copied, batch), address, cancellationToken);
    }

    private static async Task<(Guid Batch, int State)> StateAsync(
        Change change,
        IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken
    )
    {
        var batch = notices[0].Batch!.Value;
        return (batch, await NoticeDesk.StateOfAsync(change.Database, batch, change.Now, cancellationToken));
    }

    private static Announcement About(string topic, Guid batch) =>
        new(topic, $"{batch:N}", new() { [HandoverCards.BatchEntry] = batch.ToString() });
}
