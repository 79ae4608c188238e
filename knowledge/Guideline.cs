namespace GuidelineBot.Knowledge;

/// <summary>One guideline as published, cut into its clauses.</summary>
/// <param name="Key">The <see cref="ClauseId.Guideline"/> of its clauses; empty for the city's own.</param>
/// <param name="Name">The document's title, as in 「見本市ソーシャルメディアの運用に関するガイドライン」.</param>
/// <param name="Revision">
/// The revision in force, as the title block writes it (「令和5年4月改訂」); the date of issue where it was never revised; empty where the text
/// says neither.
/// </param>
/// <param name="Clauses">All clauses in document order; the first is clause <c>0</c>, the title block.</param>
/// <param name="Glossary">Terms that the document explains itself.</param>
public sealed record Guideline(
    string Key,
    string Name,
    string Revision,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<GlossaryEntry> Glossary
)
{
    private readonly Dictionary<ClauseId, int> places = Clauses
        .Select((clause, place) => (clause.Id, place))
        .ToDictionary(pair => pair.Id, pair => pair.place);

    public Clause? Find(ClauseId id) => places.TryGetValue(id, out var place) ? Clauses[place] : null;

    /// <summary>The clauses directly under <paramref name="id"/>, in document order.</summary>
    public IEnumerable<Clause> Children(ClauseId id) => Clauses.Where(clause => clause.Parent == id);

    /// <summary>From the section down to the clause itself: 5, 5②, 5②ア.</summary>
    public IReadOnlyList<Clause> Path(ClauseId id)
    {
        var path = new Stack<Clause>();
        for (var clause = Find(id); clause is not null; clause = clause.Parent is { } parent ? Find(parent) : null)
            path.Push(clause);
        return [.. path];
    }

    /// <summary>The clause before (<c>-1</c>) or after (<c>+1</c>) in document order.</summary>
    public Clause? Neighbour(ClauseId id, int offset) =>
        places.TryGetValue(id, out var place) && place + offset >= 0 && place + offset < Clauses.Count ? Clauses[place + offset] : null;
}

/// <summary>A citable part of a guideline.</summary>
/// <param name="Label">What people call it: 「4⑤」「5②ア」「6①【注意事項】」「7 用語の解説『なりすまし』」.</param>
/// <param name="Heading">Its heading without the number (「トラブルの防止と対応」「炎上（※4）状態になった場合」); empty where it has none.</param>
/// <param name="Text">Word for word, with its own number and heading; lines are separated by <c>\n</c>. Clauses below it are not repeated here.</param>
/// <param name="Line">The line in the guideline's file on which it starts, from 1.</param>
public sealed record Clause(ClauseId Id, string Label, string Heading, string Text, ClauseId? Parent, int Line);

/// <summary>A term that the guideline explains, and the clause that explains it.</summary>
public sealed record GlossaryEntry(string Term, ClauseId Clause, string Definition);
