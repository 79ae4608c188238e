namespace GuidelineBot.Knowledge.Analysis;

/// <summary>A term and where it stands in the folded text.</summary>
internal readonly record struct Token(string Term, int Start, int End);

/// <summary>
/// Cuts a text by script: kanji runs as bigrams (and alone where the run is one kanji), katakana runs whole, Latin letters and digits as words.
/// Hiragana, which is mostly grammar, is left out.
/// </summary>
internal static class Tokens
{
    private enum Script
    {
        Other,
        Kanji,
        Hiragana,
        Katakana,
        Latin,
    }

    /// <param name="folded">A text out of <see cref="Folding.Fold"/>.</param>
    public static IEnumerable<Token> Of(string folded)
    {
        foreach (var (script, start, end) in Runs(folded))
        {
            switch (script)
            {
                case Script.Kanji when end - start == 1:
                    yield return new Token(folded[start..end], start, end);
                    break;
                case Script.Kanji:
                    for (var i = start; i + 2 <= end; i++)
                        yield return new Token(folded.Substring(i, 2), i, i + 2);
                    break;
                case Script.Katakana:
                    if (Folding.Katakana(folded.AsSpan(start, end - start)) is { Length: > 0 } word)
                        yield return new Token(word, start, end);
                    break;
                case Script.Latin:
                    yield return new Token(folded[start..end], start, end);
                    break;
            }
        }
    }

    public static bool IsKanji(char c) => ScriptOf(c) == Script.Kanji;

    public static bool IsKatakana(char c) => ScriptOf(c) == Script.Katakana;

    private static IEnumerable<(Script Script, int Start, int End)> Runs(string folded)
    {
        var start = 0;
        while (start < folded.Length)
        {
            var script = ScriptOf(folded[start]);
            var end = start + 1;
            while (end < folded.Length && ScriptOf(folded[end]) == script)
                end++;
            yield return (script, start, end);
            start = end;
        }
    }

    private static Script ScriptOf(char c) =>
        c switch
        {
            >= '\u3041' and <= '\u309f' => Script.Hiragana,
            >= '\u30a1' and <= '\u30ff' => Script.Katakana,
            >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '々' or '〆' => Script.Kanji,
            _ when char.IsLetterOrDigit(c) => Script.Latin,
            _ => Script.Other,
        };
}
