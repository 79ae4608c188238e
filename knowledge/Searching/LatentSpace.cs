using System.Runtime.InteropServices;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): terms that occur in the same texts lie near each other, so that a question finds
/// texts on its topic that share no term with it. Each text becomes a vector of length 1; the dot product of two is their cosine.
/// </summary>
internal sealed class LatentSpace
{
    private readonly Dictionary<string, (int Index, float Rarity)> vocabulary;

    // vocabulary × Dimensions, row after row
    private readonly float[] terms;

    private LatentSpace(Dictionary<string, (int Index, float Rarity)> vocabulary, float[] terms, int dimensions) =>
        (this.vocabulary, this.terms, Dimensions) = (vocabulary, terms, dimensions);

    /// <summary>As many as asked for, fewer for a small collection, 0 for an empty one.</summary>
    public int Dimensions { get; }

    /// <param name="texts">How often each term occurs in each text.</param>
    /// <param name="rank">How many dimensions at most. The fewer, the nearer come terms that only share a topic.</param>
    public static LatentSpace Learn(IReadOnlyList<IReadOnlyDictionary<string, float>> texts, int rank)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        foreach (var term in text.Keys)
            counts[term] = counts.GetValueOrDefault(term) + 1;
        var vocabulary = new Dictionary<string, (int, float)>(counts.Count, StringComparer.Ordinal);
        foreach (var (term, count) in counts)
            vocabulary.Add(term, (vocabulary.Count, MathF.Log(1 + (texts.Count - count + 0.5f) / (count + 0.5f))));

        var (values, vectors) = TruncatedSvd.Decompose([.. texts.Select(text => Weights(vocabulary, text))], vocabulary.Count, rank);
        // A text's coordinates are its weights times these vectors. The root of σ stands between counting all dimensions alike
        // and letting the few greatest, which hold what the whole collection is about, drown the rest.
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] *= MathF.Sqrt(values[i % values.Length]);
        return new LatentSpace(vocabulary, vectors, values.Length);
    }

    /// <returns>The place of a text, seen or not, in <see cref="Dimensions"/> numbers: of length 1, or zero when it has no known term.</returns>
    public float[] Project(IReadOnlyDictionary<string, float> text)
    {
        var place = new float[Dimensions];
        if (Dimensions > 0)
            foreach (var (index, weight) in Weights(vocabulary, text))
                VectorMath.AddScaled(place, terms.AsSpan(index * Dimensions, Dimensions), weight);
        VectorMath.Normalize(place);
        return place;
    }

    /// <summary>How often each term occurs.</summary>
    public static Dictionary<string, float> Count(params ReadOnlySpan<(IEnumerable<string> Terms, float Weight)> parts)
    {
        var counts = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (terms, weight) in parts)
        foreach (var term in terms)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _) += weight;
        return counts;
    }

    private static Feature[] Weights(Dictionary<string, (int Index, float Rarity)> vocabulary, IReadOnlyDictionary<string, float> text)
    {
        var features = new List<Feature>(text.Count);
        var squares = 0f;
        foreach (var (term, count) in text)
            if (vocabulary.TryGetValue(term, out var known))
            {
                var weight = (1 + MathF.Log(count)) * known.Rarity;
                squares += weight * weight;
                features.Add(new Feature(known.Index, weight));
            }
        var length = MathF.Sqrt(squares);
        return [.. features.Select(feature => feature with { Weight = feature.Weight / length })];
    }
}
