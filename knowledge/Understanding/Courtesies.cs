using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Greetings and thanks around what somebody has to say (「お世話になっております。…よろしくお願いいたします。」).</summary>
internal static partial class Courtesies
{
    private const int Longest = 40;

    /// <summary>So much at least is left of a question without its writer's office.</summary>
    private const int ShortestRest = 8;

    /// <returns>What is left; the whole message where nothing would be.</returns>
    public static string Without(string message, Func<string, bool> isCourtesy)
    {
        var sentences = Sentences(message);
        if (sentences.Count < 2)
            return message;
        var left = sentences
            .Where(sentence =>
                sentence.Length > Longest
                || sentence.Any(char.IsDigit)
                || FullName().IsMatch(sentence)
                || Fixed().IsMatch(sentence) is false && !isCourtesy(sentence)
            )
            .ToList();
        var rest = string.Concat(left).Trim();
        return rest.Length > 0 ? rest : message;
    }

    [GeneratedRegex("(?<![一-龥々])[一-龥々]{1,4}[ 　][一-龥々]{1,3}")]
    private static partial Regex FullName();

    /// <summary>What 「🙏」 or 「👍」 alone says; null where there are words, or no emoji.</summary>
    public static string? OfEmoji(string message) =>
        message.Any(char.IsLetterOrDigit)
        || !message.Any(c => char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol)
            ? null
        : Gratitude().IsMatch(message) ? "talk:thanks"
        : Assent().IsMatch(message) ? "talk:yes"
        : Farewell().IsMatch(message) ? "talk:bye"
        : "talk:other";

    [GeneratedRegex("🙏|🙇|💐")]
    private static partial Regex Gratitude();

    [GeneratedRegex("👍|👌|🙆|🆗|⭕|✅|💯")]
    private static partial Regex Assent();

    [GeneratedRegex("👋|🤚")]
    private static partial Regex Farewell();

    /// <summary>With their marks.</summary>
    public static List<string> Sentences(string message) => [.. Sentence().Matches(message).Select(match => match.Value)];

    /// <summary>Without hesitation in front (「うーん、なし」).</summary>
    public static string Bare(string message) => Hesitation().Replace(message, "");

    [GeneratedRegex(
        "^(?:(?:あ|あっ|あの|うーん|うん|えっと|えーと|ええと|まあ|じゃあ|では|ほな|ちょっと|とりあえず|すみません|(?:ごめん)+(?:なさい|ね)?|いや|あー)[、,。…\\s〜ー]+"
            + "|(?:ところで|そういえば|ちなみに|話は変わ(?:るけど|りますが|るが))[、,。…\\s〜ー]*)+"
    )]
    private static partial Regex Hesitation();

    /// <summary>「消防局の予防課なんですけど今使っている…」: without who writes, whose office's words say nothing of what is asked.</summary>
    public static string WithoutOffice(string message) =>
        Office().Replace(message, "") is { Length: >= ShortestRest } rest ? rest : message;

    [GeneratedRegex(
        "^[^。、,]{0,20}?(?:課|室|係|館|署|所|局|園|支所|センター)(?:の[^。、,]{1,8}?)?(?:なん)?(?:です|だ|じゃ|や)(?:けれど|けど|けぇ|けえ|が)[、,。…\\s]*"
    )]
    private static partial Regex Office();

    [GeneratedRegex("[^。！？!?\\n]+[。！？!?\\n]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        "^\\s*(?:いつも)?(?:お世話になって|お疲れ|おつかれ|お手数|恐れ入り|よろしくお願い|宜しくお願い|お忙しいところ|ありがとうございます|助かります)|^\\s*[^。]{2,12}(?:課|室|係|館|署|所|局)の[^。]{1,8}(?:です|と申します)[。\\s]*$"
    )]
    private static partial Regex Fixed();
}
