using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Accounts;

/// <summary>The service that a cell names: 「X（旧Twitter）」, 「Facebookページ」, 「LINE@」.</summary>
internal static partial class WrittenServiceName
{
    /// <param name="url">Says which blog 「ブログ」 is.</param>
    /// <returns>Null where it names none that the knowledge has, or two.</returns>
    public static Service? Find(ServiceBook services, string text, string url)
    {
        if (services.Named(text) is { } whole)
            return whole;
        var plain = text.Normalize(NormalizationForm.FormKC);
        if (Generic().IsMatch(plain))
            return services.OfAddress(url);
        var named = Parts()
            .Split(plain)
            .Select(part => services.Named(part) ?? services.Named(Kind().Replace(part, "")))
            .OfType<Service>()
            .DistinctBy(service => service.Name)
            .ToList();
        return named is [var one] && Leads(services, plain, one) ? one : null;
    }

    /// <summary>Outside the brackets stands the service, or nothing but it: 「市民課（X）」 is a section.</summary>
    private static bool Leads(ServiceBook services, string text, Service service) =>
        Parts().Split(text).Where(part => part.Trim().Length > 0).First() is var first
        && (services.Named(first) ?? services.Named(Kind().Replace(first, "")))?.Name == service.Name;

    [GeneratedRegex(@"[()\[\]【】/／・:：,、\s]+|(?<=[(:])旧")]
    private static partial Regex Parts();

    /// <summary>What stands before or behind the name of a service.</summary>
    [GeneratedRegex(@"\A(?:旧|現|公式|市公式)|(?:公式)?(?:アカウント|ページ|チャンネル|サイト|アプリ)\z|公式\z|@\z")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\A(?:公式)?(?:ブログ|blog|動画(?:共有)?サイト|動画配信|sns|ソーシャルメディア)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Generic();
}
