using System.Security.Cryptography;
using System.Text;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Approvals;

/// <summary>A post that somebody asked somebody else to approve, for one account.</summary>
internal sealed class PostApproval
{
    /// <summary>How long it is there.</summary>
    public const int Days = 365;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Actor Writer
    {
        get => new(WriterId, WriterName);
        init => (WriterId, WriterName) = (value.Id, value.Name);
    }

    public string WriterId { get; private set; } = "";
    public string WriterName { get; private set; } = "";
    public required Actor Approver
    {
        get => new(ApproverId, ApproverName);
        init => (ApproverId, ApproverName) = (value.Id, value.Name);
    }

    public string ApproverId { get; private set; } = "";
    public string ApproverName { get; private set; } = "";

    /// <summary>The writer's chat: there they are told.</summary>
    public required string Conversation { get; init; }
    public required string Text { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>「みほん花だより（Instagram）」, as it was when it was asked for.</summary>
    public required string AccountName { get; init; }
    public string AccountUrl { get; init; } = "";

    /// <summary>Of exactly these characters for exactly this account.</summary>
    public required string Seal { get; init; }

    /// <summary>In a disaster the post goes out first and is approved afterwards.</summary>
    public bool IsUrgent { get; init; }
    public ApprovalState State { get; init; }
    public string Reason { get; init; } = "";
    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Clients differ in how they end lines, and in nothing else that they send back.</summary>
    public static string SealOf(string text, Guid account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N}\n{text.ReplaceLineEndings("\n")}")));
}

/// <summary>Stored by name. Asked (承認待ち) → Approved (承認) or Returned (差戻し).</summary>
internal enum ApprovalState
{
    Asked,
    Approved,
    Returned,
}

internal sealed class PostApprovalTable : IEntityTypeConfiguration<PostApproval>
{
    public void Configure(EntityTypeBuilder<PostApproval> table)
    {
        table.ToTable("post_approvals");
        table.Keeps(
            "承認を依頼した投稿の文とアカウント、依頼した方、承認した方",
            "どの文をだれがどのアカウントに承認したかを確かめるため",
            Period.Days<PostApproval>(PostApproval.Days, $"{PostApproval.Days}日", old => approval => approval.AskedAt < old)
        );
        table.Property(approval => approval.Id).ValueGeneratedNever();
        table.HasActor(approval => approval.WriterId, approval => approval.WriterName);
        table.HasActor(approval => approval.ApproverId, approval => approval.ApproverName);
        table.Property(approval => approval.Conversation).HasMaxLength(512).Tells(Whose.Id, of: nameof(PostApproval.WriterId));
        table.Property(approval => approval.Text).Tells(Whose.Words);
        table.Property(approval => approval.Reason).Tells(Whose.Words);
        table.Property(approval => approval.AccountName).HasMaxLength(512).Tells(Whose.Words);
        table.Property(approval => approval.AccountUrl).HasMaxLength(2048).Tells(Whose.Words);
        table.Property(approval => approval.Seal).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(approval => approval.State).HasConversion<string>().HasMaxLength(16);
        table.HasIndex(approval => approval.AskedAt);
        table.HasIndex(approval => approval.WriterId);
    }
}

internal static class PostApprovalRows
{
    extension(Database database)
    {
        public DbSet<PostApproval> PostApprovals => database.Set<PostApproval>();
    }
}
