using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Tickets;

/// <summary>A question that the guideline did not answer and someone put to 広報広聴課.</summary>
internal sealed class Ticket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset AskedAt { get; init; }
    public required string AskedById { get; init; }
    public required string AskedByName { get; init; }

    /// <summary>Where the answer goes: the id of the chat in which the question was asked.</summary>
    public required string Conversation { get; init; }

    public required string Question { get; init; }
    public string? Comment { get; init; }
    public TicketStatus Status { get; set; }

    /// <summary>Who of 広報広聴課 sees to it; null while nobody does.</summary>
    public string? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }

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
        table.Property(ticket => ticket.Id).ValueGeneratedNever();
        table.Ignore(ticket => ticket.Number);
        table.Property(ticket => ticket.AskedById).HasMaxLength(512);
        table.Property(ticket => ticket.AskedByName).HasMaxLength(512);
        table.Property(ticket => ticket.Conversation).HasMaxLength(512);
        table.Property(ticket => ticket.AssigneeId).HasMaxLength(512);
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
