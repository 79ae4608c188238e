using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Hashtags as services read them: letters, digits and _ after #, at least one of them no digit.</summary>
internal static partial class Hashtags
{
    public static List<Spot> In(DraftText text) => [.. Tag().Matches(text.Plain).Select(match => new Spot(match.Index, match.Length))];

    /// <summary>What looks like a hashtag and will be none, or be cut short.</summary>
    public static IEnumerable<Spot> Broken(DraftText text) =>
        Spaced()
            .Matches(text.Plain)
            .Select(match => new Spot(match.Index, match.Length, $"#{match.Groups["tag"].Value}"))
            .Concat(Digits().Matches(text.Plain).Select(match => new Spot(match.Index, match.Length)))
            .Concat(
                Cut()
                    .Matches(text.Plain)
                    .Select(match => new Spot(match.Index, match.Length, match.Value[..1] + Punctuation().Replace(match.Value[1..], "_")))
            );

    [GeneratedRegex(@"(?<![\w&/#])#(?=\w*[^\W\d])[\w・]+")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\w&/#])#[ \t]+(?<tag>(?=\w*[^\W\d])[\w・]+)")]
    private static partial Regex Spaced();

    /// <summary>#7119 is a telephone number.</summary>
    [GeneratedRegex(@"(?<![\w&/#])#[0-9]+(?![\w.!'&-])(?<!#(?:7119|8000|8008|8103|8891|9110))")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\w&/#])#(?=\w*[^\W\d])\w+(?:[-.!'&+]+\w+)+")]
    private static partial Regex Cut();

    [GeneratedRegex(@"[^\w]+")]
    private static partial Regex Punctuation();
}
