using GuidelineBot.Knowledge.Checklists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>Something that went wrong, and the checklist that a team works through because of it.</summary>
internal sealed class Incident
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The checklist's key and its title when it was started: a later edit of the files changes neither.</summary>
    public required string Checklist { get; init; }
    public required string Title { get; init; }

    /// <summary>訓練</summary>
    public bool IsDrill { get; set; }

    /// <summary>In the register; null where it was written by hand.</summary>
    public Guid? AccountId { get; set; }
    public string Service { get; set; } = "";
    public string AccountName { get; set; } = "";
    public string Section { get; set; } = "";

    /// <summary>What was seen, where, and since when (not when it was reported).</summary>
    public string Seen { get; set; } = "";
    public string Url { get; set; } = "";
    public required DateTimeOffset Since { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }
    public required string OpenedByName { get; init; }

    /// <summary>Counts every change; also the number of the last entry of the timeline.</summary>
    public int Version { get; set; }

    /// <summary>When the team is next asked where things stand; null for never.</summary>
    public DateTimeOffset? StatusDueAt { get; set; }
    public TimeSpan? StatusEvery { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }
    public string CloseReason { get; set; } = "";

    /// <summary>振り返り: what happened, why, what is to change, who sees to it and by when.</summary>
    public string ReviewWhat { get; set; } = "";
    public string ReviewWhy { get; set; } = "";
    public string ReviewChange { get; set; } = "";
    public string ReviewOwner { get; set; } = "";
    public DateOnly? ReviewDue { get; set; }

    public List<IncidentStep> Steps { get; } = [];
    public List<IncidentMember> Members { get; } = [];
    public List<IncidentEvent> Events { get; } = [];

    internal static void Map(EntityTypeBuilder<Incident> table)
    {
        table.Property(incident => incident.Id).ValueGeneratedNever();
        table.Property(incident => incident.Checklist).HasMaxLength(64);
        table.Property(incident => incident.OpenedByName).HasMaxLength(512);
        table.Property(incident => incident.Version).IsConcurrencyToken();
        table.HasIndex(incident => new { incident.ClosedAt, incident.OpenedAt });
        table.HasIndex(incident => incident.StatusDueAt);
        table.HasMany(incident => incident.Steps).WithOne().HasForeignKey(step => step.IncidentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(incident => incident.Members).WithOne().HasForeignKey(member => member.IncidentId).OnDelete(DeleteBehavior.Cascade);
        table
            .HasMany(incident => incident.Events)
            .WithOne()
            .HasForeignKey(happened => happened.IncidentId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>A step of the checklist as it stands in one incident.</summary>
internal sealed class IncidentStep
{
    public required Guid IncidentId { get; init; }

    /// <summary>The step's id in the checklist; its text is read from there, its title is kept.</summary>
    public required string Step { get; init; }
    public required int Place { get; init; }
    public required string Title { get; init; }
    public required StepRole Role { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public StepState State { get; set; }

    public string? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }

    /// <summary>Who settled it and when; what was noted, the proof, or why it does not apply.</summary>
    public string? SettledByName { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? Note { get; set; }

    public DateTimeOffset? WarnedAt { get; set; }
    public DateTimeOffset? OverdueToldAt { get; set; }

    internal static void Map(EntityTypeBuilder<IncidentStep> table)
    {
        table.HasKey(step => new { step.IncidentId, step.Step });
        table.Property(step => step.Step).HasMaxLength(64);
        table.Property(step => step.AssigneeId).HasMaxLength(512);
        table.HasIndex(step => new { step.State, step.DueAt });
    }
}

/// <summary>Stored by name.</summary>
internal enum StepState
{
    Open,
    Done,

    /// <summary>対象外</summary>
    Waived,
}

/// <summary>Someone who works on an incident.</summary>
internal sealed class IncidentMember
{
    public required Guid IncidentId { get; init; }
    public required string PersonId { get; init; }
    public required string Name { get; set; }

    /// <summary>統括, 対応 or 記録; <see cref="StepRole.Everyone"/> where none was taken.</summary>
    public StepRole Role { get; set; }

    /// <summary>The step that the guide showed this person last.</summary>
    public string? GuideStep { get; set; }

    internal static void Map(EntityTypeBuilder<IncidentMember> table)
    {
        table.HasKey(member => new { member.IncidentId, member.PersonId });
        table.Property(member => member.PersonId).HasMaxLength(512);
        table.Property(member => member.GuideStep).HasMaxLength(64);
        table.HasIndex(member => member.PersonId);
    }
}

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

    internal static void Map(EntityTypeBuilder<IncidentEvent> table)
    {
        table.HasKey(happened => new { happened.IncidentId, happened.Number });
        table.Property(happened => happened.ById).HasMaxLength(512);
        table.Property(happened => happened.ByName).HasMaxLength(512);
    }
}
