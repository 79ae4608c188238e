using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>Someone's word on whether a clause answered their question.</summary>
internal sealed class AnswerFeedback
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required string Question { get; init; }
    public required ClauseId Clause { get; init; }
    public required bool Helpful { get; init; }
    public string? Comment { get; init; }

    internal static void Map(EntityTypeBuilder<AnswerFeedback> table)
    {
        table.Property(feedback => feedback.Id).ValueGeneratedNever();
        table.HasIndex(feedback => feedback.At);
    }
}
