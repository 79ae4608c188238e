using GuidelineBot.Knowledge.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>Terms of a text: words by <see cref="Tokens"/> and parts of words by <see cref="CharacterParts"/>.</summary>
internal sealed record TextTerms(IReadOnlyList<string> Words, IReadOnlyList<string> Parts)
{
    public IEnumerable<string> All => Words.Concat(Parts);
}

/// <summary>The Lucene index over titles and bodies, in memory: the sum of BM25 over words and parts of words in both.</summary>
internal sealed class FieldIndex : IDisposable
{
    // Parts agree by chance more often than words do.
    private const float Words = 1f;
    private const float Parts = 0.5f;

    // A term that so many texts share hardly tells them apart, but takes most of the time in a large collection.
    private const float CommonShare = 0.3f;
    private const int FewTexts = 1000;

    private static readonly (string Name, float Boost, Func<TextTerms, IEnumerable<string>> Terms)[] Kinds =
    [
        ("words", Words, text => text.Words),
        ("parts", Parts, text => text.Parts),
    ];

    private static readonly string[] Places = ["title", "body"];
    private static readonly int Fields = Kinds.Length * Places.Length;

    private static readonly FieldType Counted = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public FieldIndex(IEnumerable<(TextTerms Title, TextTerms Body)> texts)
    {
        // The fields bring their terms; Lucene asks for an analyzer all the same. This merge policy keeps the texts in their order.
        using (var analyzer = new JapaneseAnalyzer())
        using (
            var writer = new IndexWriter(
                directory,
                new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { MergePolicy = new LogDocMergePolicy() }
            )
        )
        {
            foreach (var (title, body) in texts)
                writer.AddDocument(FieldsOf(Places[0], title).Concat(FieldsOf(Places[1], body)));
            writer.ForceMerge(1);
        }
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    /// <returns>The score of each text, in their order; 0 for one that shares no term.</returns>
    public float[] Score(TextTerms query)
    {
        var any = new BooleanQuery();
        var mostTexts = Math.Max(FewTexts, (int)(CommonShare * reader.MaxDoc));
        foreach (var (kind, boost, terms) in Kinds)
        foreach (var term in terms(query).Distinct(StringComparer.Ordinal).Take(BooleanQuery.MaxClauseCount / Fields))
        foreach (var field in Places.Select(place => new Term(place + kind, term)))
            if (reader.DocFreq(field) <= mostTexts)
                any.Add(new TermQuery(field) { Boost = boost }, Occur.SHOULD);
        var scores = new EachScore(reader.MaxDoc);
        searcher.Search(any, scores);
        return scores.Scores;
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private static IEnumerable<IIndexableField> FieldsOf(string place, TextTerms text) =>
        Kinds.Select(kind => new Field(place + kind.Name, new TermStream(kind.Terms(text)), Counted));

    private sealed class EachScore(int count) : ICollector
    {
        private Scorer scorer = null!;
        private int start;

        public float[] Scores { get; } = new float[count];

        // Faster, and the order does not matter here.
        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => start = context.DocBase;

        public void Collect(int doc) => Scores[start + doc] = scorer.GetScore();
    }
}
