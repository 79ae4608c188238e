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

    /// <summary>How much likelier another clause must be before the talk leaves the one it is about.</summary>
    private const double Lead = 0.15;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var topic = turn.Situation.Topic!;
        var side = turn.Act!.Route.Name["follow:".Length..];
        if (topic.Procedure is { } key && knowledge.Current.ProcedureOf(key) is { } procedure && Of(procedure, side, topic) is { } reply)
        {
            await log.AddAsync(turn, new Understood(Route.Answer, [new ScoredClause(procedure.Main, 1)]), cancellationToken);
            turn.Outcome.Route = Route.Answer.Name;
            turn.Outcome.Clauses = [.. procedure.Shown.Select(clause => clause.ToString())];
            turn.Memory.Topic = new(procedure.Main.ToString(), topic.Question, clock.GetUtcNow()) { Procedure = key };
            return reply;
        }
        var clause = side is "clause" or "text" or "more" ? Near(topic.Clause, side) : About(turn.Text, topic);
        var found = new Understood(Route.Answer, [new ScoredClause(clause, 1)]);
        await log.AddAsync(turn, found, cancellationToken);
        turn.Outcome.Route = Route.Answer.Name;
        turn.Outcome.Clauses = [clause.ToString()];
        turn.Memory.Topic = new(clause.ToString(), topic.Question, clock.GetUtcNow());
        return cards.Answer(turn.Text, found.Clauses, topic.Question);
    }

    /// <summary>Of a procedure each step's side, or every clause in full.</summary>
    private Reply? Of(Procedure procedure, string side, Topic topic) =>
        side is "text" or "more" ? procedures.Whole(procedure, topic.Question, isUnfolded: true) : procedures.Side(procedure, side);

    /// <summary>The clause itself; for more, what it stands in.</summary>
    private ClauseId Near(ClauseId clause, string side) =>
        side == "text"
        && knowledge.Current.Find(clause) is { Parent: { } parent } found
        && found.Text.Length < 40
        && parent.ToString() != "0"
            ? parent
            : clause;

    private ClauseId About(string fragment, Topic topic)
    {
        if (FollowUp.StaysWith(topic.Clause, fragment))
            return topic.Clause;
        var together = knowledge.Current.Search(fragment, topic.Question).Clauses;
        var own = together.FirstOrDefault(clause => clause.Id == topic.Clause)?.Score ?? 0;
        return together is [var best, ..] && (IsWithin(best.Id, topic.Clause) || best.Score - own > Lead) ? best.Id : topic.Clause;
    }

    private static bool IsWithin(ClauseId clause, ClauseId whole) =>
        clause.ToString().StartsWith($"{whole}-", StringComparison.Ordinal)
        || whole.ToString().StartsWith($"{clause}-", StringComparison.Ordinal);
}
