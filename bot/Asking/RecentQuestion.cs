using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Asking;

/// <summary>What a person last asked in a conversation, so that 「それは何日前まで？」 can be understood; kept for a day.</summary>
internal sealed class RecentQuestion
{
    public required string Conversation { get; init; }
    public required string Person { get; init; }
    public required string Question { get; init; }
    public required ClauseId Clause { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class RecentQuestionTable : IEntityTypeConfiguration<RecentQuestion>
{
    public void Configure(EntityTypeBuilder<RecentQuestion> table)
    {
        table.ToTable("recent_questions");
        table.Keeps(
            "直前の質問と、尋ねた方の ID",
            "続けての質問に答えるため",
            Period.Days<RecentQuestion>(1, "1日", old => question => question.At < old)
        );
        table.Property(question => question.Question).Tells(Whose.Words);
        table.HasKey(question => new { question.Conversation, question.Person });
        table.Property(question => question.Conversation).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(question => question.Person).HasMaxLength(512).Tells(Whose.Owner);
        table.HasIndex(question => question.At);
    }
}

internal static class RecentQuestionRows
{
    extension(Database database)
    {
        public DbSet<RecentQuestion> RecentQuestions => database.Set<RecentQuestion>();
    }
}
