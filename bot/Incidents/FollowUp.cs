using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>再発防止: something that is to be changed after an incident, by whom and by when; reminded of until it is done.</summary>
internal sealed class FollowUp
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid IncidentId { get; init; }
    public required string What { get; init; }

    /// <summary>As it was written; the id is that of the member with this name, and empty where there is none.</summary>
    public required Actor Owner
    {
        get => new(OwnerId, OwnerName);
        init => (OwnerId, OwnerName) = (value.Id, value.Name);
    }

    public string OwnerId { get; private set; } = "";
    public string OwnerName { get; private set; } = "";
    public required DateOnly Due { get; init; }

    /// <summary>The day of the last reminder.</summary>
    public DateOnly? RemindedOn { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> table)
    {
        table.ToTable("incident_followups");
        table.KeepsWith<Incident>();
        table.Property(change => change.Id).ValueGeneratedNever();
        table.Property(change => change.What).Tells(Whose.Words);
        table.HasActor(change => change.OwnerId, change => change.OwnerName);
        table.HasIndex(change => new { change.DoneAt, change.Due });
    }
}

internal static class FollowUpRows
{
    extension(Database database)
    {
        public DbSet<FollowUp> FollowUps => database.Set<FollowUp>();
    }
}
