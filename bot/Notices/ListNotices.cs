using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>「届出状況」: one's own notices; 「届出一覧」: everybody's, for those who decide.</summary>
internal sealed class ListNotices(NoticeDesk desk, NoticeViews views, LiveKnowledge knowledge) : ITurnHandler
{
    private static readonly IReadOnlyList<NoticeListCard.Filter> Filters =
    [
        new(NoticeListCard.All, "すべて"),
        .. new[] { NoticeStatus.Submitted, NoticeStatus.Returned, NoticeStatus.Accepted, NoticeStatus.Permitted }.Select(
            status => new NoticeListCard.Filter(status.ToString(), NoticeWords.Of(status))
        ),
    ];

    private Offices Offices => knowledge.Current.Offices;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Press is null
            ? turn.Understood?.Route.Name == NoticesSetup.EverybodysCommand
                ? new NoticeListCard.Page(NoticeListCard.Everybodys, NoticeStatus.Submitted.ToString(), 0)
                : new NoticeListCard.Page(NoticeListCard.Mine, NoticeListCard.All, 0)
            : turn.Read<NoticeListCard.Page>();
        var mine = asked.Whose != NoticeListCard.Everybodys;
        if (!mine && (turn.From.Roles & (Roles.Reviewer | Roles.NetworkAdministrator | Roles.Administrator)) == 0)
            return new Reply.Say(
                $"届出一覧は、{Offices.PublicRelations.Name}と{Offices.NetworkAdministrator.Name}だけがご覧いただけます。ご自分の届出は「届出状況」でご覧ください。"
            );

        NoticeStatus? status = Enum.TryParse<NoticeStatus>(asked.Filter, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        var (notices, page, total) = await desk.ListAsync(turn, mine, status, asked.Number, NoticeListCard.PageLength, cancellationToken);
        var card = NoticeListCard.Render(
            new NoticeListCard.Model(
                mine ? "届出状況" : "届出一覧",
                asked with
                {
                    Number = page,
                    Filter = status?.ToString() ?? NoticeListCard.All,
                },
                [
                    .. notices.Select(notice => new NoticeListCard.Row(
                        notice.Id.ToString(),
                        NoticeNumber.Of(notice),
                        views.FormOf(notice.Kind).Title,
                        NoticeViews.About(notice.Fields),
                        NoticeWords.Of(notice),
                        views.Local(notice.SubmittedAt)
                    )),
                ],
                total,
                Filters
            )
        );
        return turn.Press is null ? new Reply.Show(card, $"{(mine ? "届出状況" : "届出一覧")}は{total}件です。") : new Reply.View(card);
    }
}
