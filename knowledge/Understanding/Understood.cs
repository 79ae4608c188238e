namespace GuidelineBot.Knowledge.Understanding;

/// <summary>One message, understood.</summary>
/// <param name="Clauses">
/// Best first, at most ten. For <c>answer</c> the first is the one to quote; for <c>candidates</c> the first three are the ones to offer;
/// empty for <c>none</c>.
/// </param>
public sealed record Understood(Route Route, IReadOnlyList<ScoredClause> Clauses)
{
    /// <summary>Facts stated in the message, by slot name (<c>service</c>, <c>startDate</c> …).</summary>
    public IReadOnlyDictionary<string, object> Slots { get; init; } = new Dictionary<string, object>();
}

/// <param name="Score">0 to 1; only the order and the thresholds of the decision mean something.</param>
public sealed record ScoredClause(ClauseId Id, double Score);
