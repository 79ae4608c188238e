using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>A submitted notice as it is now.</summary>
internal sealed class OpenNotice(NoticeDesk desk, NoticeCards cards) : ITurnHandler
{
    public static Reply Unknown => new Reply.Say("その届出は見つかりません。ご自分の届出は「届出状況」でご覧いただけます。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.NoticeRef>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return Unknown;
        await desk.HoldCardAsync(turn, notice, isForm: false, cancellationToken);
        return new Reply.View(NoticeCard.Render(await cards.ForAsync(turn, notice, null, asked.List, cancellationToken)));
    }
}
