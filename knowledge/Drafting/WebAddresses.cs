using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>What can be wrong with an address as it is written: it does not work, or it leads elsewhere than it looks.</summary>
internal static partial class WebAddresses
{
    /// <summary>Letters of other alphabets that look like Latin ones.</summary>
    private const string Twins = "аеорсухіјѕԁһӏкмтвнαορνικτυıɡ";

    public static bool IsUnder(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Addresses with their hosts, with a scheme or without (bit.ly/abc).</summary>
    public static IEnumerable<(Spot Spot, string Host)> In(string plain) =>
        Address().Matches(plain).Select(match => (new Spot(match.Index, match.Length), match.Groups["host"].Value));

    /// <summary>What will be no link: wide letters, 「。」 for a dot, signs that nobody sees, a scheme cut short.</summary>
    public static IEnumerable<Spot> Broken(DraftText text) =>
        Wide()
            .Matches(text.Text)
            .Where(match => match.Value.Any(letter => letter >= '！'))
            .Select(match => new Spot(match.Index, match.Length, text.Plain.Substring(match.Index, match.Length)))
            .Concat(Found(Unseen(), text.Plain, value => Invisible().Replace(value, "")))
            .Concat(Found(FullStop(), text.Plain, value => value.Replace('。', '.').Replace('｡', '.')))
            .Concat(Found(Headless(), text.Plain, value => $"h{value}"))
            .Concat(Found(Maimed(), text.Plain, value => Maimed().Replace(value, "$1://")))
            .Concat(Found(Torn(), text.Plain, value => Blank().Replace(value, "")));

    /// <summary>Hosts that look like one of these and are not.</summary>
    public static IEnumerable<Spot> Lookalikes(DraftText text, IReadOnlyList<string> known)
    {
        var plain = text.Plain;
        foreach (Match match in Foreign().Matches(plain))
            if (match.Groups["host"].Value.Any(Twins.Contains))
                yield return new Spot(match.Index, match.Length, Note: "ほかの文字に似せた文字が使われています。");
        foreach (var (spot, host) in In(plain))
            if (!known.Any(domain => IsUnder(host, domain)) && known.FirstOrDefault(domain => IsLike(host, domain)) is { } like)
                yield return spot with
                {
                    Note = $"{like}に似ていますが、別の行き先です。",
                };
    }

    /// <summary>「[https://a.example](https://b.example)」: what is shown names another host than the one it leads to.</summary>
    public static IEnumerable<Spot> Disguised(DraftText text) =>
        from Match match in Markdown().Matches(text.Plain)
        let shown = Address().Match(match.Groups["shown"].Value)
        let target = Address().Match(match.Groups["to"].Value)
        where shown.Success && target.Success && Bare(shown) is var says && Bare(target) is var leads && !IsUnder(leads, says)
        select new Spot(match.Index, match.Length, Note: $"押すと{Bare(target)}が開きます。");

    private static string Bare(Match address) =>
        address.Groups["host"].Value.ToLowerInvariant() is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static bool IsLike(string host, string domain)
    {
        host = host.ToLowerInvariant();
        // city.mihon.jp.example.com
        if (host.StartsWith($"{domain}.", StringComparison.Ordinal) || host.Contains($".{domain}.", StringComparison.Ordinal))
            return true;
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var (name, known) = (host[..Math.Max(host.LastIndexOf('.'), 0)], domain[..domain.LastIndexOf('.')]);
        return name == known
            || Parts(name).SequenceEqual(Parts(known))
            || Skeleton(host) == Skeleton(domain)
            || Math.Abs(host.Length - domain.Length) <= 1 && IsOneApart(host, domain);
    }

    private static IEnumerable<string> Parts(string name) => name.Split('.', '-').Order(StringComparer.Ordinal);

    private static string Skeleton(string host) =>
        new StringBuilder(host).Replace('0', 'o').Replace('1', 'l').Replace("rn", "m").Replace("vv", "w").Replace("-", "").ToString();

    /// <summary>One letter more, less or other, or two in each other's place.</summary>
    private static bool IsOneApart(string one, string other)
    {
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
            start++;
        var (left, right) = (one.Length, other.Length);
        while (left > start && right > start && one[left - 1] == other[right - 1])
            (left, right) = (left - 1, right - 1);
        var (a, b) = (one[start..left], other[start..right]);
        return a.Length <= 1 && b.Length <= 1 || a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0];
    }

    private static IEnumerable<Spot> Found(Regex pattern, string plain, Func<string, string> mended) =>
        pattern.Matches(plain).Select(match => new Spot(match.Index, match.Length, mended(match.Value)));

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@.-])(?:https?://)?(?<host>(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?:/[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]*)?(?![A-Za-z0-9@-])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex("[hｈ][tｔ][tｔ][pｐ][sｓ]?[:：][/／]{2}[!-~Ａ-Ｚａ-ｚ０-９．：／－＿？＝＆＃％]+", RegexOptions.IgnoreCase)]
    private static partial Regex Wide();

    private const string Nothing = @"\u200b-\u200d\u2060\u00ad\ufeff";

    [GeneratedRegex("(?:https?://|www[.])[!-~]*[" + Nothing + "][!-~" + Nothing + "]*")]
    private static partial Regex Unseen();

    [GeneratedRegex("[" + Nothing + "]+")]
    private static partial Regex Invisible();

    [GeneratedRegex(
        @"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*[。｡](?:[A-Za-z0-9-]+[.。｡])*(?:jp|com|net|org|info|tv|me)(?![A-Za-z0-9])(?:[.。｡]jp)?(?:/[!-~]*)?"
    )]
    private static partial Regex FullStop();

    [GeneratedRegex(@"(?<![A-Za-z])ttps?://[!-~]+")]
    private static partial Regex Headless();

    /// <summary>https//, http:/, https;// and https: in front of a host.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z])(https?)(?:[;；]?/{1,3}|[:：]/?(?![/:：])|[;；][:：]?/*|[:：]/{3,})(?=(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Maimed();

    /// <summary>A blank behind the scheme, or in the path of a file.</summary>
    [GeneratedRegex(
        @"https?:// +[A-Za-z0-9-]+\.[!-~]+|https?://[!-~]+/ (?:[!-~]+ ){0,3}[!-~]+\.(?:html?|pdf|php|aspx|jpe?g|png)(?![A-Za-z])"
    )]
    private static partial Regex Torn();

    [GeneratedRegex(" +")]
    private static partial Regex Blank();

    [GeneratedRegex(@"https?://(?<host>[^\s/「」『』()<>、。]+)[!-~]*")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\[(?<shown>[^\]\n]+)\]\((?<to>https?://[^)\s]+)\)")]
    private static partial Regex Markdown();
}
