using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>One entry of an incident's timeline (経過). Never changed: a correction is an entry of its own.</summary>
internal sealed class IncidentEvent
{
    public required Guid IncidentId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>What happened, in a few words: 完了：投稿を記録する.</summary>
    public required string What { get; init; }

    /// <summary>The note, link or reason that came with it.</summary>
    public string Note { get; init; } = "";

    /// <summary>The number of the entry that this one corrects.</summary>
    public int? Corrects { get; init; }
}

internal sealed class IncidentEventTable : IEntityTypeConfiguration<IncidentEvent>
{
    public void Configure(EntityTypeBuilder<IncidentEvent> table)
    {
        table.ToTable("incident_events");
        table.HasKey(happened => new { happened.IncidentId, happened.Number });
        table.Property(happened => happened.ById).HasMaxLength(512);
        table.Property(happened => happened.ByName).HasMaxLength(512);
    }
}

internal static class IncidentEventRows
{
    extension(Database database)
    {
        public DbSet<IncidentEvent> IncidentEvents => database.Set<IncidentEvent>();
    }
}
