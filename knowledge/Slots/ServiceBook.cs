using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>One social-media service: its name, what people call it, and the domains its addresses are under.</summary>
/// <param name="Addresses">What the address of an account looks like, the usual one first; empty where nobody has said.</param>
public sealed record Service(
    string Name,
    IReadOnlyList<string> Nicknames,
    IReadOnlyList<string> Domains,
    IReadOnlyList<AccountAddress> Addresses
)
{
    /// <summary>The name in an account's address; null where the address is of no form that an account has (a post, the top page).</summary>
    public string? NameIn(Uri address) => Addresses.Select(form => form.NameIn(address)).FirstOrDefault(name => name is not null);
}

/// <summary>The services that the knowledge folder names.</summary>
public sealed class ServiceBook
{
    /// <summary>Words that people glue to the name of a service.</summary>
    private static readonly string[] Followers =
    [
        "アカウント",
        "チャンネル",
        "ページ",
        "アカ",
        "デビュー",
        "ライブ",
        "ポスト",
        "account",
        "公式",
    ];

    private const string Particles = "でがはをにのともへや";

    // By first character, the longest spelling first, so that LINE公式 is one mention.
    private readonly Dictionary<char, (string Spelling, Service Service)[]> spellings;

    public ServiceBook(IReadOnlyList<Service> services)
    {
        Services = services;
        spellings = services
            .SelectMany(service => service.Nicknames.Prepend(service.Name).Select(spelling => (Spelling: Folding.Fold(spelling), service)))
            .DistinctBy(pair => pair.Spelling)
            .GroupBy(pair => pair.Spelling[0])
            .ToDictionary(pairs => pairs.Key, pairs => pairs.OrderByDescending(pair => pair.Spelling.Length).ToArray());
    }

    public IReadOnlyList<Service> Services { get; }

    /// <summary>The service that a web address belongs to, or null.</summary>
    public Service? OfAddress(string url) =>
        Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : $"https://{url}", UriKind.Absolute, out var address)
            ? Services.FirstOrDefault(service =>
                service.Domains.Any(domain =>
                    address.Host == domain || address.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)
                )
            )
            : null;

    /// <summary>The service of that name or nickname, or null.</summary>
    public Service? Named(string name)
    {
        var folded = Folding.Fold(name.Trim());
        return folded.Length > 0 && spellings.TryGetValue(folded[0], out var candidates)
            ? candidates.FirstOrDefault(pair => pair.Spelling == folded).Service
            : null;
    }

    /// <summary>The usual address of the account that is called so on a service; null where nobody has said what it looks like.</summary>
    /// <param name="handle">With or without the @.</param>
    public string? AddressOf(string service, string handle) => Named(service)?.Addresses is [var usual, ..] ? usual.Of(handle) : null;

    /// <summary>The first service that the text speaks of, or null.</summary>
    public Service? FirstIn(string text) => Find(Folding.Compose(text)) is [var first, ..] ? first.Value : null;

    /// <param name="text">A message in NFKC.</param>
    internal List<Mention<Service>> Find(string text)
    {
        var lower = text.ToLowerInvariant();
        var found = new List<Mention<Service>>();
        for (var at = 0; at < lower.Length; at++)
        {
            if (!spellings.TryGetValue(lower[at], out var candidates))
                continue;
            foreach (var (spelling, service) in candidates)
            {
                if (string.CompareOrdinal(lower, at, spelling, 0, spelling.Length) != 0 || !StandsAlone(lower, at, at + spelling.Length))
                    continue;
                found.Add(new Mention<Service>(at, spelling.Length, service));
                at += spelling.Length - 1;
                break;
            }
        }
        return found;
    }

    /// <summary>ライン is not a part of オンライン, x not one of xls, and ノート not one of ノートパソコン.</summary>
    private static bool StandsAlone(string text, int start, int end) =>
        !(
            start > 0
            && (
                Continues(text[start - 1], text[start])
                || IsHiragana(text[start]) && IsHiragana(text[start - 1]) && !Particles.Contains(text[start - 1], StringComparison.Ordinal)
            )
        )
        && !(
            end < text.Length
            && Continues(text[end - 1], text[end])
            && !Followers.Any(word => string.CompareOrdinal(text, end, word, 0, word.Length) == 0)
        );

    private static bool Continues(char one, char next) => IsKatakana(one) && IsKatakana(next) || IsWord(one) && IsWord(next);

    private static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヺ' or 'ー';

    private static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ん';

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '@';
}
