using GuidelineBot.Storage;

namespace GuidelineBot.Asking;

/// <summary>The last question of each person in each conversation: what the compose box offers first.</summary>
internal sealed class RecentQuestions(Statements statements)
{
    /// <summary>Takes the place of what the person asked there before.</summary>
    public Task RememberAsync(RecentQuestion question, CancellationToken cancellationToken) =>
        statements.RunAsync(
            $"""
            INSERT INTO recent_questions (conversation, person, clause, at)
            VALUES ({question.Conversation}, {question.Person}, {question.Clause.ToString()}, {question.At})
            ON CONFLICT (conversation, person) DO UPDATE SET clause = excluded.clause, at = excluded.at
            """,
            cancellationToken
        );
}
