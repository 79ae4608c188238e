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
        Vocabulary.Learn(texts, text => Names(synonyms, text), (name, count) =>
            count < FewestKept && IsPart(name) ? 0 : (IsPart(name) ? 0.5f : 1f) * MathF.Log(1 + (texts.Count - count + 0.5f) / (count + 0.5f)));

    /// <summary>A vocabulary that was learnt before.</summary>
    public static Vocabulary Read(BinaryReader from, SynonymBook synonyms) => Vocabulary.Read(from, text => Names(synonyms, text));

    private static bool IsPart(string name) => name[0] is 'p' or 't';

    private static List<string> Names(SynonymBook synonyms, string text)
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
