using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>A message or card press that some instance has taken, and what it answered.</summary>
internal sealed class ProcessedActivity
{
    public required string Key { get; init; }
    public required DateTimeOffset ClaimedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public int? ResponseStatus { get; init; }
    public string? ResponseBody { get; init; }
}

internal sealed class ProcessedActivityTable : IEntityTypeConfiguration<ProcessedActivity>
{
    public void Configure(EntityTypeBuilder<ProcessedActivity> table)
    {
        table.ToTable("processed_activities");
        table.HasKey(activity => activity.Key);
        table.Property(activity => activity.Key).HasMaxLength(512);
        table.HasIndex(activity => activity.ClaimedAt);
    }
}
