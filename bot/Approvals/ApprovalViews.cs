using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Approvals;

/// <summary>Approvals, made into their card: for who decides, and for who asked.</summary>
internal sealed class ApprovalViews(ApprovalDesk desk, LiveKnowledge knowledge, IDbContextFactory<Database> databases, TimeProvider clock)
    : IComposer
{
    public IReadOnlyCollection<string> Topics { get; } = [ApprovalDesk.Asked, ApprovalDesk.Decided];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(ApprovalDesk.ApprovalEntry), out var id)
            || await desk.FindAsync(id, cancellationToken) is not { } approval
        )
            return null;
        var isAsked = message.Topic == ApprovalDesk.Asked;
        var model = await ModelAsync(approval, canDecide: isAsked, cancellationToken) with
        {
            Told =
                isAsked ? $"{approval.WriterName}さんから、投稿の承認を頼まれました。"
                : approval.State == ApprovalState.Approved ? "承認されました。この文のまま、このアカウントから投稿してください。"
                : "差し戻されました。",
        };
        return new TeamsMessage(ApprovalCard.Render(model), ApprovalCard.Summary(model));
    }

    /// <param name="canDecide">Whether it is for the approver.</param>
    public async Task<ApprovalCard.Model> ModelAsync(PostApproval approval, bool canDecide, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var check = knowledge.Current.Drafts.Check(
            new Draft(approval.Text)
            {
                OwnAddresses = await AccountFinder.AddressesAsync(database, cancellationToken),
                Today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            }
        );
        return new ApprovalCard.Model(
            approval.Id.ToString(),
            approval.Seal,
            approval.AccountName,
            approval.AccountUrl,
            approval.Text,
            approval.IsUrgent,
            approval.State switch
            {
                ApprovalState.Approved => "承認",
                ApprovalState.Returned => "差戻し",
                _ => approval.IsUrgent ? "承認待ち（投稿は先に）" : "承認待ち",
            },
            approval.WriterName,
            approval.ApproverName,
            Local(approval.AskedAt),
            approval.DecidedAt is { } at ? Local(at) : null,
            approval.Reason,
            [.. check.Findings.Select(finding => finding.Rule.Title).Distinct()],
            canDecide && approval.State == ApprovalState.Asked,
            approval.State == ApprovalState.Approved
        );
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
}
