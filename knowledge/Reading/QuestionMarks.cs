using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

// Questions and answers (「Q1 … A1 …」, 「問1」「答」), and numbers that are letters (a., A., ii), II.).
internal static partial class MarkReader
{
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>The answer is part of the question's clause; where a question has no number, its place among the others counts.</summary>
    private static (Mark Mark, int RestAt) ReadQuestion(string raw, int at)
    {
        if (QuestionPattern().Match(raw, at) is not { Success: true } match)
            return (default, at);
        var rest = match.Index + match.Length;
        if (match.Groups["answer"].Success)
            return (
                new Mark(
                    MarkKind.Answer,
                    0,
                    match.Groups["answer"].Length == 1 && raw[match.Groups["answer"].Index] != '答' ? "A" : "答",
                    "A"
                ),
                rest
            );
        var name = match.Groups["question"].Value.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        name = name == "質問" ? "Q" : name;
        if (match.Groups["n"].Captures is not { Count: > 0 } digits)
            return (new Mark(MarkKind.Question, 0, name, name), rest);
        var numbers = string.Join('-', digits.Select(level => Numeral.Plain(level.ValueSpan)));
        return (
            new Mark(MarkKind.Question, digits.Count > 1 ? 0 : Numeral.Read(digits[0].ValueSpan), name + numbers, name + numbers),
            rest
        );
    }

    private static (Mark, int) ReadLetter(string raw, int at)
    {
        if (ReadQuestion(raw, at) is { Mark.Kind: not MarkKind.None } question)
            return question;
        if (AsciiRomanPattern().Match(raw, at) is { Success: true } roman)
        {
            var number = Array.IndexOf(Romans, Plain(roman.Groups["roman"].Value).ToLowerInvariant()) + 1;
            return number > 0
                ? Counted(MarkKind.Roman, number, ((char)('Ⅰ' + number - 1)).ToString(), roman.Index + roman.Length - 1)
                : (default, at);
        }
        if (HalfBracketedRomanPattern().Match(raw, at) is { Success: true } small)
        {
            var letters = Plain(small.Groups["roman"].Value);
            return Array.IndexOf(Romans, letters) < 0 ? (default, at) : (SmallRoman(letters, letters + ")"), small.Index + small.Length);
        }
        if (LetterPattern().Match(raw, at) is not { Success: true } match)
            return (default, at);
        var letter = Plain(match.Groups["letter"].Value);
        var isHalfBracketed = match.Groups["bracket"].Success;
        return (
            new Mark(MarkKind.BracketedLetter, 0, letter, isHalfBracketed ? letter + ")" : letter) { IsLoose = !isHalfBracketed },
            match.Index + match.Length
        );
    }

    private static (Mark, int) ReadBracketedOdd(Match match)
    {
        var end = match.Index + match.Length;
        if (match.Groups["kanji"] is { Success: true } kanji)
            return Counted(MarkKind.BracketedKanji, Numeral.Read(kanji.ValueSpan), $"({kanji.Value})", end - 1);
        var letters = match.Groups["roman"].Value.Normalize(NormalizationForm.FormKC);
        return Array.IndexOf(Romans, letters) < 0 ? (default, match.Index) : (SmallRoman(letters, $"({match.Groups["roman"].Value})"), end);
    }

    private static Mark SmallRoman(string letters, string sign) =>
        new(MarkKind.SmallRoman, Array.IndexOf(Romans, letters) + 1, letters, sign);

    private static string Plain(string letters) => letters.Normalize(NormalizationForm.FormKC);

    [GeneratedRegex(
        @"\G(?<open>[【〔［\[(（])?(?:(?<question>[QＱqｑ]|質問|問)|(?<answer>[AＡ]|回答|答え?))\s?[.．\-－]?\s?"
            + @"(?:(?<n>[0-9０-９]{1,3}|(?<=問\s?)[一二三四五六七八九十]{1,3})(?:[-－‐.．](?<n>[0-9０-９]{1,2}))?)?"
            + @"(?(open)\s?[】〕］\])）]\s*|(?:\s*[.．、:：)）]\s*|\s+|(?<=[0-9０-９.．])(?=[^\x00-\x7f０-９])|(?<=[答問])\Z))(?![&＆])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex QuestionPattern();

    [GeneratedRegex(
        @"\G(?<roman>[IＩ]{1,3}|[IＩ][VＶ]|[VＶ][IＩ]{0,3}|[IＩ][XＸ]|[XＸ][IＩ]{1,2})(?:[.．、]\s*|\s+)(?=[^\x00-\x7f])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AsciiRomanPattern();

    [GeneratedRegex(@"\G(?<roman>[ivxｉｖｘ]{1,4})[)）]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex HalfBracketedRomanPattern();

    [GeneratedRegex(
        @"\G(?<letter>[a-zA-Zａ-ｚＡ-Ｚ])(?:(?<bracket>[)）])|(?:[.．、]\s*|\s+)(?=[^\x00-\x7f]))\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LetterPattern();
}
