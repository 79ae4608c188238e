using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>What guidelines without example questions say to a question.</summary>
/// <param name="Clauses">Best first, with the share (0 to 1) of the question's weight that each one holds.</param>
/// <param name="Probability">That the question is about them and not about the city's own guideline.</param>
/// <param name="IsNamed">The question names the guideline.</param>
/// <param name="IsNumbered">It names the clause by its number, too.</param>
/// <param name="IsTitled">It names the guideline by its whole title, so that it can be meant for nothing else.</param>
internal sealed record FurtherFinding(IReadOnlyList<ScoredText> Clauses, double Probability, bool IsNamed, bool IsNumbered, bool IsTitled);

/// <summary>
/// Finds the clauses of guidelines that nobody has written example questions for, by their own words. What a word weighs is learnt from what staff
/// usually write, so that 「どうすればいい」 weighs nothing and 「収蔵品」 a lot.
/// </summary>
internal sealed partial class FurtherGuidelines
{
    private const double Context = 0.5;
    private const int MostTerms = 200;

    /// <summary>From this weight on a word of the title is the guideline's subject: what staff usually write about stays below.</summary>
    private const double RareWord = 5;

    /// <summary>Below this weight a word (どこ, 何時) says nothing of the matter.</summary>
    private const double CommonWord = 3;

    /// <summary>How much more a clause counts whose guideline's subject is named, and how much less a form that was not asked for.</summary>
    private const double OfSubject = 1.3;
    private const double OfForm = 0.7;

    private readonly List<(ClauseId Id, HashSet<string> Words, HashSet<string> Above)> clauses;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> ownClauses;
    private readonly Dictionary<string, List<int>> ownQuestions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> otherMessages = new(StringComparer.Ordinal);
    private readonly HashSet<string> ownWords = new(StringComparer.Ordinal);
    private readonly GuidelineNames names;
    private readonly SynonymBook synonyms;
    private readonly SynonymBook everyday;
    private readonly int background;
    private readonly List<(string Guideline, List<string> Terms)> subjects = [];

