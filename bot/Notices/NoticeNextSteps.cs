using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>
/// What follows the acceptance of a notice: the website's list (4②) and the network administrator's copy (6②エ), each done or waiting.
/// </summary>
internal sealed class NoticeNextSteps(IDbContextFactory<Database> databases, LiveKnowledge knowledge, TimeProvider clock)
{
    private KnowledgeBase Current => knowledge.Current;

    /// <returns>Nothing before the acceptance.</returns>
    public async Task<IReadOnlyList<NoticeCard.NextStep>> OfAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Status != NoticeStatus.Accepted)
            return [];
        var steps = new List<NoticeCard.NextStep>();
        if (await ListOfAsync(notice, cancellationToken) is var (wanted, isListed))
            steps.Add(
                new(
                    $"{(wanted ? "ウェブサイトの一覧への掲載" : "ウェブサイトの一覧から外す")}{Clause(Demand.KeepList)}",
                    wanted == isListed ? "済み" : "まだ",
                    wanted == isListed
                )
            );
        if (Current.FormOf(notice.Kind)?.Recipient == NoticeRecipient.PublicRelations)
        {
            var (state, isDone) = await CopyAsync(notice, cancellationToken);
            steps.Add(new($"{Current.Offices.NetworkAdministrator.Name}への写し{Clause(Demand.ShareCopies)}", state, isDone));
        }
        return steps;
    }

    /// <summary>The button that notes down that the list is as it should be; null where nothing is to be done about it.</summary>
    public async Task<string?> ListedTitleAsync(Notice notice, CancellationToken cancellationToken) =>
        notice.Status == NoticeStatus.Accepted
        && await ListOfAsync(notice, cancellationToken) is var (wanted, isListed)
        && wanted != isListed
            ? wanted
                ? "一覧に掲載しました"
                : "一覧から外しました"
            : null;

    /// <returns>Whether the account is to be on the list, and whether it is; null where the notice has nothing to do with it.</returns>
    public async Task<(bool Wanted, bool IsListed)?> ListOfAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice is not { Kind: NoticeKind.Start or NoticeKind.End, AccountId: { } id })
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await AccountFinder.ByIdAsync(database, id.ToString(), cancellationToken) is { } account
            ? (notice.Kind == NoticeKind.Start, account.IsListed)
            : null;
    }

    private async Task<(string State, bool IsDone)> CopyAsync(Notice notice, CancellationToken cancellationToken)
    {
        var id = notice.Id.ToString();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var copies = await database
            .Outbox.AsNoTracking()
            .Where(message => message.Topic == NoticeTelling.Copied && message.CreatedAt >= notice.SubmittedAt)
            .Select(message => new { message.About, message.Status })
            .ToListAsync(cancellationToken);
        var own = copies.Where(copy => copy.About.GetValueOrDefault(NoticeTelling.NoticeId) == id).Select(copy => copy.Status).ToList();
        return own.Count switch
        {
            // What was sent is kept in the outbox for a month.
            0 when clock.GetUtcNow() - notice.SubmittedAt > TimeSpan.FromDays(30) => ("済み", true),
            0 => ("送り先が設定されていません", false),
            _ when own.Contains(OutboxStatus.Dead) => ("届いていません。管理者が「配信状況」で確かめます", false),
            _ when own.Contains(OutboxStatus.Waiting) => ("送信待ち", false),
            _ => ("済み", true),
        };
    }

    private string Clause(Demand demand) => Current.Offices.ReasonOf(demand) is null ? "" : $"（{Current.LabelOf(demand)}）";
}

/// <summary>Of an account that is put on the website's list, or taken off it, the notice's cards are drawn again.</summary>
internal sealed class ListedNotices(TimeProvider clock) : IAccountWatcher
{
    public async Task ListedAsync(Change change, Guid account, CancellationToken cancellationToken)
    {
        var notices = await change
            .Database.Notices.Where(notice => notice.AccountId == account && notice.Status == NoticeStatus.Accepted)
            .Select(notice => notice.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in notices)
        {
            // A change of what the card shows, though not of the notice itself: counted, so that it is drawn.
            await change.LockAsync<Notice>(id, cancellationToken);
            var notice = await change.Database.Notices.AsNoTracking().SingleAsync(notice => notice.Id == id, cancellationToken);
            await change.RedrawAsync(NoticeDesk.Topic, id, NoticeDesk.StateOf(notice, clock.GetUtcNow()), cancellationToken);
        }
    }
}
