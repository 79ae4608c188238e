using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Deputies;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Lists of notices, and the way back to them.</summary>
internal sealed class NoticeList(NoticeDesk desk, NoticeViews views, DeputyBook deputies, LiveKnowledge knowledge)
{
    private static readonly IReadOnlyList<NoticeListCard.Filter> Filters =
    [
        new(NoticeListCard.All, "すべて"),
        .. new[]
        {
            NoticeStatus.AwaitingApproval,
            NoticeStatus.Submitted,
            NoticeStatus.Returned,
            NoticeStatus.PulledBack,
            NoticeStatus.Accepted,
            NoticeStatus.Permitted,
        }.Select(status => new NoticeListCard.Filter(status.ToString(), NoticeWords.Of(status))),
    ];

    /// <returns>Null for everybody's list where it is not for this person.</returns>
    public async Task<NoticeListCard.Model?> ModelAsync(Turn turn, NoticeListCard.Page asked, CancellationToken cancellationToken)
    {
        var mine = asked.Whose != NoticeListCard.Everybodys;
        if (!mine && !IsForAll(await deputies.ReaderAsync(turn.From, cancellationToken)))
            return null;
        NoticeStatus? status = Enum.TryParse<NoticeStatus>(asked.Filter, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        var (notices, page, total) = await desk.ListAsync(turn, mine, status, asked.Number, NoticeListCard.PageLength, cancellationToken);
        return new NoticeListCard.Model(
            mine ? "届出状況" : "届出一覧",
            asked with
            {
                Number = page,
                Filter = status?.ToString() ?? NoticeListCard.All,
            },
            [.. notices.Select(Row)],
            total,
            [.. Filters.Where(filter => desk.NeedsApproval || filter.Name != nameof(NoticeStatus.AwaitingApproval))]
        );
    }

    public string Refusal =>
        $"届出一覧は、{knowledge.Current.Offices.PublicRelations.Name}と{knowledge.Current.Offices.NetworkAdministrator.Name}だけがご覧いただけます。"
        + "ご自分の届出は「届出状況」でご覧ください。";

    public NoticeListCard.Row Row(Notice notice) =>
        new(
            notice.Id.ToString(),
            NoticeNumber.Of(notice),
            views.FormOf(notice.Kind).Title,
            NoticeViews.About(notice.Fields),
            NoticeWords.Of(notice),
            views.Local(notice.SubmittedAt)
        );

    /// <summary>The list that a press came from, as everybody sees it from now on; null where it came from none.</summary>
    public async Task<AdaptiveCard?> AgainAsync(Turn turn, NoticeListCard.Page? list, CancellationToken cancellationToken) =>
        list is not null && await ModelAsync(turn, list, cancellationToken) is { } model ? NoticeListCard.Render(model) : null;

    private static bool IsForAll(Reader reader) =>
        reader.Is(Roles.Reviewer) || reader.Is(Roles.NetworkAdministrator) || reader.Person.Is(Roles.Administrator);
}
