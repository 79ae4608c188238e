using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>Where a clause says what a question asks about.</summary>
internal static class Passages
{
    /// <summary>One kanji or letter alone matches too much.</summary>
    private const int ShortestWord = 2;

    public static IReadOnlyList<(int Start, int End)> Find(string question, string text)
    {
        var asked = Folding.Fold(question);
        var folded = FoldInPlace(text);
        var hits = new bool[text.Length];
        foreach (
            var word in Tokens
                .Of(asked)
                .Where(token => token.End - token.Start >= ShortestWord)
                .Select(token => asked[token.Start..token.End])
                .Distinct()
        )
            for (
                var at = folded.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(word, at + 1, StringComparison.Ordinal)
            )
                Array.Fill(hits, true, at, word.Length);
        return Runs(hits);
    }

    private static List<(int Start, int End)> Runs(bool[] hits)
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < hits.Length; i++)
        {
            if (!hits[i])
                continue;
            var start = i;
            while (i < hits.Length && hits[i])
                i++;
            runs.Add((start, i));
        }
        return runs;
    }

    /// <summary>Folds character by character, so that places in the result are places in the text.</summary>
    private static string FoldInPlace(string text) =>
        string.Create(
            text.Length,
            text,
            (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = Folding.Fold(source[i].ToString()) is [var folded] ? folded : source[i];
            }
        );
}
