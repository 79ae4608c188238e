using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>
/// What of a question tells its clause: terms by script, character pairs and triples (for kana, dialect and misspellings),
/// and the synonym groups named in it. Weighted by rarity among the examples.
/// </summary>
internal static class QuestionFeatures
{
    // A pair or triple seen once says nothing of other messages, and there are tens of thousands of them.
    private const int FewestKept = 2;

    public static (Vocabulary Vocabulary, IReadOnlyList<Feature[]> Texts) Learn(SynonymBook synonyms, IReadOnlyList<string> texts) =>
        Vocabulary.Learn(
            texts,
            (text, found) => Names(synonyms, text, found),
            (name, count) =>
                count < FewestKept && IsPart(name)
                    ? 0
                    : (IsPart(name) ? 0.5f : 1f) * MathF.Log(1 + (texts.Count - count + 0.5f) / (count + 0.5f))
        );

    /// <summary>A vocabulary that was learnt before.</summary>
    public static Vocabulary Read(BinaryReader from, SynonymBook synonyms) =>
        Vocabulary.Read(from, (text, found) => Names(synonyms, text, found));

    private static bool IsPart(string name) => name[0] is 'p' or 't';

    private static void Names(SynonymBook synonyms, string text, NamedFeature found)
    {
        var folded = Folding.Fold(text);
        foreach (var token in Tokens.Of(folded))
            found('s', token.Term);

        var letters = string.Concat(folded.Where(c => char.IsLetterOrDigit(c) || c == 'ー'));
        for (var i = 0; i + 2 <= letters.Length; i++)
            found('p', letters.AsSpan(i, 2));
        for (var i = 0; i + 3 <= letters.Length; i++)
            found('t', letters.AsSpan(i, 3));

        foreach (var group in synonyms.NamedIn(folded))
            found('c', group);
    }
}
