using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// Which sentence or item of a clause answers a question: naive Bayes over its own words and those that <c>passages.md</c> says people use for it.
/// </summary>
/// <param name="phrases">Labelled with the clause and with how the sentence begins.</param>
internal sealed class PassageBook(IReadOnlyList<Example> phrases, SynonymBook synonyms)
{
    /// <summary>What a term counts in the sentence itself, and in each way of asking for it.</summary>
    private const double OfText = 2,
        OfPhrase = 3;

    /// <summary>Of a term that a sentence has not, and of how many such terms there may be.</summary>
    private const double Unseen = 0.3,
        Others = 50;

    private readonly ILookup<string, Example> byClause = phrases.ToLookup(phrase => phrase.Labels[0]);

    private readonly IReadOnlyDictionary<string, int> spread = phrases
        .SelectMany(phrase => Terms(phrase.Text, synonyms))
        .CountBy(term => term)
        .ToDictionary();

    /// <param name="passages">The clause's sentences and items, as quoted.</param>
    /// <returns>The place of the one that answers; null where nothing says how people ask for them.</returns>
    public int? Choose(ClauseId clause, IReadOnlyList<string> passages, string question)
    {
        var asked = Terms(question, synonyms);
        var weighed = passages.Select(passage => Weights(clause, passage)).ToList();
        if (!byClause.Contains(clause.ToString()) || !asked.Any(term => weighed.Exists(weights => weights.ContainsKey(term))))
            return null;
        var scores = weighed.ConvertAll(weights =>
            asked
                .Where(term => weighed.Exists(other => other.ContainsKey(term)))
                .Sum(term => Rarity(term) * Math.Log((weights.GetValueOrDefault(term) + Unseen) / (weights.Values.Sum() + Unseen * Others)))
        );
        return scores.IndexOf(scores.Max());
    }

    private Dictionary<string, double> Weights(ClauseId clause, string passage)
    {
        var weights = Terms(passage, synonyms).ToDictionary(term => term, _ => OfText);
        foreach (var phrase in byClause[clause.ToString()].Where(phrase => IsOf(passage, phrase)))
        foreach (var term in Terms(phrase.Text, synonyms))
            weights[term] = weights.GetValueOrDefault(term) + OfPhrase;
        return weights;
    }

    /// <summary>A number or a list mark may stand before it.</summary>
    public static bool IsOf(string passage, Example phrase)
    {
        var at = passage.IndexOf(phrase.Labels[1].TrimStart('・'), StringComparison.Ordinal);
        return at is >= 0 and <= 3;
    }

    private double Rarity(string term) => Math.Log((phrases.Count + 1.0) / (spread.GetValueOrDefault(term) + 1));

    /// <summary>Terms with what they are called else; single kanji and what kana surrounds them, for 「誰」 and 「消して」.</summary>
    private static HashSet<string> Terms(string text, SynonymBook synonyms)
    {
        var folded = Folding.Fold(text);
        var kana = Folding.Hiragana(folded);
        return
        [
            .. Tokens.Of(folded).Select(token => token.Term),
            .. synonyms.NamedIn(folded),
            .. folded.Where(Tokens.IsKanji).Select(letter => $"{letter}"),
            .. Enumerable
                .Range(0, Math.Max(0, kana.Length - 2))
                .Select(place => kana.Substring(place, 3))
                .Where(run => run.All(letter => letter is >= 'ぁ' and <= 'ん' or 'ー' || Tokens.IsKanji(letter))),
        ];
    }
}
