using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>What a person last asked in a conversation, so that 「それは何日前まで？」 can be understood; kept for a day.</summary>
internal sealed class RecentQuestion
{
    public required string Conversation { get; init; }
    public required string Person { get; init; }
    public required string Question { get; init; }
    public required ClauseId Clause { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<RecentQuestion> table)
    {
        table.HasKey(question => new { question.Conversation, question.Person });
        table.Property(question => question.Conversation).HasMaxLength(512);
        table.Property(question => question.Person).HasMaxLength(512);
        table.HasIndex(question => question.At);
    }
}
