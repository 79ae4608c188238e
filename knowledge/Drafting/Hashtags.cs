using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Hashtags as services read them: letters, digits and _ after #, at least one of them no digit.</summary>
internal static partial class Hashtags
{
    public static List<Spot> In(DraftText text) => [.. Tag().Matches(text.Plain).Select(match => new Spot(match.Index, match.Length))];

    /// <summary>Hashtags of places that the post does not speak of: #広島城 below a post about our castle.</summary>
    public static IEnumerable<Spot> Of(DraftText text, IReadOnlyList<string> places)
    {
        var said = Tag().Replace(text.Plain, "");
        return In(text)
            .Where(tag => places.Any(place => Names(text.Of(tag)[1..], place) && !said.Contains(place, StringComparison.Ordinal)));
    }

    /// <summary>広島, 広島市, 広島観光; no 広島東洋カープ, who may play here.</summary>
    private static bool Names(ReadOnlySpan<char> tag, string place) => tag.StartsWith(place) && OfPlace().IsMatch(tag[place.Length..]);

    /// <summary>What looks like a hashtag and will be none, or be cut short.</summary>
    public static IEnumerable<Spot> Broken(DraftText text)
    {
        // There a picture may be part of a hashtag, and one may follow on another.
        var isForInstagram = text.Draft.Service == "Instagram";
        return Spaced()
            .Matches(text.Plain)
            .Select(match => new Spot(match.Index, match.Length, $"#{match.Groups["tag"].Value}"))
            .Concat(Bracketed().Matches(text.Plain).Select(match => new Spot(match.Index, match.Length, $"#{match.Groups["tag"].Value}")))
            .Concat(Digits().Matches(text.Plain).Select(match => new Spot(match.Index, match.Length)))
            .Concat(
                (isForInstagram ? Cut() : CutByPicture())
                    .Matches(text.Plain)
                    .Select(match => new Spot(match.Index, match.Length, match.Value[..1] + Punctuation().Replace(match.Value[1..], "_")))
            )
            .Concat(
                isForInstagram ? [] : Joined().Matches(text.Plain).Select(match => new Spot(match.Index, match.Length, $" {match.Value}"))
            );
    }

    [GeneratedRegex(@"(?<![\w&/#])#(?=\w*[^\W\d])[\w・]+")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\w&/#])#[ \t]+(?<tag>(?=\w*[^\W\d])[\w・]+)")]
    private static partial Regex Spaced();

    /// <summary>#(見本市), #「花火」</summary>
    [GeneratedRegex(@"(?<![\w&/#])#[(\[「『【〈](?<tag>(?=\w*[^\W\d])\w+)[)\]」』】〉]")]
    private static partial Regex Bracketed();

    /// <summary>#7119 is a telephone number.</summary>
    [GeneratedRegex(@"(?<![\w&/#])#[0-9]+(?![\w.!'&-])(?<!#(?:7119|8000|8008|8080|8103|8891|9110))")]
    private static partial Regex Digits();

    private const string Signs = @"[-.!'&+/%@×☆★♪♡♥*=~〜?]";

    [GeneratedRegex(@"(?<![\w&/#])#(?=\w*[^\W\d])\w+(?:" + Signs + @"+\w+)+")]
    private static partial Regex Cut();

    [GeneratedRegex(@"(?<![\w&/#])#(?=\w*[^\W\d])\w+(?:(?:" + Signs + @"|\p{Cs}{2}|[\u2600-\u27bf]\uFE0F?)+\w+)+")]
    private static partial Regex CutByPicture();

    /// <summary>A # right behind a word: 花火#見本市, #見本市#倉敷市.</summary>
    [GeneratedRegex(@"(?<=[ぁ-んァ-ヶー一-龥々]|#\w+)(?<!://[!-~]*)#(?![0-9])(?=\w*[^\W\d])[\w・]+")]
    private static partial Regex Joined();

    [GeneratedRegex("^(?:[市県府都]?(?:観光|旅行|グルメ|イベント|ランチ|カフェ|公式|の?魅力|情報|暮らし|移住)?|城)$")]
    private static partial Regex OfPlace();

    [GeneratedRegex(@"[^\w]+")]
    private static partial Regex Punctuation();
}
