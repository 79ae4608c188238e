using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>「12月1日、いや10日から」: what is said after the correction counts, what it corrects does not.</summary>
internal static partial class Corrections
{
    /// <summary>As far as a correction may stand from what it corrects when it does not stand right before the new fact.</summary>
    private const int Near = 14;

    /// <param name="text">The text that the places count in.</param>
    /// <param name="mentions">In order of place.</param>
    /// <returns>Those that no later one of the same kind corrects.</returns>
    public static List<Mention<T>> Apply<T>(string text, IReadOnlyList<Mention<T>> mentions)
    {
        var kept = new List<Mention<T>>();
        foreach (var mention in mentions)
        {
            if (kept.Count > 0 && Between(text, kept[^1].End, mention.Start))
                kept.RemoveAt(kept.Count - 1);
            kept.Add(mention);
        }
        return kept;
    }

    /// <summary>Whether what stands between two facts says that the second replaces the first.</summary>
    public static bool Between(string text, int end, int start)
    {
        if (end >= start)
            return false;
        var gap = text[end..start];
        return gap.Length <= Near ? Marker().IsMatch(gap) : JustBefore().IsMatch(gap);
    }

    /// <summary>Whether the text corrects something anywhere.</summary>
    public static bool IsIn(string text) => Marker().IsMatch(text);

    /// <summary>A correction at the start of <paramref name="rest"/>.</summary>
    /// <returns>How many characters to skip to reach the new fact; 0 if there is none.</returns>
    public static int At(string rest) => AtStart().Match(rest) is { Success: true } match ? match.Length : 0;

    /// <summary>Between what is not meant and what is, in every way of saying it.</summary>
    public const string InsteadOf =
        "(?:じゃなくって|じゃなくて|じゃなく|ではなくて|ではなく|でなくて|でなく|じゃのうて|じゃのおて|やなくて|やのうて|じゃねえで)";

    private const string Words =
        "いやいや|いや|いえ|"
        + InsteadOf
        + "|ではありません|じゃありません|じゃなかった|ではなかった|やなかった|じゃない|じゃねえ|ちゃうわ|ちゃう|違って|違う|違った|違いました|違います|ちがう|ちがった"
        + "|間違えました|間違えた|間違いです|間違い|まちがえた|まちがい|訂正して|訂正します|訂正|もとい|やっぱし|やっぱり|やっぱ|やはり|失礼しました|失礼|正しくは|正確には|に変更します|取り消して";

    [GeneratedRegex("(?:" + Words + ")")]
    private static partial Regex Marker();

    [GeneratedRegex("(?:" + Words + @")[、,。.!\s]*(?:担当者?|後任|新担当|開始日?|変更日?|終了日?|サービス)?[はがを、:\s]*$")]
    private static partial Regex JustBefore();

    [GeneratedRegex(
        @"^[、,。.…\s]*(?:です|でした|だ|だった|じゃった)?[、,。.…\s]*(?:あ[、,\s]*|すみません[、,\s]*|すいません[、,\s]*|ごめん(?:なさい)?[、,\s]*)?(?:"
            + Words
            + @")[、,。.!…\s]*(?:担当者?[はが、:\s]*)?"
    )]
    private static partial Regex AtStart();
}
