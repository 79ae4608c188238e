namespace GuidelineBot.Knowledge;

/// <summary>What 広報広聴課 made of a question that staff put to them: one more example question of a clause, or a question with their own answer.</summary>
/// <param name="Number">Of the ticket: <c>Q-1A2B3C4D</c>.</param>
/// <param name="On">When, as people write it: 令和8年11月24日.</param>
/// <param name="Clause">The clause that answers it; null where <paramref name="Answer"/> does.</param>
/// <param name="Answer">広報広聴課's own words, never the guideline's; empty where a clause answers.</param>
public sealed record Addition(string Number, string On, string Question, ClauseId? Clause, string Answer)
{
    /// <summary>Of the clauses that hold 広報広聴課's own answers: <c>answers:Q-1A2B3C4D</c>.</summary>
    public const string Guideline = "answers";
}
