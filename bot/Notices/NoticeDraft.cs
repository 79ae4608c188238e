using System.Globalization;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Notices;

/// <summary>A notice that someone is filling in. One row a draft, so that a restart or another device loses nothing.</summary>
internal sealed class NoticeDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required NoticeKind Kind { get; init; }
    public required Actor Owner
    {
        get => new(OwnerId, OwnerName);
        init => (OwnerId, OwnerName) = (value.Id, value.Name);
    }

    public string OwnerId { get; private set; } = "";
    public string OwnerName { get; private set; } = "";

    /// <summary>The chat in which it was last worked on.</summary>
    public required string Conversation { get; set; }

    /// <summary>The values so far, by field id; what is not said has no entry.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>The notice that was returned and is being put right; null for a new one.</summary>
    public Guid? NoticeId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>
    /// What a field held before a change, by <c>field:version</c> of the draft that the change made: so a form that shows an older version
    /// never overwrites what was written since.
    /// </summary>
    public Dictionary<string, string> Earlier { get; set; } = [];

    /// <summary>Counts up with each form that is shown and each value that is written: the cards of older forms are then closed.</summary>
    public int Forms { get; set; }

    /// <summary>Counts the changes; a change made from an older state is refused.</summary>
    public int Version { get; set; }

    /// <returns>Whether the field was written after this version of the draft.</returns>
    public bool IsNewer(string field, int version) => ChangesOf(field).Any(change => change.Version > version);

    /// <returns>What the field held in this version of the draft.</returns>
    public string ValueAt(string field, int version) =>
        ChangesOf(field)
            .Where(change => change.Version > version)
            .OrderBy(change => change.Version)
            .Select(change => change.Before)
            .FirstOrDefault()
        ?? Fields.GetValueOrDefault(field, "");

    private IEnumerable<(int Version, string Before)> ChangesOf(string field) =>
        Earlier
            .Where(change => change.Key.StartsWith($"{field}:", StringComparison.Ordinal))
            .Select(change => (int.Parse(change.Key[(field.Length + 1)..], CultureInfo.InvariantCulture), change.Value));
}

internal sealed class NoticeDraftTable : IEntityTypeConfiguration<NoticeDraft>
{
    public void Configure(EntityTypeBuilder<NoticeDraft> table)
    {
        table.ToTable("notice_drafts");
        table.Keeps(
            "届出の下書きと、書いた方",
            "どこからでも続けられるようにするため",
            Period.Days<NoticeDraft>(365, "提出か削除まで。最後に書いてから365日たつと消えます。", old => draft => draft.UpdatedAt < old)
        );
        table.HasActor(draft => draft.OwnerId, draft => draft.OwnerName, Whose.Owner);
        table.Property(draft => draft.Id).ValueGeneratedNever();
        table.Property(draft => draft.Conversation).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(draft => draft.Fields).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Words);
        table.Property(draft => draft.Earlier).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Words);
        table.Property(draft => draft.Version).IsConcurrencyToken();
        table.HasIndex(draft => new { draft.OwnerId, draft.UpdatedAt });
    }
}

internal static class NoticeDraftRows
{
    extension(Database database)
    {
        public DbSet<NoticeDraft> NoticeDrafts => database.Set<NoticeDraft>();
    }
}
