using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// Any collection of texts, ranked by the words they share with a question (BM25) and by topic (<see cref="LatentSpace"/>).
/// A text's first line counts as its title.
/// </summary>
public sealed class CorpusIndex : IDisposable
{
    // Topics are learnt from so many texts at most, taken evenly from the collection; the others find their place among them.
    private const int Sample = 5000;
    private const int Dimensions = 200;

    // In topics, a title's terms count as often.
    private const float TitleWeight = 2;

    // Of the standardized cosine, beside the standardized BM25.
    private const float TopicWeight = 1.2f;

    // The best texts say what the question is about, often in more words than the question itself: those near them rise.
    private const int Candidates = 200;
    private const int Best = 5;
    private const float BestSpread = 2;
    private const float NearnessWeight = 4;

    private readonly string[] ids;
    private readonly CharacterParts parts;
    private readonly FieldIndex fields;
    private readonly LatentSpace space;

    // ids × space.Dimensions, row after row: one array, read from end to end for each question.
    private readonly float[] places;

    private CorpusIndex(IReadOnlyDictionary<string, string> documents)
    {
        ids = [.. documents.Keys];
        var texts = documents.Values.AsParallel().AsOrdered().Select(Folding.Fold).ToArray();
        parts = CharacterParts.Learn(texts);
        fields = new FieldIndex(texts.AsParallel().AsOrdered().Select(Cut));

        var step = Math.Max(1, (texts.Length + Sample - 1) / Sample);
        space = LatentSpace.Learn([.. texts.Where((_, place) => place % step == 0).AsParallel().AsOrdered().Select(Count)], Dimensions);
        places = new float[texts.Length * space.Dimensions];
        Parallel.For(0, texts.Length, text => space.Project(Count(texts[text])).CopyTo(PlaceOf(text)));
    }

    /// <param name="documents">Text by id.</param>
    public static CorpusIndex Build(IReadOnlyDictionary<string, string> documents) => new(documents);

    /// <returns>The ids of the nearest documents, best first, at most <paramref name="top"/>.</returns>
    public IReadOnlyList<string> Rank(string query, int top)
    {
        if (ids.Length == 0)
            return [];
        var terms = TermsOf(Folding.Fold(query));
        float[] shared = [],
            topics = [];
        Parallel.Invoke(() => shared = fields.Score(terms), () => topics = Cosines(space.Project(LatentSpace.Count((terms.All, 1)))));
        var answers = Array.ConvertAll(shared, score => score > 0);
        for (var text = 0; text < answers.Length; text++)
            answers[text] |= topics[text] > 0;

        VectorMath.Standardize(shared);
        VectorMath.Standardize(topics);
        VectorMath.AddScaled(shared, topics, TopicWeight);
        return [.. NearTheBest(Highest(shared, answers, Math.Max(top, Candidates))).Take(top).Select(text => ids[text])];
    }

    public void Dispose() => fields.Dispose();

    private Span<float> PlaceOf(int text) => places.AsSpan(text * space.Dimensions, space.Dimensions);

    private float[] Cosines(float[] place)
    {
        var cosines = new float[ids.Length];
        for (var text = 0; text < cosines.Length; text++)
            cosines[text] = VectorMath.Dot(place, PlaceOf(text));
        return cosines;
    }

    /// <summary>Pseudo-relevance feedback: the candidates again, with what is near the centroid of the best ones moved up.</summary>
    private IEnumerable<int> NearTheBest(IReadOnlyList<(int Text, float Score)> candidates)
    {
        var centroid = new float[space.Dimensions];
        foreach (var (text, score) in candidates.Take(Best))
            VectorMath.AddScaled(centroid, PlaceOf(text), MathF.Exp((score - candidates[0].Score) / BestSpread));
        VectorMath.Normalize(centroid);
        return candidates
            .OrderByDescending(candidate => candidate.Score + NearnessWeight * VectorMath.Dot(centroid, PlaceOf(candidate.Text)))
            .Select(candidate => candidate.Text);
    }

    private static List<(int Text, float Score)> Highest(float[] scores, bool[] answers, int count)
    {
        // The worst of those kept comes first; among equals the earlier text is better.
        var kept = new PriorityQueue<int, (float Score, int Order)>(count + 1);
        for (var text = 0; text < scores.Length; text++)
            if (answers[text])
                if (kept.Count < count)
                    kept.Enqueue(text, (scores[text], -text));
                else
                    kept.EnqueueDequeue(text, (scores[text], -text));
        var highest = new List<(int Text, float Score)>(kept.Count);
        while (kept.TryDequeue(out var text, out var priority))
            highest.Add((text, priority.Score));
        highest.Reverse();
        return highest;
    }

    private (TextTerms Title, TextTerms Body) Cut(string folded)
    {
        var end = folded.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (TermsOf(folded), TermsOf("")) : (TermsOf(folded[..end]), TermsOf(folded[(end + 1)..]));
    }

    private Dictionary<string, float> Count(string folded)
    {
        var (title, body) = Cut(folded);
        return LatentSpace.Count((title.All, TitleWeight), (body.All, 1));
    }

    private TextTerms TermsOf(string folded) => new([.. Tokens.Of(folded).Select(token => token.Term)], [.. parts.Of(folded)]);
}
