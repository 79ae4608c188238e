using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Some words, looked for as they are, or patterns between slashes.</summary>
/// <exception cref="FormatException">A pattern cannot be read; the message says which one, for its editor.</exception>
internal sealed class WordSet(IEnumerable<string> words)
{
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
        try
        {
            return new Regex(
                word is ['/', .., '/'] ? word[1..^1] : Regex.Escape(word),
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
        }
        catch (RegexParseException fault)
        {
            throw new FormatException($"「{word}」は型として読み取れません（{fault.Offset + 1}文字目）。", fault);
        }
    }
}
