using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>What has become of a planned drill; stored by name.</summary>
internal enum PlannedDrillState
{
    Planned,
    Started,
    CalledOff,

    /// <summary>Its time passed without its being started, or there was nowhere to start it; whoever planned it is told.</summary>
    Missed,
}

/// <summary>A drill that begins by itself, in a chat, at a time.</summary>
internal sealed class PlannedDrill
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The key of its scenario.</summary>
    public required string Drill { get; init; }

    /// <summary>What the scenario was called when it was planned.</summary>
    public required string Title { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The channel's id of the chat in which it begins.</summary>
    public required string Conversation { get; init; }

    /// <summary>In the register; null where it is about none in particular.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Of the account; empty for none.</summary>
    public string Section { get; init; } = "";

    public required Actor By
    {
        get => new(ById, ByName);
        init => (ById, ByName) = (value.Id, value.Name);
    }

    public string ById { get; private set; } = "";
    public string ByName { get; private set; } = "";

    public PlannedDrillState State { get; set; } = PlannedDrillState.Planned;

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; }
}

internal sealed class PlannedDrillTable : IEntityTypeConfiguration<PlannedDrill>
{
    public void Configure(EntityTypeBuilder<PlannedDrill> table)
    {
        table.ToTable("planned_drills");
        table.Keeps(
            "訓練の予定（いつ、どのチャットで、だれが決めたか）",
            "決めた日時に訓練を始め、利用状況に数えるため",
            Period.Days<PlannedDrill>(400, "訓練の日から400日", old => planned => planned.At < old)
        );
        table.Property(planned => planned.Id).ValueGeneratedNever();
        table.Property(planned => planned.Drill).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(planned => planned.Title).HasMaxLength(200).Tells(Whose.Nobody);
        table.Property(planned => planned.Conversation).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(planned => planned.Section).HasMaxLength(200).Tells(Whose.Nobody);
        table.HasActor(planned => planned.ById, planned => planned.ByName);
        table.Property(planned => planned.State).HasConversion<string>().HasMaxLength(16);
        table.Property(planned => planned.Version).IsConcurrencyToken();
        table.HasIndex(planned => new { planned.State, planned.At });
    }
}

internal static class PlannedDrillRows
{
    extension(Database database)
    {
        public DbSet<PlannedDrill> PlannedDrills => database.Set<PlannedDrill>();
    }
}
