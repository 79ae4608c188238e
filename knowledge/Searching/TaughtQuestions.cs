using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// Finds what 広報広聴課 added by likeness alone. It stands beside the models and not in them, so that no addition changes how anything else is
/// read.
/// </summary>
internal sealed class TaughtQuestions
{
    /// <summary>From here on it is the same question.</summary>
    public const double Same = 0.72;

    /// <summary>From here on it may be the one that is meant.</summary>
    public const double Near = 0.5;

    private readonly Dictionary<string, int> usual = [];
    private readonly int count;
    private readonly List<(ClauseId Clause, HashSet<string> Pairs, double Weight)> taught = [];

    /// <param name="examples">What staff ask: pairs of letters that are common there tell little.</param>
    public TaughtQuestions(IReadOnlyList<Addition> additions, IEnumerable<string> examples)
    {
        // Who has added nothing pays nothing.
        if (additions.Count == 0)
            return;
        foreach (var example in examples)
        {
            count++;
            foreach (var pair in Pairs(example))
                usual[pair] = usual.GetValueOrDefault(pair) + 1;
        }
        foreach (var addition in additions)
            if (Pairs(addition.Question) is { Count: > 0 } pairs)
                taught.Add((addition.Clause ?? new ClauseId(Addition.Guideline, addition.Number), pairs, pairs.Sum(WeightOf)));
    }

    /// <returns>The clause of the most similar question, and how similar it is, from 0 to 1; null where nothing was added.</returns>
    public (ClauseId Clause, double Likeness)? Closest(string message)
    {
        if (taught.Count == 0)
            return null;
        var pairs = Pairs(message);
        var weight = pairs.Sum(WeightOf);
        return taught
            .Select(known =>
                (known.Clause, Likeness: 2 * pairs.Where(known.Pairs.Contains).Sum(WeightOf) / Math.Max(weight + known.Weight, 1e-9))
            )
            .MaxBy(known => known.Likeness);
    }

    private double WeightOf(string pair) => Math.Log((count + 2.0) / (usual.GetValueOrDefault(pair) + 1));

    private static HashSet<string> Pairs(string text)
    {
        var letters = string.Concat(Folding.Hiragana(Folding.Fold(text)).Where(char.IsLetterOrDigit));
        return [.. Enumerable.Range(0, Math.Max(letters.Length - 1, 0)).Select(place => letters.Substring(place, 2))];
    }
}
