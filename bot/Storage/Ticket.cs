using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

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
    public string Number => NumberOf(Id);

    public static string NumberOf(Guid ticket) => $"Q-{ticket.ToString("N")[^8..].ToUpperInvariant()}";

    internal static void Map(EntityTypeBuilder<Ticket> table)
    {
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

/// <summary>Stored by name. Open (未対応) → InProgress (対応中) → Answered (回答済) → Closed (終了); asked on, it is open again.</summary>
internal enum TicketStatus
{
    Open,
    InProgress,
    Answered,
    Closed,
}

/// <summary>What happened to a ticket: who, when, and the words that were written.</summary>
internal sealed class TicketEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TicketId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ById { get; init; }
    public required string ByName { get; init; }
    public required TicketStep Step { get; init; }
    public string Text { get; init; } = "";

    internal static void Map(EntityTypeBuilder<TicketEvent> table)
    {
        table.Property(happened => happened.Id).ValueGeneratedNever();
        table.Property(happened => happened.ById).HasMaxLength(512);
        table.Property(happened => happened.ByName).HasMaxLength(512);
        table.HasIndex(happened => new { happened.TicketId, happened.At });
    }
}

/// <summary>Stored by name.</summary>
internal enum TicketStep
{
    Asked,
    Taken,
    Assigned,
    Answered,
    AskedOn,
    Closed,
}
