using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>
/// A fragment that goes on from the last answer: which clause, more of it, its text, or one side of the matter (where, which form, by when, who, why).
/// </summary>
internal sealed class GoOnAboutClause(
    LiveKnowledge knowledge,
    AnswerCards cards,
    ProcedureCards procedures,
    QuestionLog log,
    TimeProvider clock
) : ITurnHandler
{
    public static readonly IReadOnlyList<Route> Routes =
    [
        .. ((string[])["clause", "more", "text", "where", "form", "when", "who", "why"]).Select(side => new Route($"follow:{side}")),
    ];

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var topic = turn.Situation.Topic;
        var side = turn.Act!.Route.Name["follow:".Length..];
        // What points to the open paper is about that, not about what was shown before.
        if (
            turn.Act.GoesOnFrom is not null
            && topic?.Procedure is { } key
            && knowledge.Current.ProcedureOf(key) is { } procedure
            && Of(procedure, side, topic) is { } reply
        )
        {
            await log.AddAsync(turn, new Understood(Route.Answer, [new ScoredClause(procedure.Main, 1)]), cancellationToken);
            turn.Outcome.Route = Route.Answer.Name;
            turn.Outcome.Clauses = [.. procedure.Shown.Select(clause => clause.ToString())];
            turn.Memory.Topic = new(procedure.Main.ToString(), topic.Question, clock.GetUtcNow()) { Procedure = key };
            return reply;
        }
        var clause = turn.Act.Clauses[0].Id;
        var found = new Understood(Route.Answer, turn.Act.Clauses);
        await log.AddAsync(turn, found, cancellationToken);
        turn.Outcome.Route = Route.Answer.Name;
        turn.Outcome.Clauses = [clause.ToString()];
        turn.Memory.Topic = new(clause.ToString(), turn.Act.GoesOnFrom ?? turn.Text, clock.GetUtcNow());
        return cards.Answer(turn.Text, found.Clauses, turn.Act.GoesOnFrom);
    }

    /// <summary>Of a procedure each step's side, or every clause in full.</summary>
    private Reply? Of(Procedure procedure, string side, Topic topic) =>
        side is "text" or "more" ? procedures.Whole(procedure, topic.Question, isUnfolded: true) : procedures.Side(procedure, side);
}
