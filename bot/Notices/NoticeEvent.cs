using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Notices;

/// <summary>One step in a notice's life: who, when, what and why.</summary>
internal sealed class NoticeEvent : Happening
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid NoticeId { get; init; }
    public required NoticeStep Step { get; init; }

    /// <summary>Why, or the question asked, or its answer; null where there is nothing to say.</summary>
    public string? Reason { get; init; }
}

/// <summary>Stored by name.</summary>
internal enum NoticeStep
{
    Submitted,
    Resubmitted,
    Accepted,
    Returned,
    Asked,
    Answered,
    Withdrawn,
    Permitted,
    Refused,
}

internal sealed class NoticeEventTable : IEntityTypeConfiguration<NoticeEvent>
{
    public void Configure(EntityTypeBuilder<NoticeEvent> table)
    {
        table.ToTable("notice_events");
        table.KeepsWith<Notice>();
        table.Property(happened => happened.Reason).Tells(Whose.Words);
        table.HasActor(happened => happened.ById, happened => happened.ByName);
        table.Property(happened => happened.Id).ValueGeneratedNever();
        table.HasIndex(happened => new { happened.NoticeId, happened.At });
    }
}

internal static class NoticeEventRows
{
    extension(Database database)
    {
        public DbSet<NoticeEvent> NoticeEvents => database.Set<NoticeEvent>();
    }
}
