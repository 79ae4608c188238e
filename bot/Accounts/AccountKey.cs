using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Accounts;

/// <summary>When two spellings mean the same account.</summary>
internal static partial class AccountKey
{
    /// <summary>What the column holds.</summary>
    public const int Longest = 512;

    private static readonly string[] Prefixes = ["www.", "m.", "mobile."];

    // One service under two names; a language in front (ja-jp.facebook.com) changes nothing either.
    private static readonly (string Host, string Proper)[] Hosts =
    [
        ("twitter.com", "x.com"),
        ("threads.net", "threads.com"),
        ("fb.com", "facebook.com"),
        ("facebook.com", "facebook.com"),
    ];

    // There each letter of the path counts: lin.ee/aBc and lin.ee/AbC are two accounts.
    private static readonly string[] ExactHosts =
    [
        "lin.ee",
        "liff.line.me",
        "youtu.be",
        "fb.me",
        "bit.ly",
        "t.co",
        "discord.gg",
        "discord.com",
    ];

    // What says in a query whose page it is; those of the second list only where the path does not.
    private static readonly string[] Identities = ["accountid", "screen_name", "user_id", "channel_id", "page_id", "profile_id"];
    private static readonly string[] IdentitiesOfScripts =
    [
        "id",
        "user",
        "uid",
        "userid",
        "u",
        "account",
        "account_id",
        "channel",
        "gid",
        "cid",
        "mid",
        "p",
    ];

    /// <summary>
    /// Lower case where letters do not count, without scheme, <c>www.</c>, <c>m.</c>, <c>mobile.</c>, trailing slash, query and fragment, but for what in
    /// them says whose page it is.
    /// </summary>
    /// <param name="url">A web address; the scheme may be missing.</param>
    /// <returns>Empty for what is no web address, or names a whole service only (<c>https://x.com/</c>).</returns>
    public static string Of(string? url)
    {
        if (Address(url) is not { } address)
            return "";
        var host = Proper(address.IdnHost.ToLowerInvariant());
        var written = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/');
        // twitter.com/#!/mihon, as addresses once were.
        if (written.Length == 0 && address.Fragment.StartsWith("#!/", StringComparison.Ordinal))
            written = Uri.UnescapeDataString(address.Fragment[2..]).TrimEnd('/');
        var path = IsExact(host, written) ? written : written.ToLowerInvariant();
        var identity = Identity(address, path);
        if (host == "x.com" && identity.StartsWith("?screen_name=", StringComparison.Ordinal))
            (path, identity) = ($"/{identity["?screen_name=".Length..].ToLowerInvariant()}", "");
        if (path.Length == 0 && identity.Length == 0 && host.Split('.').Length < 3)
            return "";
        var key = host + path + identity;
        return key.Length <= Longest ? key : key[..Longest];
    }

    /// <summary>The address where it is one that a browser opens; the scheme may be missing.</summary>
    public static Uri? Address(string? url)
    {
        url = url?.Trim() ?? "";
        if (url.Length == 0 || url.Any(char.IsWhiteSpace) || url.Any(char.IsControl))
            return null;
        return
            Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : $"https://{url}", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.Host.Contains('.', StringComparison.Ordinal)
            && address.UserInfo.Length == 0
            ? address
            : null;
    }

    /// <summary>A name in one spelling: NFKC, lower case, no spaces, no @ in front.</summary>
    public static string Fold(string? name)
    {
        // A lone surrogate, as broken clients send, cannot be normalised.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name ?? ""));
        var folded = string.Concat(
            whole.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).Select(char.ToLowerInvariant)
        );
        return folded.TrimStart('@');
    }

    private static string Proper(string host)
    {
        while (Prefixes.FirstOrDefault(prefix => host.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            host = host[prefix.Length..];
        return Hosts.FirstOrDefault(pair => host == pair.Host || host.EndsWith($".{pair.Host}", StringComparison.Ordinal)).Proper ?? host;
    }

    private static bool IsExact(string host, string path) =>
        ExactHosts.Contains(host) || (host == "youtube.com" && path.StartsWith("/channel/", StringComparison.OrdinalIgnoreCase));

    /// <summary>facebook.com/profile.php?id=1, page.line.me/?accountId=mihon: here the query says whose page it is.</summary>
    private static string Identity(Uri address, string path)
    {
        var isScript = path.Length == 0 || Script().IsMatch(path);
        var isPlaylist = path == "/playlist";
        var said = address
            .Query.TrimStart('?')
            .Split('&')
            .Select(part => part.Split('=', 2))
            .Where(part => part is [_, { Length: > 0 }])
            .Select(part => (Name: part[0].ToLowerInvariant(), Value: Uri.UnescapeDataString(part[1])))
            .Where(part =>
                Identities.Contains(part.Name)
                || (isPlaylist && part.Name == "list")
                || (isScript && IdentitiesOfScripts.Contains(part.Name))
            )
            .Select(part => $"{part.Name}={part.Value.TrimStart('@')}")
            .Order(StringComparer.Ordinal)
            .ToList();
        return said.Count == 0 ? "" : $"?{string.Join('&', said)}";
    }

    [GeneratedRegex(@"\.(?:php|aspx?|cgi|jsp|html?)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
