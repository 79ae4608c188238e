using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

// Every pattern is anchored where the words of the line start and bounded, so that no line, however long or odd, costs more than another.
internal static partial class MarkReader
{
    private const string Digit = "[0-9０-９]";

    [GeneratedRegex(
        @"\G(?<n>"
            + Digit
            + @"{1,2})(?:(?:及び|から|・|～|〜)(?<last>[0-9０-９]{1,2})(?:まで)?(?=\s*削除))?(?:\s+|(?<stop>[.．、])(?!"
            + Digit
            + @")\s*)(?=\S)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"\G(?<n>" + Digit + @"{1,2})[)）]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex HalfBracketedPattern();

    [GeneratedRegex(
        @"\G(?:(?<n>" + Digit + @"{1,2})|(?<roman>[Ⅰ-Ⅻ]))(?:(?<dot>[.．\-－‐−])(?<n>" + Digit + @"{1,2})){1,5}[.．]?\s+(?=\S)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(
        @"\G第\s*(?<n>"
            + Numeral.Digits
            + @"{1,5})(?:\s?(?<unit>[編章節款条])(?:の(?<branch>"
            + Numeral.Digits
            + @"{1,3}))*(?:\s?(?:及び|並びに|から|乃至|ないし|、|・|～|〜|―|－|-)\s?第\s?(?<last>"
            + Numeral.Digits
            + @"{1,5})\s?[編章節款条](?:の"
            + Numeral.Digits
            + @"{1,3})*(?:まで)?){0,5}(?=[\s（(【〔［＜〈：:．]|\.(?![0-9])|削除|\z)|(?=[\s（(【〔［＜〈：:．]|\.(?![0-9])|、(?!第)))[：:．.、]?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ArticlePattern();

    [GeneratedRegex(
        @"\G[(（]\s?(?:(?<n>[0-9０-９]{1,3})|(?<letter>[ア-ンｱ-ﾝa-zA-Zａ-ｚＡ-Ｚ]))\s?[)）]"
            + @"(?:(?:及び|から|、|・|～|〜)[(（](?<last>[0-9０-９]{1,3})[)）](?:まで)?(?=\s))?\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BracketedPattern();

    [GeneratedRegex(@"\G(?<kana>[ア-ンｱ-ﾝ])(?:\s+|[.．、)）]\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex KanaPattern();

    [GeneratedRegex(@"\G(?<n>[一二三四五六七八九十]{1,3})(?:\s+|[.．、]\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex KanjiNumberPattern();

    private const string AppendixName =
        @"(?<name>[附付]\s{0,8}則|(?:別\s{0,4}[表紙記添図冊]|[付附]\s?[録表]|参考資料|(?:別記|別紙|別添|参考|標準)?\s?様\s{0,4}式)(?:\s?(?:第|[-－‐−])?\s?"
        + Numeral.Digits
        + @"{1,3}\s?号?(?:(?:\s?の\s?|[-－‐−])"
        + Numeral.Digits
        + @"{1,3}){0,2})?|(?:別記|別紙)?\s?第\s?"
        + Numeral.Digits
        + @"{1,3}\s?号(?:の"
        + Numeral.Digits
        + @"{1,3})?\s?様\s{0,4}式|(?:資料|参考|別記様式)\s?第?"
        + Numeral.Digits
        + @"{1,3})";

    /// <summary>Behind the name may stand 抄, brackets and, after a gap, a title: 「別表第1　一覧（第2条関係）」.</summary>
    [GeneratedRegex(
        @"\G"
            + AppendixName
            + @"(?:\s{0,5}抄)?\s{0,5}(?:[（(](?<brackets>[^）)]{1,60})[）)])?\s{0,5}(?:抄\s{0,5})?"
            + @"(?:(?<=[\s）)])(?![にのをはがとへで])(?<title>[^。\s][^。]{0,50})|[：:](?<title>[^。]{1,50}))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AppendixPattern();

    /// <summary>「（様式第1号）」「【別紙1】」, alone on their line at the head of a form.</summary>
    [GeneratedRegex(@"\G[（(【〔［]\s?" + AppendixName + @"\s?[）)】〕］](?=\s{0,5}\z)", RegexOptions.CultureInvariant)]
    private static partial Regex EnclosedAppendixPattern();

    /// <summary>「附則　この要綱は、令和5年4月1日から施行する。」: a provision that follows on the same line.</summary>
    [GeneratedRegex(@"\G(?<name>[附付]\s{0,8}則)(?:\s?抄)?\s{1,5}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SupplementPattern();

    [GeneratedRegex(@"\G[【＜〈《［〔](?<name>[^【】＜＞〈〉《》［］〔〕]{1,40})[】＞〉》］〕]\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"\G[(（]?\s*[※＊]\s*(?<n>[0-9０-９]{1,3})[)）]?[\s:：.．、]*", RegexOptions.CultureInvariant)]
    private static partial Regex NotePattern();

    /// <summary>「【1】」, 「＜１＞」.</summary>
    [GeneratedRegex(@"\G[【＜〈《［〔\[]\s?(?<n>[0-9０-９]{1,2})\s?[】＞〉》］〕\]]\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SquareNumberPattern();

    /// <summary>「（一）」, 「(ⅰ)」, 「(ii)」.</summary>
    [GeneratedRegex(
        @"\G[(（]\s?(?:(?<kanji>[一二三四五六七八九十]{1,3})|(?<roman>[ⅰ-ⅻ]|[ivx]{1,4}))\s?[)）]\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BracketedOddPattern();
}
