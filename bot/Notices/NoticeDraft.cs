using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Notices;

/// <summary>A notice that someone is filling in. One row a draft, so that a restart or another device loses nothing.</summary>
internal sealed class NoticeDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required NoticeKind Kind { get; init; }
    public required string OwnerId { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>The chat in which it was last worked on.</summary>
    public required string Conversation { get; set; }

    /// <summary>The values so far, by field id; what is not said has no entry.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>The notice that was returned and is being put right; null for a new one.</summary>
    public Guid? NoticeId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts the changes; a change made from an older state is refused.</summary>
    public int Version { get; set; }
}

internal sealed class NoticeDraftTable : IEntityTypeConfiguration<NoticeDraft>
{
    public void Configure(EntityTypeBuilder<NoticeDraft> table)
    {
        table.ToTable("notice_drafts");
        table.Property(draft => draft.Id).ValueGeneratedNever();
        table.Property(draft => draft.OwnerId).HasMaxLength(512);
        table.Property(draft => draft.OwnerName).HasMaxLength(512);
        table.Property(draft => draft.Conversation).HasMaxLength(512);
        table.Property(draft => draft.Fields).HasConversion<FieldsColumn, FieldsComparer>();
        table.Property(draft => draft.Version).IsConcurrencyToken();
        table.HasIndex(draft => new { draft.OwnerId, draft.UpdatedAt });
    }
}

internal static class NoticeDraftRows
{
    extension(Database database)
    {
        public DbSet<NoticeDraft> NoticeDrafts => database.Set<NoticeDraft>();
    }
}
