using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>A submitted notice as it is now.</summary>
internal sealed class OpenNotice(NoticeDesk desk, NoticeViews views) : ITurnHandler
{
    public static Reply Unknown => new Reply.Say("その届出は見つかりません。ご自分の届出は「届出状況」でご覧いただけます。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<NoticeCard.NoticeRef>().Notice, cancellationToken) is not { } notice)
            return Unknown;
        await desk.HoldCardAsync(turn, notice, isForm: false, cancellationToken);
        return new Reply.View(NoticeCard.Render(views.Notice(notice, turn.From)));
    }

    /// <summary>
    /// Nothing was done, and why. A message that shows the notice as it was before is put right for everybody on the occasion.
    /// </summary>
    /// <param name="shown">The version of the notice on the card that was pressed.</param>
    public static Reply Refused(Notice notice, int shown, Person person, string why, NoticeViews views)
    {
        var card = NoticeCard.Render(views.Notice(notice, person, why));
        // The buttons are the presser's; whoever has none must not take away those of the people who have.
        return shown != notice.Version && (NoticeSteps.Decides(person, notice) || person.Id == notice.SubmitterId)
            ? new Reply.Update(card)
            : new Reply.View(card);
    }
}
