using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>Whoever begins to look after notices, an office's chat or a deputy, gets those that wait already.</summary>
internal sealed class OpenAtOffice(TimeProvider clock) : IOfficeNews, IDeputyWork
{
    public string What => "未処理の届出";

    public async Task<int> ShowOpenAsync(Change change, string place, CancellationToken cancellationToken) =>
        await ShowAsync(change, place, change.Database.Notices.Where(notice => notice.Status == NoticeStatus.Submitted), cancellationToken);

    public async Task HandAsync(Change change, Deputy deputy, Roles roles, CancellationToken cancellationToken)
    {
        var own = KnownConversations.OfPerson(change.Database, deputy.PersonId).Select(chat => chat.Id);
        if (await own.FirstOrDefaultAsync(cancellationToken) is not { } chat)
            return;
        var (principal, person, isReviewer, isNetwork) = (
            deputy.PrincipalId,
            deputy.PersonId,
            (roles & Roles.Reviewer) != 0,
            (roles & Roles.NetworkAdministrator) != 0
        );
        var theirs = change.Database.Notices.Where(notice =>
            notice.SubmitterId != person
            && (
                notice.Status == NoticeStatus.AwaitingApproval && notice.ChiefId == principal
                || notice.Status == NoticeStatus.Submitted
                    && (
                        notice.Kind == Knowledge.Notices.NoticeKind.Unblock || notice.Kind == Knowledge.Notices.NoticeKind.UnblockEnd
                            ? isNetwork
                            : isReviewer
                    )
            )
        );
        await ShowAsync(change, chat, theirs, cancellationToken);
    }

    /// <returns>How many wait, whether their cards stand there already or are to be posted.</returns>
    private async Task<int> ShowAsync(Change change, string place, IQueryable<Notice> notices, CancellationToken cancellationToken)
    {
        var waiting = await notices.AsNoTracking().OrderBy(notice => notice.SubmittedAt).ToListAsync(cancellationToken);
        var standing = await LiveCards.AboutsIn(change.Database, NoticeDesk.Topic, place).ToListAsync(cancellationToken);
        foreach (var notice in waiting.Where(notice => !standing.Contains(notice.Id.ToString())).TakeLast(IOfficeNews.MostCards))
        {
            var state = NoticeDesk.StateOf(notice, clock.GetUtcNow());
            await change.ShowAsync(NoticeDesk.Topic, notice.Id, place, "", state, cancellationToken);
        }
        return waiting.Count;
    }
}
