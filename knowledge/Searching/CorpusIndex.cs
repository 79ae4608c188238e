using System.Globalization;
using GuidelineBot.Knowledge.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>Any collection of texts, searched with the same analysis as the guideline. A text's first line counts as its title.</summary>
public sealed class CorpusIndex : IDisposable
{
    private const string Id = "id";

    private static readonly string[] Fields = ["title", "body"];

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    private CorpusIndex(IReadOnlyDictionary<string, string> documents)
    {
        using (var analyzer = new JapaneseAnalyzer())
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            foreach (var (id, text) in documents)
            {
                var end = text.IndexOf('\n', StringComparison.Ordinal);
                writer.AddDocument(
                [
                    new StringField(Id, id, Field.Store.YES),
                    new TextField(Fields[0], end < 0 ? text : text[..end], Field.Store.NO),
                    new TextField(Fields[1], end < 0 ? "" : text[(end + 1)..], Field.Store.NO),
                ]);
            }
        }
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    /// <param name="documents">Text by id.</param>
    public static CorpusIndex Build(IReadOnlyDictionary<string, string> documents) => new(documents);

    /// <returns>The ids of the nearest documents, best first, at most <paramref name="top"/>.</returns>
    public IReadOnlyList<string> Rank(string query, int top)
    {
        var terms = Tokens.Of(Folding.Fold(query)).Select(token => token.Term).Distinct(StringComparer.Ordinal).Take(BooleanQuery.MaxClauseCount / Fields.Length);
        var any = new BooleanQuery();
        foreach (var term in terms)
            foreach (var field in Fields)
                any.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        return [.. searcher.Search(any, top).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get(Id, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }
}
