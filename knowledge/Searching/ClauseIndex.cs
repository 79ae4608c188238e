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
    private const string Place = "place";
    private static readonly (string Name, float Boost, Func<SearchedClause, string> Text)[] Fields =
    [
        ("text", 1f, clause => clause.Text),
        ("headings", 0.5f, clause => clause.Headings),
        ("questions", 1f, clause => clause.Questions),
    ];

    private readonly IReadOnlyList<SearchedClause> clauses;
    private readonly IndexSearcher searcher;

    public ClauseIndex(IReadOnlyList<SearchedClause> clauses)
    {
        this.clauses = clauses;
        var directory = new RAMDirectory();
        using (var analyzer = new JapaneseAnalyzer())
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            for (var place = 0; place < clauses.Count; place++)
            {
                var document = new Document { new StoredField(Place, place) };
                foreach (var (name, _, text) in Fields)
                    document.Add(new TextField(name, text(clauses[place]), Field.Store.NO));
                writer.AddDocument(document);
            }
        }
        // The index lives as long as this object and holds no handle outside memory, so nobody need dispose of it while searches run.
        searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = new BM25Similarity() };
    }

    /// <returns>The nearest clauses, best first, with the share (0 to 1) of the question's weight that each one holds.</returns>
    public IReadOnlyList<ScoredText> Search(string question, int top)
    {
        var any = new BooleanQuery();
        var whole = 0f;
        foreach (var term in Tokens.Of(Folding.Fold(question)).Select(token => token.Term).Distinct(StringComparer.Ordinal).Take(BooleanQuery.MaxClauseCount / Fields.Length))
        {
            var rarity = 0f;
            foreach (var (name, boost, _) in Fields)
            {
                var query = new TermQuery(new Term(name, term)) { Boost = boost };
                any.Add(query, Occur.SHOULD);
                var count = searcher.IndexReader.DocFreq(query.Term);
                rarity = MathF.Max(rarity, boost * MathF.Log(1 + (clauses.Count - count + 0.5f) / (count + 0.5f)));
            }
            whole += rarity;
        }
        return whole == 0 ? [] : [.. searcher.Search(any, top).ScoreDocs.Select(hit =>
            new ScoredText(clauses[(int)searcher.Doc(hit.Doc).GetField(Place).GetInt32Value()!].Id, MathF.Min(1, hit.Score / (2.2f * whole))))];
    }
}

internal readonly record struct ScoredText(ClauseId Id, float Share);
