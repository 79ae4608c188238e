using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Tickets;

/// <summary>A question that the guideline did not answer and someone put to the office.</summary>
internal sealed class Ticket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset AskedAt { get; init; }
    public required Actor AskedBy
    {
        get => new(AskedById, AskedByName);
        init => (AskedById, AskedByName) = (value.Id, value.Name);
    }

    public string AskedById { get; private set; } = "";
    public string AskedByName { get; private set; } = "";

    /// <summary>Where the answer goes: the id of the chat in which the question was asked.</summary>
    public required string Conversation { get; init; }

    public required string Question { get; init; }
    public string? Comment { get; init; }
    public TicketStatus Status { get; set; }

    /// <summary>Who of the office sees to it; null while nobody does.</summary>
    public Actor? Assignee
    {
        get => AssigneeId is null ? null : new(AssigneeId, AssigneeName ?? "");
        set => (AssigneeId, AssigneeName) = (value?.Id, value?.Name);
    }

    public string? AssigneeId { get; private set; }
    public string? AssigneeName { get; private set; }

    /// <summary>Counts every change.</summary>
    public int Version { get; set; }

    public List<TicketEvent> Events { get; } = [];

    /// <summary>Short enough to say over the telephone; the last digits of a version 7 GUID are random.</summary>
    public string Number => $"Q-{Id.ToString("N")[^8..].ToUpperInvariant()}";
}

/// <summary>Stored by name. Open (未対応) → InProgress (対応中) → Answered (回答済) → Closed (終了); asked on, it is open again.</summary>
internal enum TicketStatus
{
    Open,
    InProgress,
    Answered,
    Closed,
}

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> table)
    {
        table.ToTable("tickets");
        table.Keeps("担当課への質問と、尋ねた方、答えた方", "お答えするため", Period.OfTheCity);
        table.Property(ticket => ticket.Comment).Tells(Whose.Words);
        table.Property(ticket => ticket.Question).Tells(Whose.Words);
        table.HasActor(ticket => ticket.AssigneeId, ticket => ticket.AssigneeName);
        table.HasActor(ticket => ticket.AskedById, ticket => ticket.AskedByName);
        table.Property(ticket => ticket.Id).ValueGeneratedNever();
        table.Ignore(ticket => ticket.Number);
        table.Property(ticket => ticket.Conversation).HasMaxLength(512).Tells(Whose.Id, of: nameof(Ticket.AskedById));
        table.Property(ticket => ticket.Version).IsConcurrencyToken();
        table.HasIndex(ticket => new { ticket.Status, ticket.AskedAt });
        table.HasMany(ticket => ticket.Events).WithOne().HasForeignKey(happened => happened.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class TicketRows
{
    extension(Database database)
    {
        public DbSet<Ticket> Tickets => database.Set<Ticket>();
    }
}
