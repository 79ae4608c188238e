using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Tickets;

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

internal sealed class TicketEventTable : IEntityTypeConfiguration<TicketEvent>
{
    public void Configure(EntityTypeBuilder<TicketEvent> table)
    {
        table.ToTable("ticket_events");
        table.Property(happened => happened.Id).ValueGeneratedNever();
        table.Property(happened => happened.ById).HasMaxLength(512);
        table.Property(happened => happened.ByName).HasMaxLength(512);
        table.HasIndex(happened => new { happened.TicketId, happened.At });
    }
}

internal static class TicketEventRows
{
    extension(Database database)
    {
        public DbSet<TicketEvent> TicketEvents => database.Set<TicketEvent>();
    }
}
