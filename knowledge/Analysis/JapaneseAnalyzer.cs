using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace GuidelineBot.Knowledge.Analysis;

/// <summary>Lucene's view of <see cref="Tokens"/>.</summary>
internal sealed class JapaneseAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new CutTokenizer(reader));

    private sealed class CutTokenizer : Tokenizer
    {
        private readonly ICharTermAttribute term;
        private readonly IOffsetAttribute offset;
        private IEnumerator<Token> tokens = Enumerable.Empty<Token>().GetEnumerator();

        public CutTokenizer(TextReader input)
            : base(input)
        {
            term = AddAttribute<ICharTermAttribute>();
            offset = AddAttribute<IOffsetAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            tokens.Dispose();
            tokens = Tokens.Of(Folding.Fold(m_input.ReadToEnd())).GetEnumerator();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (!tokens.MoveNext())
                return false;
            term.SetEmpty().Append(tokens.Current.Term);
            offset.SetOffset(tokens.Current.Start, tokens.Current.End);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                tokens.Dispose();
            base.Dispose(disposing);
        }
    }
}
