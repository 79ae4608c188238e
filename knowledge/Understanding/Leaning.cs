using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>「じゃあやめるときは？」 after a question about starting: short, and leaning on what was said before.</summary>
internal static partial class Leaning
{
    private const int LongestQuestion = 24;
    private const int LongestFragment = 14;
    private const string Glossary = "7-";

    private static readonly string[] Openings =
    [
        "じゃあ",
        "じゃ、",
        "では",
        "それなら",
        "その場合",
        "そのとき",
        "それは",
        "それって",
        "それと",
        "あと",
        "ちなみに",
        "なら",
        "逆に",
        "だったら",
        "ほんなら",
        "ほいじゃ",
        "この場合",
        "その方",
        "その人",
        "それを",
        "それに",
        "そこ",
    ];

    /// <summary>A question that begins with its question word names no subject of its own.</summary>
    private static readonly string[] QuestionWords =
    [
        "誰",
        "だれ",
        "どこ",
        "いつ",
        "何",
        "なに",
        "なん",
        "なぜ",
        "どう",
        "どの",
        "どれ",
        "どんな",
        "いくつ",
    ];

    private static readonly string[] Ends = ["は", "も", "なら", "だと", "でも"];

    /// <summary>Whether the message leans on the one before. A short question about something else does not, and must not be answered from it.</summary>
    public static bool IsSeen(string text) =>
        StartsWith(text, Openings)
        || (text.Length <= LongestQuestion && StartsWith(text, QuestionWords))
        || (text.Length <= LongestFragment && Ends.Any(end => text.TrimEnd('？', '?', '。', ' ').EndsWith(end, StringComparison.Ordinal)));

    /// <summary>「じゃあ」, 「その場合」: it says itself that it goes on.</summary>
    public static bool IsSaid(string text) => StartsWith(text, Openings);

    /// <summary>An entry of the glossary.</summary>
    public static bool IsTerm(ClauseId clause) => clause.ToString().StartsWith(Glossary, StringComparison.Ordinal);

    /// <summary>「いつまでに出すん？」, 「様式は？」: names nothing of its own, so it can only be about what was shown.</summary>
    /// <param name="shown">The clause that was shown. Behind a term that is explained, the question is about what the term stands for.</param>
    public static bool StaysWith(ClauseId shown, string text) =>
        text.Length <= LongestQuestion && !IsTerm(shown) && !Subject().IsMatch(Aspects().Replace(text, ""));

    [GeneratedRegex(
        "いつ|どこ|どちら|何|なに|なん|どの|どれ|様式|用紙|書類|書面|届(?:け?出?)?|提出|出[すせしさ]|先|期限|締切|締め切り|〆切|窓口|宛|課|日|前|後|場所|必要|要|名前|方|送|持|教|頂|下|場合|時|番|号|番号|書"
    )]
    private static partial Regex Aspects();

    [GeneratedRegex("[一-龥ァ-ヶA-Za-z]|やめ|はじめ|かわ|かえ|とじ|つか|なりすま|もえ|のっと")]
    private static partial Regex Subject();

    private static bool StartsWith(string text, string[] words) => words.Any(word => text.StartsWith(word, StringComparison.Ordinal));
}
