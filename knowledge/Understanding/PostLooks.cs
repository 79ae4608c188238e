using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Whether a text reads like something written for citizens rather than for the bot.</summary>
internal static partial class PostLooks
{
    private const int Shortest = 25;

    public static bool Like(string message) => message.Trim().Length >= Shortest && Public().IsMatch(message);

    [GeneratedRegex(
        @"[#＃]\w|https?://|[\u2600-\u27bf]|\p{Cs}{2}|お越し|ぜひ|皆さん|みなさん|皆様|みなさま|市民の|開催し|募集|お知らせ|ご利用|ご覧|ごらん|詳しくは|くわしくは|お待ちして|楽しめ|お気軽|しましょう|ください[！!。]"
    )]
    private static partial Regex Public();
}
