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

    /// <summary>JSON; dropped long before the row is (<see cref="ProcessedActivities.DropAnswersAsync"/>).</summary>
    public string? ResponseBody { get; init; }
}

internal sealed class ProcessedActivityTable : IEntityTypeConfiguration<ProcessedActivity>
{
    public void Configure(EntityTypeBuilder<ProcessedActivity> table)
    {
        table.ToTable("processed_activities");
        table.Keeps(
            "押されたボタンの答えの控え",
            "同じ操作が二度届いても、一度だけ行うため",
            Period.Days<ProcessedActivity>(7, "10分（操作があったことは7日）", old => activity => activity.ClaimedAt < old)
        );
        table.Property(activity => activity.ResponseBody).Tells(Whose.Words);
        table.HasKey(activity => activity.Key);
        table.Property(activity => activity.Key).HasMaxLength(512).Tells(Whose.Nobody);
        table.HasIndex(activity => activity.ClaimedAt);
    }
}
