using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone asked a question.</summary>
internal sealed class AnswerQuestion(AnswerCards cards, QuestionLog log, RecentQuestions recent, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Understood!;
        var followUpOf = turn.Act?.GoesOnFrom;
        await log.AddAsync(turn, asked, cancellationToken);
        turn.Outcome.Route = asked.Route.Name;
        turn.Outcome.Clauses = [.. asked.Clauses.Select(clause => clause.Id.ToString())];
        if (asked.Route == Route.None)
            return cards.None(turn.Text);

        await recent.RememberAsync(
            new RecentQuestion
            {
                Conversation = turn.Conversation.Id,
                Person = turn.From.Id,
                Clause = asked.Clauses[0].Id,
                At = clock.GetUtcNow(),
            },
            cancellationToken
        );
        turn.Memory.Topic = new(asked.Clauses[0].Id.ToString(), turn.Text, clock.GetUtcNow());
        return asked.Route == Route.Candidates
            ? cards.Candidates(turn.Text, asked.Clauses)
            : cards.Answer(turn.Text, asked.Clauses, followUpOf, turn.Act?.Text ?? "", followUpOf is null ? turn.Act?.Beside : null);
    }
}
