using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Notices;

/// <summary>A notice that was submitted.</summary>
internal sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required NoticeKind Kind { get; init; }

    /// <summary>令和8年度 is 2026.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Counts from 1 within its kind and fiscal year.</summary>
    public required int Number { get; init; }

    public NoticeStatus Status { get; set; }
    public required Actor Submitter
    {
        get => new(SubmitterId, SubmitterName);
        init => (SubmitterId, SubmitterName) = (value.Id, value.Name);
    }

    public string SubmitterId { get; private set; } = "";
    public string SubmitterName { get; private set; } = "";

    /// <summary>所属長, who approves it before the office decides; null where nobody has to.</summary>
    public Actor? Chief
    {
        get => ChiefId is null ? null : new(ChiefId, ChiefName ?? "");
        set => (ChiefId, ChiefName) = (value?.Id, value?.Name);
    }

    public string? ChiefId { get; private set; }
    public string? ChiefName { get; private set; }

    /// <summary>Where the submitter is told what becomes of it.</summary>
    public required string Conversation { get; set; }

    public required Dictionary<string, string> Fields { get; set; }

    /// <summary>Filed after the day that it is about (事後届出).</summary>
    public bool IsLate { get; set; }

    public required DateTimeOffset SubmittedAt { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The account that it opened, changed or ended, once accepted.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>What it was submitted together with, and is decided together with (異動); null for one by itself.</summary>
    public Guid? Batch { get; init; }

    /// <summary>Counts the changes: of two reviewers who press at once, the second one is told.</summary>
    public int Version { get; set; }

    public List<NoticeEvent> Events { get; } = [];
}

/// <summary>
/// Stored by name. (AwaitingApproval →) Submitted → Accepted or Returned (an application: Permitted or Refused); what is returned or pulled
/// back is submitted again; whatever is not decided can be pulled back or withdrawn; for ten minutes an acceptance is taken back.
/// </summary>
internal enum NoticeStatus
{
    Submitted,
    Accepted,
    Returned,
    Withdrawn,
    Permitted,
    Refused,

    /// <summary>The section's chief is to approve it, before the office sees it.</summary>
    AwaitingApproval,

    /// <summary>引戻し: the submitter changes it, and nobody may decide meanwhile.</summary>
    PulledBack,
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("notices");
        table.Keeps("届出、その経過（だれが、いつ、なぜ）", "市の記録", Period.OfTheCity);
        table.HasActor(notice => notice.SubmitterId, notice => notice.SubmitterName);
        table.HasActor(notice => notice.ChiefId, notice => notice.ChiefName);
        table.Property(notice => notice.Id).ValueGeneratedNever();
        table.Property(notice => notice.Conversation).HasMaxLength(512).Tells(Whose.Id, of: nameof(Notice.SubmitterId));
        table.Property(notice => notice.Fields).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Words);
        table.Property(notice => notice.Version).IsConcurrencyToken();
        table
            .HasIndex(notice => new
            {
                notice.FiscalYear,
                notice.Kind,
                notice.Number,
            })
            .IsUnique();
        table.HasIndex(notice => new { notice.Status, notice.SubmittedAt });
        table.HasIndex(notice => notice.SubmitterId);
        table.HasIndex(notice => notice.Batch);
        table.HasMany(notice => notice.Events).WithOne().HasForeignKey(happened => happened.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class NoticeRows
{
    extension(Database database)
    {
        public DbSet<Notice> Notices => database.Set<Notice>();
    }
}
