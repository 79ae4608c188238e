using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>What the office made of an answered ticket: an example question of a clause, or a question with their own answer.</summary>
internal sealed class Supplement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TicketId { get; init; }

    /// <summary>As people know it: Q-12345678.</summary>
    public required string TicketNumber { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Actor By
    {
        get => new(ById, ByName);
        init => (ById, ByName) = (value.Id, value.Name);
    }

    public string ById { get; private set; } = "";
    public string ByName { get; private set; } = "";
    public required string Question { get; init; }

    /// <summary>The clause that answers it; null where <see cref="Answer"/> does.</summary>
    public string? Clause { get; init; }

    /// <summary>The office's own words; empty where a clause answers.</summary>
    public string Answer { get; init; } = "";
}

internal sealed class SupplementTable : IEntityTypeConfiguration<Supplement>
{
    public void Configure(EntityTypeBuilder<Supplement> table)
    {
        table.ToTable("supplements");
        table.Keeps("質問から知識に加えた文と、加えた方", "次に同じ質問が来たときに答えるため", Period.Until("知識から外すまで"));
        table.Property(supplement => supplement.Answer).Tells(Whose.Words);
        table.Property(supplement => supplement.Question).Tells(Whose.Words);
        table.HasActor(supplement => supplement.ById, supplement => supplement.ByName);
        table.Property(supplement => supplement.Id).ValueGeneratedNever();
        table.Property(supplement => supplement.TicketNumber).HasMaxLength(16).Tells(Whose.Nobody);
        table.Property(supplement => supplement.Clause).HasMaxLength(100).Tells(Whose.Nobody);
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
