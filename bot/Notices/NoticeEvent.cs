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

    /// <summary>For whom it was done, by a deputy (代理); null where it was done in one's own right.</summary>
    public Actor? For
    {
        get => ForId is null ? null : new(ForId, ForName ?? "");
        init => (ForId, ForName) = (value?.Id, value?.Name);
    }

    public string? ForId { get; private set; }
    public string? ForName { get; private set; }

    /// <summary>Who did it, as a history says it.</summary>
    public string Who => ForName is null ? ByName : $"{ByName}（{ForName}さんの代理）";
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

    /// <summary>By the section's chief.</summary>
    Approved,

    /// <summary>引戻し, by the submitter.</summary>
    PulledBack,

    /// <summary>The acceptance or permission, within ten minutes.</summary>
    TakenBack,
}

internal sealed class NoticeEventTable : IEntityTypeConfiguration<NoticeEvent>
{
    public void Configure(EntityTypeBuilder<NoticeEvent> table)
    {
        table.ToTable("notice_events");
        table.KeepsWith<Notice>();
        table.Property(happened => happened.Reason).Tells(Whose.Words);
        table.HasActor(happened => happened.ById, happened => happened.ByName);
        table.HasActor(happened => happened.ForId, happened => happened.ForName);
        table.Ignore(happened => happened.Who);
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
