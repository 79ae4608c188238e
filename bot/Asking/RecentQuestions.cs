using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>The last question of each person in each conversation, for follow-up questions.</summary>
internal sealed class RecentQuestions(IDbContextFactory<Database> databases, Statements statements)
{
    /// <summary>Takes the place of what the person asked there before.</summary>
    public Task RememberAsync(RecentQuestion question, CancellationToken cancellationToken) =>
        statements.RunAsync(
            $"""
            INSERT INTO recent_questions (conversation, person, question, clause, at)
            VALUES ({question.Conversation}, {question.Person}, {question.Question}, {question.Clause.ToString()}, {question.At})
            ON CONFLICT (conversation, person) DO UPDATE SET question = excluded.question, clause = excluded.clause, at = excluded.at
            """,
            cancellationToken
        );

    public async Task<RecentQuestion?> FindAsync(string conversation, string person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .RecentQuestions.AsNoTracking()
            .SingleOrDefaultAsync(question => question.Conversation == conversation && question.Person == person, cancellationToken);
    }
}
