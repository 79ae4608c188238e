using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Asking;

/// <summary>Which clause answered what a person last asked in a conversation: the compose box offers it first; kept for a day.</summary>
internal sealed class RecentQuestion
{
    public required string Conversation { get; init; }
    public required string Person { get; init; }
    public required ClauseId Clause { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class RecentQuestionTable : IEntityTypeConfiguration<RecentQuestion>
{
    public void Configure(EntityTypeBuilder<RecentQuestion> table)
    {
        table.ToTable("recent_questions");
        table.Keeps(
            "直前の質問の条項と、尋ねた方の ID",
            "条文を探すときに、先に示すため",
            Period.Days<RecentQuestion>(1, "1日", old => question => question.At < old)
        );
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
