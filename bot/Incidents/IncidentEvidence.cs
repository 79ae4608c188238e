using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>A picture or file that was sent in the chat of an incident, kept as it came.</summary>
internal sealed class IncidentEvidence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid IncidentId { get; init; }

    /// <summary>The entry of the timeline that tells of it.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }

    /// <summary>A media type, found by the content.</summary>
    public required string Type { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Hash { get; init; }
    public required byte[] Content { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The step that it proves; null for the incident as a whole.</summary>
    public string? Step { get; set; }

    public bool IsPicture => Type.StartsWith("image/", StringComparison.Ordinal);
}

internal sealed class IncidentEvidenceTable : IEntityTypeConfiguration<IncidentEvidence>
{
    public void Configure(EntityTypeBuilder<IncidentEvidence> table)
    {
        table.ToTable("incident_evidence");
        table.Keeps(
            "チェックリストのチャットに送られた画像とファイル",
            "対応の証拠",
            Period.Days<IncidentEvidence>(
                options => options.EvidenceDays,
                options => $"{options.EvidenceDays}日",
                old => file => file.At < old
            )
        );
        table.Property(file => file.Id).ValueGeneratedNever();
        table.Property(file => file.Name).HasMaxLength(255).Tells(Whose.Words);
        table.Property(file => file.Type).HasMaxLength(100).Tells(Whose.Nobody);
        table.Property(file => file.Hash).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(file => file.Step).HasMaxLength(64).Tells(Whose.Nobody);
        table.HasIndex(file => file.At);
    }
}

internal static class IncidentEvidenceRows
{
    extension(Database database)
    {
        public DbSet<IncidentEvidence> IncidentEvidence => database.Set<IncidentEvidence>();
    }
}
