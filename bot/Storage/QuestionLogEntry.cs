using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

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

    internal static void Map(EntityTypeBuilder<QuestionLogEntry> table)
    {
        table.Property(entry => entry.Id).ValueGeneratedNever();
        table.Property(entry => entry.Route).HasMaxLength(64);
        table.HasIndex(entry => entry.AskedAt);
    }
}

/// <summary>Where a conversation takes place; stored by name.</summary>
internal enum ConversationKind
{
    Personal,
    Group,
    Channel,
}
