using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>One thing that a message does: asks, tells, corrects, begins, ends …</summary>
/// <param name="Route">Its wire name: <c>answer</c>, <c>draft:set</c>, <c>incident:note</c>, <c>talk:thanks</c> …</param>
/// <param name="Probability">Beside the other readings of the same message; 0 to 1.</param>
public sealed record Act(Route Route, double Probability)
{
    /// <summary>The clauses for a question, best first.</summary>
    public IReadOnlyList<ScoredClause> Clauses { get; init; } = [];

    /// <summary>Of a message with several questions, the clauses that answer those after the first, one each.</summary>
    public IReadOnlyList<ScoredClause> Beside { get; init; } = [];

    /// <summary>Facts for a paper or an incident that is begun.</summary>
    public IReadOnlyDictionary<string, object> Slots { get; init; } = new Dictionary<string, object>();

    /// <summary>For an open paper.</summary>
    public FieldReading Fields { get; init; } = FieldReading.Nothing;

    /// <summary>Ids of the papers, of those that are begun, that the message names; empty where it names none.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The text of a post to look over, or what is to be written into a timeline; of an answer, the number asked for that no clause has.</summary>
    public string Text { get; init; } = "";

    /// <summary>The question before, where the message is answered as going on from it.</summary>
    public string? GoesOnFrom { get; init; }

    /// <summary>Of a checklist: 「2番できた」.</summary>
    public int? Step { get; init; }

    /// <summary>The paper that it begins takes the place of the open one (「変更届じゃなくて終了届でした」).</summary>
    public bool ReplacesDraft { get; init; }

    public Understood Understood => new(Route, Clauses) { Slots = Slots };
}
