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

    internal static void Map(EntityTypeBuilder<Ticket> table)
    {
        table.Property(ticket => ticket.Id).ValueGeneratedNever();
        table.Property(ticket => ticket.AskedById).HasMaxLength(512);
        table.Property(ticket => ticket.AskedByName).HasMaxLength(512);
        table.Property(ticket => ticket.Conversation).HasMaxLength(512);
        table.HasIndex(ticket => new { ticket.Status, ticket.AskedAt });
    }
}

/// <summary>Stored by name.</summary>
internal enum TicketStatus
{
    Open,
    Answered,
}
