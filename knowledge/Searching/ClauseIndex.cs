using GuidelineBot.Knowledge.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>What of a clause is searched: its own words, the headings above it, and the questions it is known to answer.</summary>
internal sealed record SearchedClause(ClauseId Id, string Text, string Headings, string Questions);

/// <summary>The Lucene index over the clauses, in memory.</summary>
internal sealed class ClauseIndex
{
    private const string Headings = "headings";

    private static readonly (string Name, float Boost, Func<SearchedClause, string> Text)[] Fields =
    [
        ("text", 1f, clause => clause.Text),
        (Headings, 0.5f, clause => clause.Headings),
        ("questions", 1f, clause => clause.Questions),
    ];

    /// <summary>A term of the index, looked up once: a search would otherwise spend most of its time on finding its terms again.</summary>
    /// <param name="Rarity">What the term weighs in a question.</param>
    private sealed record KnownTerm(float Rarity, IReadOnlyList<TermQuery> Queries);

    private readonly Dictionary<string, KnownTerm> terms;
    private readonly float unknownRarity;
    private readonly ClauseId[] places;
    private readonly IndexSearcher searcher;

    public ClauseIndex(IReadOnlyList<SearchedClause> clauses)
    {
        var directory = new RAMDirectory();
        // This merge policy keeps the clauses in their order, and one segment holds them all.
        using (var analyzer = new JapaneseAnalyzer())
        using (
            var writer = new IndexWriter(
                directory,
                new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { MergePolicy = new LogDocMergePolicy() }
            )
        )
        {
            foreach (var clause in clauses)
            {
                var document = new Document();
                foreach (var (name, _, text) in Fields)
                    document.Add(new TextField(name, text(clause), Field.Store.NO));
                writer.AddDocument(document);
            }
            writer.ForceMerge(1);
        }
        places = [.. clauses.Select(clause => clause.Id)];
        // The index lives as long as this object and holds no handle outside memory, so nobody need dispose of it while searches run.
        searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = new BM25Similarity() };
        unknownRarity = Fields.Max(field => field.Boost) * Rarity(0);
        terms = Terms();
    }

    /// <summary>Whether a clause's own words or its questions hold the term.</summary>
    public bool Holds(string term) => terms.TryGetValue(term, out var known) && known.Queries.Any(query => query.Term.Field != Headings);

    /// <returns>The nearest clauses, best first, with the share (0 to 1) of the question's weight that each one holds.</returns>
    public IReadOnlyList<ScoredText> Search(string question, int top)
    {
        var any = new BooleanQuery();
        var whole = 0f;
        foreach (
            var term in Tokens
                .Of(Folding.Fold(question))
                .Select(token => token.Term)
                .Distinct(StringComparer.Ordinal)
                .Take(BooleanQuery.MaxClauseCount / Fields.Length)
        )
        {
            if (terms.TryGetValue(term, out var known))
                foreach (var query in known.Queries)
                    any.Add(query, Occur.SHOULD);
            whole += known?.Rarity ?? unknownRarity;
        }
        if (any.Clauses.Count == 0)
            return [];
        // In order: the other way sets up thousands of buckets for a few dozen clauses.
        var best = TopScoreDocCollector.Create(top, docsScoredInOrder: true);
        searcher.Search(any, best);
        return [.. best.GetTopDocs().ScoreDocs.Select(hit => new ScoredText(places[hit.Doc], MathF.Min(1, hit.Score / (2.2f * whole))))];
    }

    private Dictionary<string, KnownTerm> Terms()
    {
        var found = new Dictionary<string, TermQuery?[]>(StringComparer.Ordinal);
        var counts = new Dictionary<TermQuery, int>();
        foreach (var leaf in searcher.IndexReader.Leaves)
        foreach (var (field, (name, boost, _)) in Fields.Index())
        {
            var each = leaf.AtomicReader.GetTerms(name)?.GetEnumerator();
            while (each?.MoveNext() == true)
            {
                var term = each.Term.Utf8ToString();
                var state = new TermContext(searcher.TopReaderContext, each.GetTermState(), leaf.Ord, each.DocFreq, each.TotalTermFreq);
                var query = new TermQuery(new Term(name, term), state) { Boost = boost };
                counts.Add(query, each.DocFreq);
                if (!found.TryGetValue(term, out var queries))
                    found.Add(term, queries = new TermQuery?[Fields.Length]);
                queries[field] = query;
            }
        }
        return found.ToDictionary(
            term => term.Key,
            term => new KnownTerm(
                Fields.Index().Max(field => field.Item.Boost * Rarity(term.Value[field.Index] is { } query ? counts[query] : 0)),
                [.. term.Value.OfType<TermQuery>()]
            ),
            StringComparer.Ordinal
        );
    }

    private float Rarity(int count) => MathF.Log(1 + (places.Length - count + 0.5f) / (count + 0.5f));
}

internal readonly record struct ScoredText(ClauseId Id, float Share);
