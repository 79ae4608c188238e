using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Observability;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>What staff ask, and what came of it, without their names, and no more of a question than cards show.</summary>
internal sealed class QuestionLog(Statements statements, Instruments instruments, TimeProvider clock)
{
    public Task AddAsync(Turn turn, Understood understood, CancellationToken cancellationToken)
    {
        instruments.Asked(understood.Route.Name);
        var question = Plain.Cut(turn.Text, AnswerCard.LongestQuestion);
        var best = understood.Clauses.Count > 0 ? understood.Clauses[0] : null;
        return statements.RunAsync(
            $"""
            INSERT INTO question_log (id, asked_at, question, route, clause, score, conversation)
            VALUES ({Guid.CreateVersion7()}, {clock.GetUtcNow()}, {question}, {understood.Route.Name}, {best?.Id.ToString()}, {best?.Score
                ?? 0}, {turn.Conversation.Kind.ToString()})
            """,
            cancellationToken
        );
    }
}
