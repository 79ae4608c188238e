using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

// Every pattern is anchored where the words of the line start and bounded, so that no line, however long or odd, costs more than another.
internal static partial class MarkReader
{
    [GeneratedRegex(@"\G(?<n>[0-9０-９]{1,2})(?:\s+|[.．、](?![0-9０-９])\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"\G(?<n>[0-9０-９]{1,2})[)）]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex HalfBracketedPattern();

    [GeneratedRegex(@"\G(?<n>[0-9０-９]{1,2})(?:[.．\-－‐−](?<n>[0-9０-９]{1,2})){1,5}[.．]?\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(
        @"\G第\s*(?<n>"
            + Numeral.Digits
            + @"{1,5})(?:\s?(?<unit>[編章節款条])|(?=\s))(?:の(?<branch>"
            + Numeral.Digits
            + @"{1,3}))*(?:(?:及び|から|、)第(?<last>"
            + Numeral.Digits
            + @"{1,5})条(?:まで)?)?(?=[\s（(]|\z)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ArticlePattern();

    [GeneratedRegex(@"\G[(（]\s*(?:(?<n>[0-9０-９]{1,3})|(?<letter>[ア-ンｱ-ﾝa-zA-Zａ-ｚＡ-Ｚ]))\s*[)）]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedPattern();

    [GeneratedRegex(@"\G(?<kana>[ア-ンｱ-ﾝ])(?:\s+|[.．、)）]\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex KanaPattern();

    [GeneratedRegex(@"\G(?<n>[一二三四五六七八九十]{1,3})(?:\s+|[.．、]\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex KanjiNumberPattern();

    [GeneratedRegex(
        @"\G(?<name>[附付]\s*則|(?:別\s*[表紙記]|様\s*式)(?:\s*第?\s*[0-9０-９]{1,3}\s*号?)?)\s*(?:[（(][^）)]{1,60}[）)])?\s*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AppendixPattern();

    [GeneratedRegex(@"\G[【＜〈《［](?<name>[^【】＜＞〈〉《》［］]{1,40})[】＞〉》］]\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"\G[(（]?\s*[※＊]\s*(?<n>[0-9０-９]{1,3})[)）]?[\s:：.．、]*", RegexOptions.CultureInvariant)]
    private static partial Regex NotePattern();
}
