using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// What of a text a <see cref="LinearModel"/> sees: terms by script, character pairs and triples (for kana, dialect and misspellings),
/// and the synonym groups named in it. Weighted by rarity among the examples.
/// </summary>
internal sealed class Features
{
    // A pair or triple seen once says nothing of other messages, and there are tens of thousands of them.
    private const int FewestKept = 2;

    private readonly SynonymBook synonyms;
    private readonly Dictionary<string, (int Index, float Weight)> vocabulary = new(StringComparer.Ordinal);

    private Features(SynonymBook synonyms) => this.synonyms = synonyms;

    public int Count => vocabulary.Count;

    /// <returns>The vocabulary of these texts, and the features of each.</returns>
    public static (Features Vocabulary, IReadOnlyList<Feature[]> Texts) Learn(SynonymBook synonyms, IReadOnlyList<string> texts)
    {
        var features = new Features(synonyms);
        var names = texts.AsParallel().AsOrdered().Select(features.Names).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in names)
            foreach (var name in text.Distinct(StringComparer.Ordinal))
                counts[name] = counts.GetValueOrDefault(name) + 1;
        foreach (var (name, count) in counts)
            if (count >= FewestKept || !IsPart(name))
                features.vocabulary.Add(name, (features.vocabulary.Count, (IsPart(name) ? 0.5f : 1f) * MathF.Log(1 + (texts.Count - count + 0.5f) / (count + 0.5f))));
        return (features, [.. names.Select(features.Of)]);
    }

    public Feature[] Of(string text) => Of(Names(text));

    private Feature[] Of(List<string> names)
    {
        var found = new Dictionary<int, (float Weight, int Count)>(names.Count);
        foreach (var name in names)
            if (vocabulary.TryGetValue(name, out var known))
                found[known.Index] = (known.Weight, found.GetValueOrDefault(known.Index).Count + 1);

        var features = new Feature[found.Count];
        var squares = 0f;
        var place = 0;
        foreach (var (index, (weight, count)) in found)
        {
            var value = weight * (1 + MathF.Log(count));
            squares += value * value;
            features[place++] = new Feature(index, value);
        }
        var length = MathF.Sqrt(squares);
        for (var i = 0; i < features.Length; i++)
            features[i] = features[i] with { Weight = features[i].Weight / length };
        return features;
    }

    private static bool IsPart(string name) => name[0] is 'p' or 't';

    private List<string> Names(string text)
    {
        var folded = Folding.Fold(text);
        var names = new List<string>(folded.Length * 4);
        foreach (var token in Tokens.Of(folded))
            names.Add("s" + token.Term);

        var letters = string.Concat(folded.Where(c => char.IsLetterOrDigit(c) || c == 'ー'));
        for (var i = 0; i + 2 <= letters.Length; i++)
            names.Add(string.Concat("p", letters.AsSpan(i, 2)));
        for (var i = 0; i + 3 <= letters.Length; i++)
            names.Add(string.Concat("t", letters.AsSpan(i, 3)));

        foreach (var group in synonyms.NamedIn(folded))
            names.Add("c" + group);
        return names;
    }
}
