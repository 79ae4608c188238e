using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>A step of the checklist as it stands in one incident.</summary>
internal sealed class IncidentStep
{
    public required Guid IncidentId { get; init; }

    /// <summary>The step's id in the checklist; its text is read from there, its title is kept.</summary>
    public required string Step { get; init; }

    /// <summary>From 0, in order of time; people see it as number from 1.</summary>
    public required int Place { get; set; }
    public required string Title { get; set; }
    public required StepRole Role { get; set; }
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>For an answer from outside: until then nobody can do anything about it.</summary>
    public DateTimeOffset? WaitsUntil { get; set; }
    public StepState State { get; set; }

    public Actor? Assignee
    {
        get => AssigneeId is null ? null : new(AssigneeId, AssigneeName ?? "");
        set => (AssigneeId, AssigneeName) = (value?.Id, value?.Name);
    }

    public string? AssigneeId { get; private set; }
    public string? AssigneeName { get; private set; }

    /// <summary>
    /// Who settled it and when it was done (null where it was only confirmed at the end); what was noted, the proof, or why it does not apply.
    /// </summary>
    public Actor? SettledBy
    {
        get => SettledById is null ? null : new(SettledById, SettledByName ?? "");
        set => (SettledById, SettledByName) = (value?.Id, value?.Name);
    }

    public string? SettledById { get; private set; }
    public string? SettledByName { get; private set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? Note { get; set; }

    /// <summary>Whom of the 緊急連絡網 to call now, and since when that is said; null where nobody has begun to.</summary>
    public Guid? ContactId { get; set; }
    public Actor? Contact
    {
        get => ContactName is null ? null : new(ContactPersonId ?? "", ContactName);
        set => (ContactPersonId, ContactName) = (value?.Id, value?.Name);
    }

    public string? ContactPersonId { get; private set; }
    public string? ContactName { get; private set; }
    public DateTimeOffset? ContactSince { get; set; }

    /// <summary>When it was said that it is due; null again when it waits for something.</summary>
    public DateTimeOffset? OverdueToldAt { get; set; }
}

/// <summary>Stored by name.</summary>
internal enum StepState
{
    Open,
    Done,

    /// <summary>対象外</summary>
    Waived,
}

internal sealed class IncidentStepTable : IEntityTypeConfiguration<IncidentStep>
{
    public void Configure(EntityTypeBuilder<IncidentStep> table)
    {
        table.ToTable("incident_steps");
        table.KeepsWith<Incident>();
        table.Property(step => step.Note).Tells(Whose.Words);
        table.Property(step => step.Title).Tells(Whose.Nobody);
        table.HasActor(step => step.SettledById, step => step.SettledByName);
        table.HasActor(step => step.AssigneeId, step => step.AssigneeName);
        table.HasActor(step => step.ContactPersonId, step => step.ContactName);
        table.HasKey(step => new { step.IncidentId, step.Step });
        table.Property(step => step.Step).HasMaxLength(64).Tells(Whose.Nobody);
        table.HasIndex(step => new { step.State, step.DueAt });
    }
}

internal static class IncidentStepRows
{
    extension(Database database)
    {
        public DbSet<IncidentStep> IncidentSteps => database.Set<IncidentStep>();
    }
}
