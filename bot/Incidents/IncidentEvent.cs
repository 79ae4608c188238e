using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>One entry of an incident's timeline (経過). Never changed: a correction is an entry of its own.</summary>
internal sealed class IncidentEvent : Happening
{
    public required Guid IncidentId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required IncidentEventKind Kind { get; init; }

    /// <summary>When it happened, as who wrote it says; <see cref="Happening.At"/> is when it was written.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>What it happened to: see <see cref="IncidentEventKind"/>. Empty where that is the incident as a whole.</summary>
    public string About { get; init; } = "";

    /// <summary>The other one concerned: a name is stored as one alone, never within a text.</summary>
    public Actor? Whom
    {
        get => WhomId is null ? null : new(WhomId, WhomName ?? "");
        init => (WhomId, WhomName) = (value?.Id, value?.Name);
    }

    public string? WhomId { get; private set; }
    public string? WhomName { get; private set; }

    /// <summary>The note, link or reason that came with it.</summary>
    public string Note { get; init; } = "";

    /// <summary>The number of the entry that this one corrects or takes back.</summary>
    public int? Corrects { get; init; }

    /// <summary>To the message that was kept, or the file's place; empty for none.</summary>
    public string Link { get; init; } = "";
}

/// <summary>Stored by name; <see cref="IncidentWords"/> has the words.</summary>
internal enum IncidentEventKind
{
    Started,
    DrillStarted,

    /// <summary>About a step, by its title; so are those down to <see cref="WaivedUndone"/>.</summary>
    StepTaken,

    /// <summary>By the one in <see cref="IncidentEvent.Whom"/>, where somebody else took it from them.</summary>
    StepDropped,
    StepDone,
    StepWaived,

    /// <summary>Whom: who had done it. The note is what they had noted.</summary>
    DoneUndone,
    WaivedUndone,

    /// <summary>About a step; the note is what is waited for.</summary>
    StepWaits,

    /// <summary>About the name of a <see cref="Knowledge.Checklists.StepRole"/>.</summary>
    RoleTaken,

    /// <summary>The same, by somebody else: to whom.</summary>
    RoleGiven,

    /// <summary>Nobody has a role; said once.</summary>
    RolesMissed,

    /// <summary>To whom; the note names the steps.</summary>
    HandedOver,
    Noted,
    Corrected,

    /// <summary>Takes back the entry that it corrects, which stays.</summary>
    Retracted,

    /// <summary>A message that somebody else wrote (whom), with its link.</summary>
    MessageKept,

    /// <summary>About a file by its name; the note is its hash.</summary>
    EvidenceKept,

    StatusAsked,
    StatusReported,

    /// <summary>落ち着いた: new posts and calls have ceased.</summary>
    CalmedDown,

    /// <summary>About minutes.</summary>
    StatusSnoozed,

    /// <summary>The note names the steps.</summary>
    DueTold,

    /// <summary>Nobody acted: whom it was told to; null for the office.</summary>
    Escalated,

    /// <summary>The note is how it was described before.</summary>
    Edited,

    /// <summary>About a place by its title, or with whom.</summary>
    Shared,
    Closed,

    /// <summary>About a message of the scenario by its title; the note is what it says.</summary>
    DrillArrived,

    /// <summary>About a step; whom of the 緊急連絡網 the bot has told.</summary>
    ContactTold,

    /// <summary>About a step; who is to be called next (null: nobody is left), the note being why.</summary>
    ContactNext,

    /// <summary>About a step; who was reached, or answered.</summary>
    ContactReached,

    /// <summary>It was begun by mistake.</summary>
    Mistaken,
    Reopened,

    /// <summary>About the day by which the one in the note sees to it, in ISO 8601.</summary>
    Reviewed,

    /// <summary>Something that was to be changed has been (再発防止).</summary>
    FollowedUp,
}

internal sealed class IncidentEventTable : IEntityTypeConfiguration<IncidentEvent>
{
    public void Configure(EntityTypeBuilder<IncidentEvent> table)
    {
        table.ToTable("incident_events");
        table.KeepsWith<Incident>();
        table.Property(happened => happened.Note).Tells(Whose.Words);
        table.Property(happened => happened.About).Tells(Whose.Words);
        table.Property(happened => happened.Link).Tells(Whose.Words);
        table.HasActor(happened => happened.ById, happened => happened.ByName);
        table.HasActor(happened => happened.WhomId, happened => happened.WhomName);
        table.HasKey(happened => new { happened.IncidentId, happened.Number });
    }
}

internal static class IncidentEventRows
{
    extension(Database database)
    {
        public DbSet<IncidentEvent> IncidentEvents => database.Set<IncidentEvent>();
    }
}
