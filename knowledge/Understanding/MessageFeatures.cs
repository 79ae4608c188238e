using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// What of a message tells what it does: terms and synonym groups as for questions, character runs, how it ends, and the cues, alone and in pairs.
/// </summary>
internal sealed partial class MessageFeatures(SynonymBook synonyms, CueBook cues)
{
    private const int ShortestPart = 2;
    private const int LongestPart = 3;

    public void Of(string text, NamedFeature found)
    {
        var letters = Letters(text, found);
        var ending = letters.AsSpan().TrimEnd('!');
        for (var length = 1; length <= LongestPart + 1 && length <= ending.Length; length++)
            found('e', ending[^length..]);

        var signs = cues.In(text).ToList();
        foreach (var (place, cue) in signs.Index())
        {
            found('C', cue);
            foreach (var other in signs.Skip(place + 1))
                found('X', $"{cue}+{other}");
        }
    }

    /// <summary>With how it begins and how long it is, by which a remark in a conversation is told from a message that stands alone.</summary>
    public void WithShape(string text, NamedFeature found)
    {
        Of(text, found);
        var letters = string.Concat(Folding.Hiragana(Folding.Fold(text)).Where(char.IsLetterOrDigit));
        for (var length = 2; length <= LongestPart + 1 && length <= letters.Length; length++)
            found('b', letters.AsSpan(0, length));
        if (letters.Length <= 8)
            found('w', letters);
        found(
            'L',
            letters.Length switch
            {
                <= 3 => "1",
                <= 6 => "2",
                <= 12 => "3",
                <= 24 => "4",
                <= 48 => "5",
                _ => "6",
            }
        );
    }

    /// <summary>Which number it is says nothing of what is done.</summary>
    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    private string Letters(string text, NamedFeature found)
    {
        var folded = Number().Replace(Folding.Fold(CueBook.Quotation().Replace(text, "「」")), "0");
        foreach (var token in Tokens.Of(folded))
            found('s', token.Term);
        foreach (var group in synonyms.NamedIn(folded))
            found('c', group);

        var letters = string.Concat(Folding.Hiragana(folded).Where(c => char.IsLetterOrDigit(c) || c is 'ー' or '?' or '!'));
        for (var length = ShortestPart; length <= LongestPart; length++)
        for (var i = 0; i + length <= letters.Length; i++)
            found('p', letters.AsSpan(i, length));
        return letters;
    }
}
