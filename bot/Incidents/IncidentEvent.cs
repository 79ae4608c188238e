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
    public required Actor By
    {
        get => new(ById, ByName);
        init => (ById, ByName) = (value.Id, value.Name);
    }

    public string ById { get; private set; } = "";
    public string ByName { get; private set; } = "";

    /// <summary>
    /// Stands in <see cref="What"/> and <see cref="Note"/> for 「…さん」, the one in <see cref="Whom"/>: a name is stored as one alone.
    /// </summary>
    public const string Them = "{だれ}";

    /// <summary>What happened, in a few words: 完了：投稿を記録する.</summary>
    public required string What { get; init; }

    public Actor? Whom
    {
        get => WhomId is null ? null : new(WhomId, WhomName ?? "");
        init => (WhomId, WhomName) = (value?.Id, value?.Name);
    }

    public string? WhomId { get; private set; }
    public string? WhomName { get; private set; }

    /// <summary>The note, link or reason that came with it.</summary>
    public string Note { get; init; } = "";

    /// <summary>The number of the entry that this one corrects.</summary>
    public int? Corrects { get; init; }

    public string WhatSaid => Said(What);
    public string NoteSaid => Said(Note);

    private string Said(string text) => Whom is { } whom ? text.Replace(Them, $"{whom.Name}さん", StringComparison.Ordinal) : text;
}

internal sealed class IncidentEventTable : IEntityTypeConfiguration<IncidentEvent>
{
    public void Configure(EntityTypeBuilder<IncidentEvent> table)
    {
        table.ToTable("incident_events");
        table.Ignore(happened => happened.WhatSaid);
        table.Ignore(happened => happened.NoteSaid);
        table.KeepsWith<Incident>();
        table.Property(happened => happened.Note).Tells(Whose.Words);
        table.Property(happened => happened.What).Tells(Whose.Words);
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
