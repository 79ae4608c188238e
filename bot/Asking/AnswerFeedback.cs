using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Asking;

/// <summary>Someone's word on whether a clause answered their question.</summary>
internal sealed class AnswerFeedback
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required string Question { get; init; }
    public required ClauseId Clause { get; init; }
    public required bool Helpful { get; init; }
    public string? Comment { get; init; }
}

internal sealed class AnswerFeedbackTable : IEntityTypeConfiguration<AnswerFeedback>
{
    public void Configure(EntityTypeBuilder<AnswerFeedback> table)
    {
        table.ToTable("answer_feedback");
        table.Keeps(
            "評価とコメント（お名前は残しません）",
            "答えを直すため",
            QuestionLogEntryTable.AsLongAsSet<AnswerFeedback>(old => feedback => feedback.At < old)
        );
        table.Property(feedback => feedback.Comment).Tells(Whose.Words);
        table.Property(feedback => feedback.Question).Tells(Whose.Words);
        table.Property(feedback => feedback.Id).ValueGeneratedNever();
        table.HasIndex(feedback => feedback.At);
    }
}

internal static class AnswerFeedbackRows
{
    extension(Database database)
    {
        public DbSet<AnswerFeedback> AnswerFeedback => database.Set<AnswerFeedback>();
    }
}