    /// <param name="taught">The keys of the guidelines that have examples.</param>
    public FurtherGuidelines(KnowledgeText text, IReadOnlySet<string> taught)
    {
        (synonyms, everyday) = (text.Synonyms, text.EverydayWords);
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
            var isOurs = place < text.Questions.Count && example.Labels.Count > 0;
            if (isOurs)
                ownWords.UnionWith(terms);
            var index = isOurs ? ownQuestions : otherMessages;
            foreach (var term in terms)
                (index.TryGetValue(term, out var places) ? places : index[term] = []).Add(place);
        }
        foreach (var terms in ownClauses)
        {
            Count(terms);
            ownWords.UnionWith(terms);
        }
        background = messages.Count + ownClauses.Count;
        foreach (var guideline in further)
        foreach (var word in GuidelineNames.Subjects(guideline))
            if (Tokens.Of(word).Select(token => token.Term).Where(term => Weight(term) >= RareWord).ToList() is { Count: > 0 } rare)
                subjects.Add((guideline.Key, rare));
    }

    /// <param name="own">How sure the city's own guideline is of its first clause; 0 where it has none.</param>
    /// <returns>Null where there are no such guidelines, or none holds a word of the question.</returns>
    public FurtherFinding? Find(string question, double own)
    {
        if (clauses.Count == 0)
            return null;
        var named = names.Find(question);
        if (named is { Numbered: { } clause })
            return new FurtherFinding([new ScoredText(clause, 1)], 1, IsNamed: true, IsNumbered: true, IsTitled: true);
        var asked = Terms(named?.Rest ?? question).Take(MostTerms).Select(term => (Term: term, Weight: Weight(term))).ToList();
        var whole = asked.Sum(term => term.Weight);
        var about = AboutOf(asked);
        var found = clauses
            .Where(clause => named is null || clause.Id.Guideline == named.Guideline)
            .Select(clause => (clause, Share: whole > 0 ? Share(clause, asked) / whole : 0))
            .Where(hit => hit.Share > 0 || named is not null)
            .OrderByDescending(hit => hit.Share * Standing(hit.clause.Id, about, question))
            .ThenBy(hit => hit.clause.Words.Count)
            .Take(10)
            .ToList();
        if (found.Count == 0)
            return null;
        var probability = named is not null
            ? 1
            : Math.Max(
                about.Contains(found[0].clause.Id.Guideline) && HoldsMore(found[0].clause, asked) ? Decision.BesideOwn : 0,
                Probability(found[0].clause, found[0].Share, asked, whole, own)
            );
        return new FurtherFinding(
            [.. found.Select(hit => new ScoredText(hit.clause.Id, (float)hit.Share))],
            probability,
            named is not null,
            IsNumbered: false,
            named is { ByTitle: true }
        );
    }

    /// <summary>
    /// A logistic regression over shares of the question's weight: what the clause holds; how much more that is than the city's own nearest example, its
    /// nearest clause and the nearest other message hold; what the city's own guideline and examples do not know at all; and over how sure the city's own
    /// guideline is. Learnt from the questions to further texts and from the messages in <c>tests/Evaluation</c>.
    /// </summary>
    private double Probability(
        (ClauseId Id, HashSet<string> Words, HashSet<string> Above) best,
        double share,
        List<(string Term, double Weight)> asked,
        double whole,
        double own
    )
    {
        var example = Nearest(ownQuestions, asked) / whole;
        var other = Nearest(otherMessages, asked) / whole;
        var clause = ownClauses.Max(words => asked.Where(term => words.Contains(term.Term)).Sum(term => term.Weight)) / whole;
        var alone =
            asked
                .Where(term => !ownWords.Contains(term.Term) && (best.Words.Contains(term.Term) || best.Above.Contains(term.Term)))
                .Sum(term => term.Weight) / whole;
        var evidence =
            1.2 * share + 1.8 * (share - example) + 4.8 * (share - clause) + 1.8 * alone + 5.8 * (share - other) - 1.7 * own + 0.1;
        return 1 / (1 + Math.Exp(-evidence));
    }

    /// <summary>What the question is about goes first; a form repeats the words of the rules, and is meant where it is asked for.</summary>
    private static double Standing(ClauseId clause, HashSet<string> about, string question) =>
        (about.Contains(clause.Guideline) ? OfSubject : 1)
        * (clause.Path.Contains("様式", StringComparison.Ordinal) && !AsksForForm().IsMatch(question) ? OfForm : 1);

    [GeneratedRegex("様式|書式|用紙|書類|記入|届出?書|申請書")]
    private static partial Regex AsksForForm();

    /// <returns>The guidelines whose subject the question speaks of: 公用車, 図書館, and 防災無線 for 防災行政無線.</returns>
    private HashSet<string> AboutOf(List<(string Term, double Weight)> asked)
    {
        var said = asked.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. subjects
                .Where(subject => subject.Terms.Count(said.Contains) >= Math.Min(2, subject.Terms.Count))
                .Select(subject => subject.Guideline),
        ];
    }

    /// <summary>「図書館の駐車場は何時まで」: of the subject alone no clause is found, it must say something of what is asked, too.</summary>
    private bool HoldsMore((ClauseId Id, HashSet<string> Words, HashSet<string> Above) clause, List<(string Term, double Weight)> asked)
    {
        var subject = subjects
            .Where(one => one.Guideline == clause.Id.Guideline)
            .SelectMany(one => one.Terms)
            .ToHashSet(StringComparer.Ordinal);
        return asked.Exists(term =>
            term.Weight >= CommonWord
            && !subject.Contains(term.Term)
            && (clause.Words.Contains(term.Term) || clause.Above.Contains(term.Term))
        );
    }

    /// <returns>The weight that the nearest of the indexed messages holds.</returns>
    private static double Nearest(Dictionary<string, List<int>> index, List<(string Term, double Weight)> asked)
    {
        var sums = new Dictionary<int, double>();
        foreach (var (term, weight) in asked)
        foreach (var place in index.GetValueOrDefault(term) ?? [])
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

    /// <summary>
    /// Words by script; of hiragana, which has no words to see, every three letters. Synonyms count as one, and so does a rule's word with what people
    /// say for it.
    /// </summary>
    private HashSet<string> Terms(string text)
    {
        var folded = Folding.Fold(text);
        var terms = Tokens.Of(folded).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        terms.UnionWith(synonyms.NamedIn(folded).Select(group => $"={group}"));
        terms.UnionWith(everyday.NamedIn(folded).Select(group => $"~{group}"));
        for (var at = 0; at + 3 <= folded.Length; at++)
            if (folded.AsSpan(at, 3).IndexOfAnyExceptInRange('\u3041', '\u309f') < 0)
                terms.Add(folded.Substring(at, 3));
        return terms;
    }
}
