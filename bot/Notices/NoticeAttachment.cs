using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Notices;

/// <summary>A file that was sent with a notice (policy, terms, a picture of the screen), kept as it came; it goes with its draft or notice.</summary>
internal sealed class NoticeAttachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>While the notice is being filled in; null once it is submitted.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>Null until it is submitted.</summary>
    public Guid? NoticeId { get; set; }

    public required Actor By
    {
        get => new(ById, ByName);
        init => (ById, ByName) = (value.Id, value.Name);
    }

    public string ById { get; private set; } = "";
    public string ByName { get; private set; } = "";
    public required string Name { get; init; }

    /// <summary>A media type, found by the content.</summary>
    public required string Type { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }
    public required byte[] Content { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class NoticeAttachmentTable : IEntityTypeConfiguration<NoticeAttachment>
{
    public void Configure(EntityTypeBuilder<NoticeAttachment> table)
    {
        table.ToTable("notice_attachments");
        table.KeepsWith<Notice>();
        table.HasActor(file => file.ById, file => file.ByName);
        table.Property(file => file.Id).ValueGeneratedNever();
        table.Property(file => file.Name).HasMaxLength(255).Tells(Whose.Words);
        table.Property(file => file.Type).HasMaxLength(100).Tells(Whose.Nobody);
        table.Property(file => file.Hash).HasMaxLength(64).Tells(Whose.Nobody);
        table.HasIndex(file => file.DraftId);
        table.HasIndex(file => file.NoticeId);
        table.HasOne<NoticeDraft>().WithMany().HasForeignKey(file => file.DraftId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Notice>().WithMany().HasForeignKey(file => file.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class NoticeAttachmentRows
{
    extension(Database database)
    {
        public DbSet<NoticeAttachment> NoticeAttachments => database.Set<NoticeAttachment>();
    }
}
