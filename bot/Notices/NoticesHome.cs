using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>Notices on the home card: what can be filed, what one has begun or filed, and what waits for a decision.</summary>
internal sealed class NoticesHome : IHomeRows
{
    public async Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken)
    {
        var isPersonal = turn.Conversation.Kind == ConversationKind.Personal;
        var (person, rows) = (turn.From.Id, new List<HomeCard.Row>());
        var drafts = isPersonal ? await database.NoticeDrafts.CountAsync(draft => draft.OwnerId == person, cancellationToken) : 0;
        rows.Add(new(Place(drafts), "下書き", "書きかけの届出を続けます", DraftsCard.OpenVerb, Count: drafts));
        var returned = isPersonal
            ? await database.Notices.CountAsync(
                notice => notice.SubmitterId == person && notice.Status == NoticeStatus.Returned,
                cancellationToken
            )
            : 0;
        rows.Add(
            returned > 0
                ? new(
                    HomeCard.Place.Waiting,
                    "差し戻された届出",
                    "直して出し直せます",
                    NoticeListCard.OpenVerb,
                    Mine(NoticeStatus.Returned),
                    returned
                )
                : new(HomeCard.Place.More, "届出状況", "出した届出のその後", NoticeListCard.OpenVerb, Mine(null))
        );
        rows.Add(new(HomeCard.Place.Offer, "届出・申請", "始める・変える・やめるとき", NoticesCard.OpenVerb) { Order = 1 });
        rows.Add(new(HomeCard.Place.More, "代理", "承認や受理をほかの方に任せます", DeputyCard.OpenVerb));
        if ((turn.From.Roles & (Roles.Reviewer | Roles.NetworkAdministrator)) != 0)
            rows.Add(
                new(
                    HomeCard.Place.Office,
                    "届出一覧",
                    "受理や差戻しを待つ届出",
                    NoticeListCard.OpenVerb,
                    new NoticeListCard.Page(NoticeListCard.Everybodys, NoticeStatus.Submitted.ToString(), 0),
                    await database.Notices.CountAsync(notice => notice.Status == NoticeStatus.Submitted, cancellationToken)
                )
            );
        return rows;
    }

    private static HomeCard.Place Place(int open) => open > 0 ? HomeCard.Place.Waiting : HomeCard.Place.More;

    private static NoticeListCard.Page Mine(NoticeStatus? status) => new(NoticeListCard.Mine, status?.ToString() ?? NoticeListCard.All, 0);
}
