using System.Linq.Expressions;
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
    /// <summary>What is asked and what is said of the answers is kept for as many days as are set.</summary>
    internal static Period AsLongAsSet<T>(Func<DateTimeOffset, Expression<Func<T, bool>>> old)
        where T : class => Period.Days(options => options.QuestionLogDays, options => $"{options.QuestionLogDays}日", old);

    public void Configure(EntityTypeBuilder<QuestionLogEntry> table)
    {
        table.ToTable("question_log");
        table.Keeps(
            "質問の文、示した条項、チャットの種類（お名前や ID は残しません）",
            "どんな質問が多く、何に答えられないかを知り、ガイドラインと例文を直すため",
            AsLongAsSet<QuestionLogEntry>(old => entry => entry.AskedAt < old)
        );
        table.Property(entry => entry.Question).Tells(Whose.Words);
        table.Property(entry => entry.Id).ValueGeneratedNever();
        table.Property(entry => entry.Route).HasMaxLength(64).Tells(Whose.Nobody);
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
