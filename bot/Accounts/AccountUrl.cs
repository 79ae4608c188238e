namespace GuidelineBot.Accounts;

/// <summary>Makes addresses of the same account equal.</summary>
internal static class AccountUrl
{
    private static readonly string[] Prefixes = ["www.", "m.", "mobile."];

    /// <returns>Lower case, without scheme, www, query and trailing slash; null where it is no web address.</returns>
    public static string? KeyOf(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return null;
        var host = address.Host.ToLowerInvariant();
        foreach (var prefix in Prefixes)
            if (host.StartsWith(prefix, StringComparison.Ordinal))
                host = host[prefix.Length..];
        // The old address still leads to the same account.
        if (host == "twitter.com")
            host = "x.com";
        return host + Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/').ToLowerInvariant();
    }
}
