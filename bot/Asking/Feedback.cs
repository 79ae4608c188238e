using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>What staff say of the answers.</summary>
internal sealed class Feedback(IDbContextFactory<Database> databases, TimeProvider clock)
{
    /// <param name="comment">Null for the rating itself; a comment that follows it is an entry of its own.</param>
    public async Task AddAsync(string question, string clause, bool helpful, string? comment, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.AnswerFeedback.Add(
            new AnswerFeedback
            {
                At = clock.GetUtcNow(),
                // The card carries a shortened question; a forged press may carry anything.
                Question = Plain.Cut(question, AnswerCard.LongestQuestion),
                Clause = ClauseId.Parse(clause),
                Helpful = helpful,
                Comment = comment,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }
}
