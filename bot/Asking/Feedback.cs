using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>What staff say of the answers.</summary>
internal sealed class Feedback(Changes changes)
{
    /// <param name="comment">Null for the rating itself; a comment that follows it is an entry of its own.</param>
    public Task AddAsync(Turn turn, string question, string clause, bool helpful, string? comment, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            change =>
            {
                change.Database.AnswerFeedback.Add(
                    new AnswerFeedback
                    {
                        At = change.Now,
                        // The card carries a shortened question; a forged press may carry anything.
                        Question = Plain.Cut(question, AnswerCard.LongestQuestion),
                        Clause = ClauseId.Parse(clause),
                        Helpful = helpful,
                        Comment = comment,
                    }
                );
                return Task.FromResult(true);
            },
            cancellationToken
        );
}
