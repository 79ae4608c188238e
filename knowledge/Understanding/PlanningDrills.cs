using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>「12月3日14時に訓練」, 「来週の水曜に炎上の訓練をしたい」: a drill that is to begin by itself on a day to come.</summary>
public static partial class PlanningDrills
{
    public static readonly Route Route = Route.Command("plan-drill");

    /// <summary>The slot with the day, and the time where one was said: 2026-12-03T14:00, 2026-12-03.</summary>
    public const string At = "drillAt";

    private const int Longest = 60;

    /// <returns>The slots of the plan; null where the message plans none.</returns>
    internal static IReadOnlyDictionary<string, object>? Read(string message, DateOnly today)
    {
        var text = Folding.Compose(message);
        if (text.Length > Longest || Signs.Asks(message) || !Wanted().IsMatch(text))
            return null;
        if (JapaneseDates.Find(text, today) is not [var found] || found.IsMonth || found.Date < today)
            return null;
        // 「今日は訓練です。…始めたい」 begins now.
        var time = Time(text[found.End..]);
        if (found.Date == today && time is null)
            return null;
        var day = found.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new Dictionary<string, object> { [At] = time is null ? day : $"{day}T{time:HH:mm}" };
    }

    private static TimeOnly? Time(string text)
    {
        if (TimeOfDay().Match(text) is not { Success: true } match)
            return null;
        var (hour, minute) = Moments.OnClock(match, match.Groups["part"].Value);
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    // 「避難訓練」 is no drill of ours: what stands before the word is nothing, or one of the troubles. What is wanted stands at the end.
    [GeneratedRegex(
        "(?:^|[^一-龥]|炎上|対応|投稿|乗っ?取り?|トラブル|誤爆)訓練(?!の(?:お?知らせ|案内|告知|様子|写真|動画|記事|投稿|報告|結果))(?:です|[^。]{0,20}(?:"
            + Wish
            + ")[^。]{0,8}|をした[いく][^。]{0,8})?[。!]?$"
    )]
    private static partial Regex Wanted();

    private const string Wish =
        "やりたい|行いたい|入れたい|する|します|やる|やります|行う|行います|予定|計画|組[みむん]|入れ|お願い|頼[みむん]|始め|開始|実施|設定|セット"
        + "|予約|登録|しよう|やろう|しましょう|やりましょう|したい";

    [GeneratedRegex(Moments.Clock)]
    private static partial Regex TimeOfDay();
}
