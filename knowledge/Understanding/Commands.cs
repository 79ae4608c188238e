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
        return routes.TryGetValue(key, out var route) || routes.TryGetValue(Qualifier().Replace(key, ""), out route) ? route : null;
    }

    /// <summary>The message without marks and without the 「…を見せて」 that some people add.</summary>
    private static string Key(string text)
    {
        var key = string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));
        return Politeness().Replace(Lead().Replace(key, ""), "");
    }

    [GeneratedRegex(
        "^(?:じゃあ?|では|それでは|ほな|ほんなら|とりあえず|すみません|ちょっと|もう一度|もう1回|ガイドラインの|このガイドラインの)(?=..)"
    )]
    private static partial Regex Lead();

    /// <summary>「アカウントの台帳」.</summary>
    [GeneratedRegex("^(?:(?:アカウント|sns|市|全庁|課|登録済み)の)+(?=..)")]
    private static partial Regex Qualifier();

    [GeneratedRegex(
        "(?<=.)を?(?:見せて|みせて|見たい|表示して|表示|開いて|ひらいて|出して|だして|お願いします|おねがいします|お願い|おねがい)(?:ください|下さい|ほしい|もらえますか|くれますか|くれる|つかあさい|ちょうだい|な|や)?$"
    )]
    private static partial Regex Politeness();
}
