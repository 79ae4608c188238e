using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>Something that went wrong, and the checklist that a team works through because of it.</summary>
internal sealed class Incident
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The checklist's key and its title when it was started: a later edit of the files changes neither.</summary>
    public required string Checklist { get; set; }
    public required string Title { get; set; }

    /// <summary>訓練</summary>
    public bool IsDrill { get; set; }

    /// <summary>The key of the scenario that it follows, and how many of its messages have arrived; null for none.</summary>
    public string? Drill { get; init; }
    public int DrillArrived { get; set; }

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
    public required Actor OpenedBy
    {
        get => new(OpenedById, OpenedByName);
        init => (OpenedById, OpenedByName) = (value.Id, value.Name);
    }

    public string OpenedById { get; private set; } = "";
    public string OpenedByName { get; private set; } = "";

    /// <summary>Counts every change; also the number of the last entry of the timeline.</summary>
    public int Version { get; set; }

    /// <summary>When a report on where things stand is due; null for never.</summary>
    public DateTimeOffset? StatusDueAt { get; set; }

    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset? StatusAskedAt { get; set; }
    public TimeSpan? StatusEvery { get; set; }

    /// <summary>When somebody last did something; the bot's own reminders do not count.</summary>
    public DateTimeOffset ActedAt { get; set; }

    /// <summary>When 統括 and then the office were told that nobody acts; null while that is not so.</summary>
    public DateTimeOffset? LeadToldAt { get; set; }
    public DateTimeOffset? OfficeToldAt { get; set; }

    /// <summary>When it was said that nobody has a role; said once.</summary>
    public DateTimeOffset? RolesToldAt { get; set; }

    /// <summary>落ち着いた: when, as who said so says, and the entry that tells it; null while nobody has.</summary>
    public DateTimeOffset? QuietAt { get; set; }
    public int? QuietEntry { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
    public string CloseReason { get; set; } = "";

    /// <summary>間違って始めた: counts in no figure.</summary>
    public bool IsMistaken { get; set; }

    /// <summary>振り返り: what happened and why; what is to be changed stands in <see cref="FollowUps"/>.</summary>
    public string ReviewWhat { get; set; } = "";
    public string ReviewWhy { get; set; } = "";

    public List<IncidentStep> Steps { get; } = [];
    public List<IncidentMember> Members { get; } = [];
    public List<IncidentEvent> Events { get; } = [];
    public List<IncidentEvidence> Evidence { get; } = [];
    public List<FollowUp> FollowUps { get; } = [];
}

internal sealed class IncidentTable : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> table)
    {
        table.ToTable("incidents");
        table.Keeps("チェックリストの経過（だれが、いつ、何をしたか）、振り返り", "対応の記録", Period.OfTheCity);
        table.Property(incident => incident.ReviewWhy).Tells(Whose.Words);
        table.Property(incident => incident.ReviewWhat).Tells(Whose.Words);
        table.Property(incident => incident.CloseReason).Tells(Whose.Words);
        table.Property(incident => incident.Url).Tells(Whose.Words);
        table.Property(incident => incident.Seen).Tells(Whose.Words);
        table.Property(incident => incident.Section).Tells(Whose.Words);
        table.Property(incident => incident.AccountName).Tells(Whose.Words);
        table.Property(incident => incident.Service).Tells(Whose.Nobody);
        table.Property(incident => incident.Title).Tells(Whose.Nobody);
        table.HasActor(incident => incident.OpenedById, incident => incident.OpenedByName);
        table.Property(incident => incident.Id).ValueGeneratedNever();
        table.Property(incident => incident.Checklist).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(incident => incident.Drill).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(incident => incident.Version).IsConcurrencyToken();
        table.HasIndex(incident => new { incident.ClosedAt, incident.OpenedAt });
        table.HasIndex(incident => incident.StatusDueAt);
        table.HasMany(incident => incident.Steps).WithOne().HasForeignKey(step => step.IncidentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(incident => incident.Members).WithOne().HasForeignKey(member => member.IncidentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(incident => incident.FollowUps).WithOne().HasForeignKey(change => change.IncidentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(incident => incident.Evidence).WithOne().HasForeignKey(file => file.IncidentId).OnDelete(DeleteBehavior.Cascade);
        table
            .HasMany(incident => incident.Events)
            .WithOne()
            .HasForeignKey(happened => happened.IncidentId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class IncidentRows
{
    extension(Database database)
    {
        public DbSet<Incident> Incidents => database.Set<Incident>();
    }
}
