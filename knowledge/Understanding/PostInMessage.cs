using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>The post within a message that asks to look it over: below the request, behind it on the same line, or in quotation marks.</summary>
internal sealed partial class PostInMessage(IReadOnlyList<string> requests)
{
    private const int Shortest = 10;

    /// <summary>「これも。」, 「もう一つ、」.</summary>
    private const int FewAround = 12;
    private const int LongestRequest = 80;

    private readonly string[] beginnings =
    [
        .. requests.Select(Key).Where(request => request.Length is > 3 and <= 24).Distinct().OrderByDescending(request => request.Length),
    ];

    /// <param name="isRequest">Whether some words ask to look a text over.</param>
    /// <returns>Null where nothing is asked; empty where the text is still to come.</returns>
    public string? In(string message, Func<string, bool> isRequest, Func<string, bool> isRequestBesideText)
    {
        var text = message.Trim();
        if (text.Split('\n', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 and < LongestRequest } first, { Length: > 0 } below])
        {
            if (isRequest(first))
                return below;
            var lines = text.Split('\n', StringSplitOptions.TrimEntries);
            // 「（本文）⏎これでどうですか」
            return lines[^1].Length < LongestRequest / 2 && isRequest(lines[^1]) && text.Length - lines[^1].Length > Shortest
                ? string.Join('\n', lines[..^1]).Trim()
                : null;
        }
        if (
            Quoted().Match(text) is { Success: true } quoted
            && isRequestBesideText($"{text[..quoted.Index]}「」{text[(quoted.Index + quoted.Length)..]}")
        )
            return quoted.Groups["post"].Value.Trim();
        return Behind(text, isRequestBesideText) ?? (isRequest(text) ? "" : null);
    }

    /// <summary>A text in quotation marks with hardly a word around it; null where there is none.</summary>
    public static string? Quotation(string message) =>
        Quoted().Match(message.Trim()) is { Success: true } quoted && message.Trim().Length - quoted.Length <= FewAround
            ? quoted.Groups["post"].Value.Trim()
            : null;

    /// <summary>「投稿チェック 今週末は…」: a request as one has learnt it, a sign or a blank, and the text.</summary>
    private string? Behind(string text, Func<string, bool> isRequest)
    {
        foreach (Match gap in Gap().Matches(text))
        {
            if (gap.Index > LongestRequest / 2)
                return null;
            var (request, rest) = (Key(text[..gap.Index]), text[(gap.Index + gap.Length)..].Trim());
            // 「次の投稿案をチェックして：…」: a colon says that the text follows, so any request before it will do.
            if (rest.Length >= Shortest && gap.Value.AsSpan().IndexOfAny(':', '：') >= 0 && isRequest(text[..gap.Index]))
                return rest;
            if (rest.Length >= Shortest && beginnings.Any(known => request == known || Courtesy().Replace(request, "") == known))
                return rest;
        }
        return null;
    }

    private static string Key(string words) => string.Concat(Folding.Hiragana(Folding.Fold(words)).Where(char.IsLetterOrDigit));

    [GeneratedRegex("[「『](?<post>[^」』]{10,}(?:[「『][^」』]*[」』][^」』]*)*)[」』]", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("[\\s　:：。、!！]+")]
    private static partial Regex Gap();

    [GeneratedRegex(
        "(?:を?(?:お?願い(?:します|いたします|できますか)?|おねがいします|たのみます|たのむ|頼みます|頼む|よろしく(?:おねがいします)?|して(?:ください|ほしい(?:です)?|もらえますか|くれる)?|したい(?:です)?))+$"
    )]
    private static partial Regex Courtesy();
}
