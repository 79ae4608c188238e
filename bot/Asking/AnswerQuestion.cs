using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone asked a question.</summary>
internal sealed class AnswerQuestion(
    LiveKnowledge knowledge,
    AnswerCards cards,
    QuestionLog log,
    RecentQuestions recent,
    TimeProvider clock
) : ITurnHandler
{
    /// <summary>After this, a short message is taken for a new subject.</summary>
    private static readonly TimeSpan Continues = TimeSpan.FromMinutes(15);

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Understood!;
        string? followUpOf = null;
        if (
            FollowUp.MayBe(turn.Text)
            && await recent.FindAsync(turn.Conversation.Id, turn.From.Id, cancellationToken) is { } previous
            && clock.GetUtcNow() - previous.At < Continues
            && FollowUp.Read(knowledge.Current, previous.Question, turn.Text, asked) is { } continued
        )
            (asked, followUpOf) = (continued, previous.Question);

        await log.AddAsync(turn, asked, cancellationToken);
        if (asked.Route == Route.None)
            return cards.None(turn.Text);

        await recent.RememberAsync(
            new RecentQuestion
            {
                Conversation = turn.Conversation.Id,
                Person = turn.From.Id,
                Question = turn.Text,
                Clause = asked.Clauses[0].Id,
                At = clock.GetUtcNow(),
            },
            cancellationToken
        );
        return asked.Route == Route.Candidates
            ? cards.Candidates(turn.Text, asked.Clauses)
            : cards.Answer(turn.Text, asked.Clauses, followUpOf);
    }
}
