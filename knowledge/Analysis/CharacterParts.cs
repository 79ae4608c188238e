namespace GuidelineBot.Knowledge.Analysis;

/// <summary>
/// Cuts a text into parts of words: each kanji, katakana in threes, and rare pairs of hiragana. They find what <see cref="Tokens"/> cuts
/// another way in the question (市税 and 住民税, サポートセンター and センター) and words that people write in hiragana.
/// </summary>
internal sealed class CharacterParts
{
    private const char First = '\u3041';
    private const char Last = '\u309f';
    private const int Letters = Last - First + 1;
    private const int Katakana = 3;

    // More common pairs are grammar: they are in every text and say nothing of its topic.
    private const float GreatestShare = 0.02f;

    // By pair, first letter × second letter.
    private readonly bool[] rare;

    private CharacterParts(bool[] rare) => this.rare = rare;

    /// <param name="folded">The collection's texts, out of <see cref="Folding.Fold"/>: pairs that few of them have count as rare.</param>
    public static CharacterParts Learn(IReadOnlyCollection<string> folded)
    {
        var counts = new int[Letters * Letters];
        var lastSeen = new int[Letters * Letters];
        var number = 0;
        foreach (var text in folded)
        {
            number++;
            for (var i = 0; i + 1 < text.Length; i++)
                if (Pair(text, i) is >= 0 and var pair && lastSeen[pair] != number)
                {
                    lastSeen[pair] = number;
                    counts[pair]++;
                }
        }
        return new CharacterParts([.. counts.Select(count => count <= GreatestShare * folded.Count)]);
    }

    /// <param name="folded">A text out of <see cref="Folding.Fold"/>.</param>
    public IEnumerable<string> Of(string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (Tokens.IsKanji(folded[i]))
                yield return folded.Substring(i, 1);
            else if (Pair(folded, i) is >= 0 and var pair && rare[pair])
                yield return folded.Substring(i, 2);
            else if (Tokens.IsKatakana(folded[i]))
            {
                var end = i + 1;
                while (end < folded.Length && Tokens.IsKatakana(folded[end]))
                    end++;
                var word = Folding.Katakana(folded.AsSpan(i, end - i));
                for (var start = 0; start + Katakana <= word.Length; start++)
                    yield return word.Substring(start, Katakana);
                i = end - 1;
            }
        }
    }

    /// <returns>The number of the pair of hiragana that starts at <paramref name="place"/>, or -1 where none does.</returns>
    private static int Pair(string text, int place) =>
        place + 1 < text.Length && text[place] is >= First and <= Last && text[place + 1] is >= First and <= Last
            ? (text[place] - First) * Letters + text[place + 1] - First
            : -1;
}
