using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Short messages with a fixed meaning: ヘルプ, 目次 … They must be the whole message.</summary>
internal sealed partial class Commands
{
    private readonly Dictionary<string, Route> routes = new(StringComparer.Ordinal);

    public Commands(IEnumerable<Loading.Example> examples)
    {
        foreach (var example in examples)
            routes.TryAdd(Key(example.Text), new Route(example.Labels[0]));
    }

    public Route? Find(string message)
    {
        var key = Key(message);
        // 「👍」 has no letter, as 「？」 has none.
        if (key.Length == 0 && message.AsSpan().IndexOfAny('?', '？') < 0)
            return null;
        return routes.TryGetValue(key, out var route) || routes.TryGetValue(Qualifier().Replace(key, ""), out route) ? route
            // 「使い方が分からんのでヘルプ出して」
            : Reason().Match(message) is { Success: true } reason
            && Key(message[reason.Length..]) is { Length: > 1 } wanted
            && routes.TryGetValue(wanted, out route)
                ? route
            : null;
    }

    /// <summary>The message without marks and without the 「…を見せて」 that some people add.</summary>
    private static string Key(string text)
    {
        var key = string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit)).TrimEnd('ー');
        return Politeness().Replace(Lead().Replace(key, ""), "").TrimEnd('ー');
    }

    [GeneratedRegex("^[^?？]{2,30}(?:ので|んで|から|けど|けぇ|けえ|ですが)[、,\\s]*(?=.)")]
    private static partial Regex Reason();

    [GeneratedRegex(
        "^(?:じゃあ?|では|それでは|ほな|ほんなら|とりあえず|すみません|ちょっと|ついでに|それと|あと|最後に|先に|ところで|ちなみに|そういえば|念のため|もう一度|もう1回|ガイドラインの|このガイドラインの)(?=..)"
    )]
    private static partial Regex Lead();

    /// <summary>「アカウントの台帳」.</summary>
    [GeneratedRegex("^(?:(?:[一-龥ぁ-ん]{2,10}[るた])?(?:アカウント|sns|市|全庁|課|登録済み)の)+(?=..)")]
    private static partial Regex Qualifier();

    [GeneratedRegex(
        "(?<=.)(?:を|って|は|が|も)?(?:(?:見せて|みせて|見して|表示して|開いて|ひらいて|出して|だして|確認(?:し|させ)て)(?:ください(?:ませ|ます?か)?|下さい(?:ませ)?|ほしい(?:です)?"
            + "|いただけ[ぁ-ん]{0,10}|もらえ(?:ます|る)か?|くれ(?:ます|る)?か?|くれん[ぁ-ん]{0,3}|つかあさい|ちょうだい|な|や|ね)?"
            + "|(?:見|み|確認し|拝見し)たい(?:です|ん(?:です)?(?:けど|が))?|(?:見る|拝見する|確認する)?(?:こと)?[はが]?(?:見られ|見れ|拝見でき|確認でき|でき)(?:ます(?:でしょう)?か?|る(?:か|かな)?"
            + "|ません(?:でしょう)?か)|表示|お?願い(?:します)?|おねがい(?:します)?)$|(?<=..)も$"
    )]
    private static partial Regex Politeness();
}
