using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>Someone who works on an incident.</summary>
internal sealed class IncidentMember
{
    public required Guid IncidentId { get; init; }
    public required Actor Who
    {
        get => new(PersonId, Name);
        init => (PersonId, Name) = (value.Id, value.Name);
    }

    public string PersonId { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>統括, 対応 or 記録; <see cref="StepRole.Everyone"/> where none was taken.</summary>
    public StepRole Role { get; set; }

    /// <summary>The step that the guide showed this person last.</summary>
    public string? GuideStep { get; set; }
}

internal sealed class IncidentMemberTable : IEntityTypeConfiguration<IncidentMember>
{
    public void Configure(EntityTypeBuilder<IncidentMember> table)
    {
        table.ToTable("incident_members");
        table.KeepsWith<Incident>();
        table.HasActor(member => member.PersonId, member => member.Name);
        table.HasKey(member => new { member.IncidentId, member.PersonId });
        table.Property(member => member.GuideStep).HasMaxLength(64).Tells(Whose.Nobody);
        table.HasIndex(member => member.PersonId);
    }
}

internal static class IncidentMemberRows
{
    extension(Database database)
    {
        public DbSet<IncidentMember> IncidentMembers => database.Set<IncidentMember>();
    }
}
