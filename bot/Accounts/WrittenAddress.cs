using System.Text.RegularExpressions;

namespace GuidelineBot.Accounts;

/// <summary>Makes an address of what people write into the column of addresses.</summary>
internal static partial class WrittenAddress
{
    private static readonly Dictionary<string, string> Profiles = new(StringComparer.Ordinal)
    {
        ["X"] = "https://x.com/",
        ["Instagram"] = "https://www.instagram.com/",
        ["Facebook"] = "https://www.facebook.com/",
        ["YouTube"] = "https://www.youtube.com/@",
        ["TikTok"] = "https://www.tiktok.com/@",
        ["Threads"] = "https://www.threads.com/@",
        ["LINE"] = "https://line.me/R/ti/p/@",
        ["note"] = "https://note.com/",
    };

    /// <summary>Without 「（外部リンク）」 behind it, half-width, the scheme put right (<c>https;//</c>); one address out of the words around it.</summary>
    public static string Clean(string text)
    {
        var narrow = string.Concat(text.Select(sign => sign is >= '！' and <= '～' ? (char)(sign - '！' + '!') : sign))
            .Replace('　', ' ')
            .Trim();
        var bare = Remark().Replace(narrow, "").Trim().Trim('<', '>', '"');
        var schemed = Scheme().Replace(bare, match => match.Groups["secure"].Success ? "https://" : "http://");
        return Address().Matches(schemed) is [var only] ? only.Value : schemed;
    }

    /// <summary>The page of 「@mihon」 at a service that has one address for each name.</summary>
    /// <param name="service">As the knowledge calls it.</param>
    public static string? OfHandle(string service, string text) =>
        Handle().Match(Clean(text)) is { Success: true } handle && Profiles.TryGetValue(service, out var profile)
            ? profile + handle.Groups["name"].Value
            : null;

    [GeneratedRegex(
        @"\s*[(<\[【〔「][^()<>\[\]【】〔〕「」]{0,30}(?:リンク|サイト|ウィンドウ|ウインドウ|タブ|ページ|開く|開きます)[^()<>\[\]【】〔〕「」]{0,20}[)>\]】〕」]\s*\z"
            + @"|\s+(?:外部(?:リンク|サイト)|別ウィンドウ.{0,10}|新しいウィンドウ.{0,10})\z"
    )]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?<![A-Za-z])h?t{1,3}p(?<secure>s)?\s?[:;]\s?/{1,3}", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"https?://[^\s、。()<>（）「」]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A@(?<name>[A-Za-z0-9_.\-]{1,60})\z")]
    private static partial Regex Handle();
}
