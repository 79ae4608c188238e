using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>What guidelines without example questions say to a question.</summary>
/// <param name="Clauses">Best first, with the share (0 to 1) of the question's weight that each one holds.</param>
/// <param name="Probability">That the question is about them and not about the city's own guideline.</param>
/// <param name="IsNamed">The question names the guideline.</param>
/// <param name="IsNumbered">It names the clause by its number, too.</param>
internal sealed record FurtherFinding(IReadOnlyList<ScoredText> Clauses, double Probability, bool IsNamed, bool IsNumbered);

/// <summary>
/// Finds the clauses of guidelines that nobody has written example questions for, by their own words. What a word weighs is learnt from what staff
/// usually write, so that 「どうすればいい」 weighs nothing and 「収蔵品」 a lot.
/// </summary>
internal sealed class FurtherGuidelines
{
    private const double Context = 0.5;
    private const int MostTerms = 200;

    private readonly List<(ClauseId Id, HashSet<string> Words, HashSet<string> Above)> clauses;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> ownClauses;
    private readonly Dictionary<string, List<int>> ownQuestions = new(StringComparer.Ordinal);
    private readonly HashSet<string> ownWords = new(StringComparer.Ordinal);
    private readonly GuidelineNames names;
    private readonly SynonymBook synonyms;
    private readonly int background;

    /// <param name="taught">The keys of the guidelines that have examples.</param>
    public FurtherGuidelines(KnowledgeText text, IReadOnlySet<string> taught)
    {
        synonyms = text.Synonyms;
        var further = text.Guidelines.Where(guideline => !taught.Contains(guideline.Key)).ToList();
        clauses = [.. further.SelectMany(guideline => guideline.Clauses.Skip(1).Select(clause => Indexed(guideline, clause)))];
        names = new GuidelineNames(further, text.Guidelines[0].Name);
        ownClauses = [];
        if (clauses.Count == 0)
            return;
        var own = text.Guidelines.Where(guideline => taught.Contains(guideline.Key)).SelectMany(guideline => guideline.Clauses);
        ownClauses.AddRange(own.Select(clause => Terms(clause.Text)));
        var messages = text.Questions.Concat(text.Acts).Concat(text.Intents).Concat(text.Commands).ToList();
        foreach (var (place, example) in messages.Index())
        {
            var terms = Terms(example.Text);
            Count(terms);
            if (place >= text.Questions.Count || example.Labels.Count == 0)
                continue;
            ownWords.UnionWith(terms);
            foreach (var term in terms)
                (ownQuestions.TryGetValue(term, out var places) ? places : ownQuestions[term] = []).Add(place);
        }
        foreach (var terms in ownClauses)
        {
            Count(terms);
            ownWords.UnionWith(terms);
        }
        background = messages.Count + ownClauses.Count;
    }

    /// <returns>Null where there are no such guidelines, or none holds a word of the question.</returns>
    public FurtherFinding? Find(string question)
    {
        if (clauses.Count == 0)
            return null;
        var named = names.Find(question);
        if (named is { Numbered: { } clause })
            return new FurtherFinding([new ScoredText(clause, 1)], 1, IsNamed: true, IsNumbered: true);
        var asked = Terms(named?.Rest ?? question).Take(MostTerms).Select(term => (Term: term, Weight: Weight(term))).ToList();
        var whole = asked.Sum(term => term.Weight);
        var found = clauses
            .Where(clause => named is null || clause.Id.Guideline == named.Guideline)
            .Select(clause => (clause, Share: whole > 0 ? Share(clause, asked) / whole : 0))
            .Where(hit => hit.Share > 0 || named is not null)
            .OrderByDescending(hit => hit.Share)
            .ThenBy(hit => hit.clause.Words.Count)
            .Take(10)
            .ToList();
        if (found.Count == 0)
            return null;
        var probability = named is not null ? 1 : Probability(found[0].clause, found[0].Share, asked, whole);
        return new FurtherFinding(
            [.. found.Select(hit => new ScoredText(hit.clause.Id, (float)hit.Share))],
            probability,
            named is not null,
            false
        );
    }

    /// <summary>
    /// A logistic regression over four shares of the question's weight: what the clause holds; how much more that is than the city's own nearest example
    /// and nearest clause hold; and what the city's own guideline and examples do not know at all. Learnt from questions to five texts and from the
    /// messages in <c>tests/Evaluation</c>.
    /// </summary>
    private double Probability(
        (ClauseId Id, HashSet<string> Words, HashSet<string> Above) best,
        double share,
        List<(string Term, double Weight)> asked,
        double whole
    )
    {
        var example = NearestExample(asked) / whole;
        var clause = ownClauses.Max(words => asked.Where(term => words.Contains(term.Term)).Sum(term => term.Weight)) / whole;
        var alone =
            asked
                .Where(term => !ownWords.Contains(term.Term) && (best.Words.Contains(term.Term) || best.Above.Contains(term.Term)))
                .Sum(term => term.Weight) / whole;
        return 1 / (1 + Math.Exp(2.5 - 5.6 * share - 3.7 * (share - example) - 7.5 * (share - clause) - 5.2 * alone));
    }

    private double NearestExample(List<(string Term, double Weight)> asked)
    {
        var sums = new Dictionary<int, double>();
        foreach (var (term, weight) in asked)
        foreach (var place in ownQuestions.GetValueOrDefault(term) ?? [])
            sums[place] = sums.GetValueOrDefault(place) + weight;
        return sums.Count == 0 ? 0 : sums.Values.Max();
    }

    private static double Share(
        (ClauseId Id, HashSet<string> Words, HashSet<string> Above) clause,
        List<(string Term, double Weight)> asked
    ) =>
        asked.Sum(term =>
            clause.Words.Contains(term.Term) ? term.Weight
            : clause.Above.Contains(term.Term) ? Context * term.Weight
            : 0
        );

    private double Weight(string term)
    {
        var count = counts.GetValueOrDefault(term);
        return Math.Log(1 + (background - count + 0.5) / (count + 0.5));
    }

    private void Count(HashSet<string> terms)
    {
        foreach (var term in terms)
            counts[term] = counts.GetValueOrDefault(term) + 1;
    }

    /// <summary>
    /// A clause speaks in the words of what stands above it, too: by its heading, or by all it says where it has none. Words of the title say whose
    /// guideline it is and little of what the clause is about.
    /// </summary>
    private (ClauseId, HashSet<string>, HashSet<string>) Indexed(Guideline guideline, Clause clause)
    {
        var words = Terms($"{clause.Heading}\n{clause.Text}");
        var title = Terms(guideline.Name);
        title.IntersectWith(words);
        words.ExceptWith(title);
        var above = guideline.Path(clause.Id).SkipLast(1).SelectMany(above => Terms(above.Heading.Length > 0 ? above.Heading : above.Text));
        return (clause.Id, words, [.. above, .. title]);
    }

    /// <summary>Words by script; of hiragana, which has no words to see, every three letters. Synonyms count as one.</summary>
    private HashSet<string> Terms(string text)
    {
        var folded = Folding.Fold(text);
        var terms = Tokens.Of(folded).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        terms.UnionWith(synonyms.NamedIn(folded).Select(group => $"={group}"));
        for (var at = 0; at + 3 <= folded.Length; at++)
            if (folded.AsSpan(at, 3).IndexOfAnyExceptInRange('\u3041', '\u309f') < 0)
                terms.Add(folded.Substring(at, 3));
        return terms;
    }
}
