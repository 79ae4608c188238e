using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>「届出状況」: one's own notices; 「届出一覧」: everybody's, for those who decide.</summary>
internal sealed class ListNotices(NoticeList list) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Press is null
            ? turn.Understood?.Route.Name == NoticesSetup.EverybodysCommand
                ? new NoticeListCard.Page(NoticeListCard.Everybodys, NoticeStatus.Submitted.ToString(), 0)
                : new NoticeListCard.Page(NoticeListCard.Mine, NoticeListCard.All, 0)
            : turn.Read<NoticeListCard.Page>();
        if (await list.ModelAsync(turn, asked, cancellationToken) is not { } model)
            return new Reply.Say(list.Refusal);
        var card = NoticeListCard.Render(model);
        var told = $"{model.Title}は{model.Total}件です。";
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, told) : new Reply.View(card), told);
    }
}
