using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Some words, looked for as they are, or patterns between slashes.</summary>
/// <exception cref="FormatException">A pattern cannot be used; the message says which one, for its editor.</exception>
internal sealed class WordSet(IEnumerable<string> words)
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly List<Regex> patterns = [.. words.Select(Pattern)];

    public bool IsEmpty => patterns.Count == 0;

    public bool HasIn(ReadOnlySpan<char> text)
    {
        foreach (var pattern in patterns)
            if (pattern.IsMatch(text))
                return true;
        return false;
    }

    /// <summary>Whether nothing is demanded, or it is there.</summary>
    public bool AllowsIn(ReadOnlySpan<char> text) => IsEmpty || HasIn(text);

    public static Regex Pattern(string word)
    {
        if (word is ['/', .. { Length: > 1 }] && word[^1] != '/')
            throw new FormatException($"「{word}」の終わりに / がありません。");
        if (word is not ['/', .., '/'])
            return new Regex(Regex.Escape(word), Loose);
        var pattern = word[1..^1];
        try
        {
            var read = new Regex(pattern, Loose, PatternTrial.Longest);
            return PatternTrial.Passes(read) ? read : new Regex(pattern, Loose | RegexOptions.NonBacktracking);
        }
        catch (RegexParseException fault)
        {
            throw new FormatException($"「{word}」は型として読み取れません（{fault.Offset + 1}文字目）。", fault);
        }
        catch (NotSupportedException fault)
        {
            throw new FormatException(
                $"「{word}」は、文によっては終わらないほど時間がかかるため使いません。繰り返しの中の繰り返し（(…+)+ など）をなくしてください。",
                fault
            );
        }
    }
}
