using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge;

/// <summary>A matter that the guideline does not cover, and who sees to it.</summary>
/// <param name="Matter">「情報公開」</param>
/// <param name="Office">As a sentence names it.</param>
/// <param name="Clause">What the guideline does say nearby; null for nothing.</param>
/// <param name="Words">By which a question is known to be about it.</param>
public sealed record OtherMatter(string Matter, string Office, ClauseId? Clause, IReadOnlyList<string> Words);

/// <summary>Whose matter a question is that the guideline does not answer, as <c>elsewhere.md</c> says.</summary>
public sealed class Elsewhere(IReadOnlyList<OtherMatter> matters)
{
    public static readonly Elsewhere Nowhere = new([]);

    private readonly List<(OtherMatter Matter, string Word)> words =
    [
        .. from matter in matters from word in matter.Words select (matter, Key(word)),
    ];

    /// <returns>The matter with the longest word in the question; null where none has one.</returns>
    public OtherMatter? For(string question)
    {
        var key = Key(question);
        return words
            .Where(known => key.Contains(known.Word, StringComparison.Ordinal))
            .OrderByDescending(known => known.Word.Length)
            .Select(known => known.Matter)
            .FirstOrDefault();
    }

    private static string Key(string text) => Folding.Hiragana(Folding.Fold(text)).Replace(" ", "", StringComparison.Ordinal);
}
