using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Approvals;

/// <summary>Approvals of posts: asked for, decided, and told to who asked and who decides.</summary>
internal sealed class ApprovalDesk(IDbContextFactory<Database> databases, Changes changes, AccountFinder finder)
{
    /// <summary>The <see cref="OutboxMessage.Topic"/> of a request to the approver.</summary>
    public const string Asked = "approval.asked";

    /// <summary>The <see cref="OutboxMessage.Topic"/> of the word to the writer.</summary>
    public const string Decided = "approval.decided";

    public const string ApprovalEntry = "approval";

    public async Task<PostApproval> AskAsync(
        Turn turn,
        string text,
        Account account,
        Actor approver,
        bool isUrgent,
        CancellationToken cancellationToken
    ) =>
        await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                var approval = new PostApproval
                {
                    Writer = turn.From.Actor,
                    Approver = approver,
                    Conversation = turn.Conversation.Id,
                    Text = text,
                    AccountId = account.Id,
                    AccountName = NameOf(account),
                    AccountUrl = account.Url,
                    Seal = PostApproval.SealOf(text, account.Id),
                    IsUrgent = isUrgent,
                    AskedAt = change.Now,
                };
                change.Database.PostApprovals.Add(approval);
                await change.TellPersonAsync(About(Asked, approval.Id), approver.Id, cancellationToken);
                return approval;
            },
            cancellationToken
        );

    /// <summary>Only who was asked decides, once, and on what they saw: the seal says what that was.</summary>
    /// <returns>Whether it was decided now.</returns>
    public async Task<bool> DecideAsync(
        Turn turn,
        Guid id,
        string seal,
        ApprovalState state,
        string reason,
        CancellationToken cancellationToken
    ) =>
        await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                var asked = change.Database.PostApprovals.Where(approval =>
                    approval.Id == id
                    && approval.ApproverId == turn.From.Id
                    && approval.Seal == seal
                    && approval.State == ApprovalState.Asked
                );
                var decided = await asked.ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(approval => approval.State, state)
                            .SetProperty(approval => approval.Reason, reason)
                            .SetProperty(approval => approval.DecidedAt, change.Now),
                    cancellationToken
                );
                if (decided == 0)
                    return change.Refuse(false);
                var conversation = await change
                    .Database.PostApprovals.Where(approval => approval.Id == id)
                    .Select(approval => approval.Conversation)
                    .SingleAsync(cancellationToken);
                await change.TellAsync(About(Decided, id), conversation, cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <returns>Null where there is none, or it is neither asked by this person nor of them.</returns>
    public async Task<PostApproval?> FindAsync(Person person, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key)
        && await FindAsync(key, cancellationToken) is { } approval
        && (approval.WriterId == person.Id || approval.ApproverId == person.Id)
            ? approval
            : null;

    public async Task<PostApproval?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.PostApprovals.AsNoTracking().SingleOrDefaultAsync(approval => approval.Id == id, cancellationToken);
    }

    /// <summary>The running accounts of the register.</summary>
    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await finder.RunningAsync(database, cancellationToken);
    }

    public static string NameOf(Account account) => $"{account.Name}（{account.Service}）";

    private static Announcement About(string topic, Guid approval) =>
        new(topic, $"{approval:N}", new() { [ApprovalEntry] = approval.ToString() });
}
