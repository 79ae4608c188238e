using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>Gives Lucene terms that are already cut.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute attribute;
    private readonly IEnumerator<string> terms;

    public TermStream(IEnumerable<string> terms)
    {
        attribute = AddAttribute<ICharTermAttribute>();
        this.terms = terms.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!terms.MoveNext())
            return false;
        attribute.SetEmpty().Append(terms.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            terms.Dispose();
        base.Dispose(disposing);
    }
}
