using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Asking;

/// <summary>What was asked and how it was answered; it names no person and no chat.</summary>
internal sealed class QuestionLogEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset AskedAt { get; init; }
    public required string Question { get; init; }

    /// <summary>As <c>understand</c> names it: <c>answer</c>, <c>candidates</c>, <c>none</c>, <c>notice:start</c>, …</summary>
    public required string Route { get; init; }

    public ClauseId? Clause { get; init; }
    public required double Score { get; init; }
    public required ConversationKind Conversation { get; init; }
}

internal sealed class QuestionLogEntryTable : IEntityTypeConfiguration<QuestionLogEntry>
{
    public void Configure(EntityTypeBuilder<QuestionLogEntry> table)
    {
        table.ToTable("question_log");
        table.Property(entry => entry.Id).ValueGeneratedNever();
        table.Property(entry => entry.Route).HasMaxLength(64);
        table.HasIndex(entry => entry.AskedAt);
    }
}

internal static class QuestionLogEntryRows
{
    extension(Database database)
    {
        public DbSet<QuestionLogEntry> QuestionLog => database.Set<QuestionLogEntry>();
    }
}
