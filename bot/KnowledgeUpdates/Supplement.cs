using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>What 広報広聴課 made of an answered ticket: an example question of a clause, or a question with their own answer.</summary>
internal sealed class Supplement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TicketId { get; init; }

    /// <summary>As people know it: Q-12345678.</summary>
    public required string TicketNumber { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
    public required string Question { get; init; }

    /// <summary>The clause that answers it; null where <see cref="Answer"/> does.</summary>
    public string? Clause { get; init; }

    /// <summary>広報広聴課's own words; empty where a clause answers.</summary>
    public string Answer { get; init; } = "";
}

internal sealed class SupplementTable : IEntityTypeConfiguration<Supplement>
{
    public void Configure(EntityTypeBuilder<Supplement> table)
    {
        table.ToTable("supplements");
        table.Property(supplement => supplement.Id).ValueGeneratedNever();
        table.Property(supplement => supplement.TicketNumber).HasMaxLength(16);
        table.Property(supplement => supplement.ByName).HasMaxLength(512);
        table.Property(supplement => supplement.Clause).HasMaxLength(100);
        // One a ticket: a later one takes the place of the earlier, and a second press changes nothing.
        table.HasIndex(supplement => supplement.TicketId).IsUnique();
        table.HasIndex(supplement => supplement.At);
    }
}

internal static class SupplementRows
{
    extension(Database database)
    {
        public DbSet<Supplement> Supplements => database.Set<Supplement>();
    }
}
