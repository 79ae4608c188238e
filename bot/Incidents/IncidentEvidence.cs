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

/// <summary>A picture or file of somebody who works on several incidents: it waits for the answer to which of them it belongs.</summary>
internal sealed class WaitingEvidence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The same for all that was sent with one message.</summary>
    public required Guid Sending { get; init; }

    /// <summary>Who sent it, by the channel's id of the person.</summary>
    public required string PersonId { get; init; }

    /// <summary>As in <see cref="Incidents.IncidentEvidence"/>.</summary>
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required string Hash { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>What was written with it.</summary>
    public required string Words { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class WaitingEvidenceTable : IEntityTypeConfiguration<WaitingEvidence>
{
    public void Configure(EntityTypeBuilder<WaitingEvidence> table)
    {
        table.ToTable("waiting_evidence");
        table.Keeps(
            "どのチェックリストのものかをお尋ねしている画像とファイル",
            "もう一度送らずに記録できるようにするため",
            Period.Days<WaitingEvidence>(1, "お答えまで、長くて1日", old => file => file.At < old)
        );
        table.Property(file => file.Id).ValueGeneratedNever();
        table.Property(file => file.PersonId).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(file => file.Name).HasMaxLength(255).Tells(Whose.Words);
        table.Property(file => file.Type).HasMaxLength(100).Tells(Whose.Nobody);
        table.Property(file => file.Hash).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(file => file.Words).Tells(Whose.Words);
        table.HasIndex(file => new { file.PersonId, file.At });
    }
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

        public DbSet<WaitingEvidence> WaitingEvidence => database.Set<WaitingEvidence>();
    }
}
