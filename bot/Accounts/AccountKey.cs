using System.Text;

namespace GuidelineBot.Accounts;

/// <summary>When two spellings mean the same account.</summary>
internal static class AccountKey
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

    /// <summary>Lower case, without scheme, <c>www.</c>, <c>m.</c>, <c>mobile.</c>, trailing slash, query and fragment.</summary>
    /// <param name="url">A web address; the scheme may be missing.</param>
    /// <returns>Empty for what is no web address, or names a whole service only (<c>https://x.com/</c>).</returns>
    public static string Of(string? url)
    {
        if (Address(url) is not { } address)
            return "";
        var host = Proper(address.IdnHost.ToLowerInvariant());
        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/').ToLowerInvariant();
        if (path.Length == 0 && host.Split('.').Length < 3)
            return "";
        var key = host + path + Identity(address, path);
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

    /// <summary>facebook.com/profile.php?id=1: here alone the query says whose page it is.</summary>
    private static string Identity(Uri address, string path) =>
        path.EndsWith("/profile.php", StringComparison.Ordinal)
        && address.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("id=", StringComparison.OrdinalIgnoreCase))
            is { } id
            ? $"?{id.ToLowerInvariant()}"
            : "";
}
