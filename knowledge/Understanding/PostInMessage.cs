using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// The post within a message that asks to look it over: in quotation marks, behind the request on the same line, below it, or above it.
/// </summary>
internal sealed partial class PostInMessage(IReadOnlyList<string> requests)
{
    /// <summary>Behind a sentence, or in quotation marks beside other words, less is no post.</summary>
    private const int Shortest = 10;

    /// <summary>Behind a bare request and a blank; less could belong to the request (「投稿チェック 使い方」).</summary>
    private const int ShortestBehindBlank = 6;

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
        if (InQuotes(text, isRequestBesideText) is { } quoted)
            return quoted;
        if (text.Split('\n', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } first, { Length: > 0 } below])
            return Behind(text, isRequestBesideText) is { } post ? Bare(post)
                : isRequest(text) ? ""
                : null;
        // 「投稿チェック 花火大会です⏎駐車場はありません」: what begins on the first line is part of it.
        if (Behind(first, isRequestBesideText) is { } begun && !isRequest(begun))
            return Bare($"{begun}\n{below}");
        if (first.Length < LongestRequest && isRequest(first))
            return Bare(below);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        // 「（本文）⏎これでどうですか」
        return lines[^1].Length < LongestRequest / 2 && isRequest(lines[^1]) && text.Length - lines[^1].Length > Shortest
            ? Bare(string.Join('\n', lines[..^1]).Trim())
            : null;
    }

    /// <summary>A text in quotation marks with hardly a word before it, and none behind it that could ask about its words; null where there is none.</summary>
    public static string? Quotation(string message) =>
        message.Trim() is var text
        && Quoted().Match(text) is { Success: true } quoted
        && quoted.Groups["post"].Length >= Shortest
        && (
            text.Length - quoted.Length <= FewAround && (quoted.Index + quoted.Length == text.Length || !Signs.Asks(text))
            || Retried().IsMatch(text[(quoted.Index + quoted.Length)..])
        )
            ? quoted.Groups["post"].Value.Trim()
            : null;

    /// <summary>The quotation, where all else is the request: quotation marks within a post are part of the post.</summary>
    private string? InQuotes(string text, Func<string, bool> isRequest)
    {
        if (Quoted().Match(text) is not { Success: true } quoted)
            return null;
        var (before, after) = (text[..quoted.Index].Trim(), text[(quoted.Index + quoted.Length)..].Trim());
        var isShort = quoted.Groups["post"].Length < Shortest;
        if (
            before.Length > LongestRequest
            || after.Length > LongestRequest / 2
            || after.Contains('\n', StringComparison.Ordinal)
            || Behind($"{before}{quoted.Value}", isRequest) is { } behind && !behind.StartsWith(quoted.Value[0])
            || after.Length > 0 && !AsksAfter().IsMatch(after)
            || isShort && !BeginsAsObject().IsMatch(after)
        )
            return null;
        var around = $"{before}「」{after}";
        return Signs.NamesCheck(around) || isRequest(around) || isRequest(text) ? quoted.Groups["post"].Value.Trim() : null;
    }

    /// <summary>「投稿チェック 今週末は…」: a request as one has learnt it, a sign or a blank, and the text.</summary>
    private string? Behind(string text, Func<string, bool> isRequest)
    {
        foreach (Match gap in Gap().Matches(text))
        {
            if (gap.Index > LongestRequest / 2)
                return null;
            var (request, rest) = (Aside().Replace(text[..gap.Index], ""), text[(gap.Index + gap.Length)..].Trim());
            if (rest.Length == 0 || Courtesy().Replace(Key(rest), "").Length == 0)
                continue;
            // 「次の投稿案をチェックして：…」: a colon says that the text follows, so any request before it will do.
            if (gap.Value.AsSpan().IndexOfAny(":：→⇒") >= 0 && isRequest(request))
                return rest;
            // 「この投稿見て。…」
            if (EndsSentence().IsMatch(gap.Value) && PostLooks.Like(rest) && isRequest(request))
                return rest;
            if (rest.Length >= (EndsSentence().IsMatch(gap.Value) ? Shortest : ShortestBehindBlank) && IsKnown(Key(request)))
                return rest;
        }
        return null;
    }

    private bool IsKnown(string request) => beginnings.Any(known => request == known || Courtesy().Replace(request, "") == known);

    /// <summary>Without what sets it off: a frame of lines, marks of quotation, 「本文：」.</summary>
    private static string Bare(string post)
    {
        List<string> lines = [.. post.Split('\n').Select(line => line.TrimEnd('\r'))];
        var frame = lines.FindIndex(Rule().IsMatch);
        if (frame >= 0 && lines[..frame].TrueForAll(string.IsNullOrWhiteSpace))
        {
            lines.RemoveRange(0, frame + 1);
            var end = lines.FindIndex(Rule().IsMatch);
            lines = end > 0 ? lines[..end] : lines;
        }
        if (lines.TrueForAll(line => string.IsNullOrWhiteSpace(line) || QuoteMark().IsMatch(line)))
            lines = [.. lines.Select(line => QuoteMark().Replace(line, ""))];
        return Headline().Replace(string.Join('\n', lines).Trim(), "");
    }

    private static string Key(string words) => string.Concat(Folding.Hiragana(Folding.Fold(words)).Where(char.IsLetterOrDigit));

    [GeneratedRegex(
        "[「『](?<post>[^」』]{2,}(?:[「『][^」』]*[」』][^」』]*)*)[」』]|[“\"](?<post>[^“”\"]{2,})[”\"]",
        RegexOptions.Singleline
    )]
    private static partial Regex Quoted();

    /// <summary>「…」 in another wording: 「ならどう？」, 「に直しました」.</summary>
    [GeneratedRegex("^(?:なら|だったら|に(?:直し|変え|し)(?:たら|てみ|まし))[^。「」]{0,12}[。?？!！]*$")]
    private static partial Regex Retried();

    [GeneratedRegex("[\\s　:：。、,，!！?？→⇒]+")]
    private static partial Regex Gap();

    [GeneratedRegex("[。!！?？]")]
    private static partial Regex EndsSentence();

    /// <summary>「（X用）」 beside the request.</summary>
    [GeneratedRegex("[（(][^（）()]{1,12}[）)]")]
    private static partial Regex Aside();

    /// <summary>「を投稿していい？」, 「←これ載せてよい?」, 「お願いします」.</summary>
    [GeneratedRegex(
        "いい|良い|よい|ええ|大丈夫|だいじょうぶ|問題|どう|OK|出して|出す|載せ|のせ|上げ|投稿し|見て|みて|確認|チェック(?!リスト)|ちぇっく|添削"
            + "|願い|頼|たの|ますか|セーフ|アウト|[?？]"
    )]
    private static partial Regex AsksAfter();

    /// <summary>「を…」, 「って…」, 「これ…」: what was quoted is spoken about as a whole.</summary>
    [GeneratedRegex("^(?:$|[をとでは、。，,.←↑]|って|これ|この|お願い|よろしく|チェック|確認)")]
    private static partial Regex BeginsAsObject();

    [GeneratedRegex(@"^\s*[-=_*―─━＝－ー~〜･・]{3,}\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*(?:[>＞]\s?)+")]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"^(?:本文|投稿文|投稿案|文案|文面|原稿)\s*[:：]\s*")]
    private static partial Regex Headline();

    [GeneratedRegex(
        "(?:を?(?:お?願い(?:します|いたします|できますか)?|おねがいします|たのみます|たのむ|頼みます|頼む|よろしく(?:お(?:ねが|願)いします)?|して(?:ください|ほしい(?:です)?|もらえますか|くれる)?|したい(?:です)?))+$"
    )]
    private static partial Regex Courtesy();
}
