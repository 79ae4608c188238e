using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Tickets;

/// <summary>What happened to a ticket: who, when, and the words that were written.</summary>
internal sealed class TicketEvent : Happening
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TicketId { get; init; }
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
        table.KeepsWith<Ticket>();
        table.Property(happened => happened.Text).Tells(Whose.Words);
        table.HasActor(happened => happened.ById, happened => happened.ByName);
        table.Property(happened => happened.Id).ValueGeneratedNever();
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
