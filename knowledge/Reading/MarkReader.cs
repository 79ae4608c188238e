using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Recognises the number, letter or bullet at the start of a line's words.</summary>
internal static partial class MarkReader
{
    public static readonly Mark Bullet = new(MarkKind.Bullet, 0, "", "・");

    /// <returns>The mark, and where the words after it start.</returns>
    public static (Mark Mark, int RestAt) Read(string raw, int at) =>
        ReadClear(raw, at) is { Mark.Kind: not (MarkKind.None or MarkKind.Bullet or MarkKind.Block) } clear ? clear
        : ReadOrnamented(raw, at) is { Mark.Kind: not MarkKind.None } ornamented ? ornamented
        : ReadClear(raw, at) is { Mark.Kind: not MarkKind.None } sign ? sign
        : ReadLoose(raw, at);

    /// <summary>「■1 目的」, 「◆第1章」, 「**1. 目的**」: a number with something before it for the eye.</summary>
    private static (Mark Mark, int RestAt) ReadOrnamented(string raw, int at)
    {
        var number = at;
        while (number < raw.Length && number < at + 4 && "■□◆◇●◎★☆▼▽▶►◉*_".Contains(raw[number], StringComparison.Ordinal))
            number++;
        while (number < raw.Length && number > at && number < at + 8 && char.IsWhiteSpace(raw[number]))
            number++;
        if (number == at || number >= raw.Length)
            return (default, at);
        var clear = ReadClear(raw, number);
        return clear.Mark.Kind is MarkKind.Bullet or MarkKind.Block or MarkKind.Appendix or MarkKind.Note ? (default, at) : clear;
    }

    private static (Mark Mark, int RestAt) ReadClear(string raw, int at)
    {
        var first = raw[at];
        var second = at + 1 < raw.Length ? raw[at + 1] : '\0';
        return first switch
        {
            >= '0' and <= '9' or >= '０' and <= '９' => ReadNumber(raw, at),
            '第' => ReadArticle(raw, at) is { Item1.Kind: not MarkKind.None } article ? article : ReadAppendix(raw, at),
            '(' or '（' => ReadBracketed(raw, at),
            >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= 'ａ' and <= 'ｚ' or >= 'Ａ' and <= 'Ｚ' => ReadLetter(raw, at),
            '問' or '答' or '回' or '質' => ReadQuestion(raw, at),
            >= '①' and <= '⑳' => Counted(MarkKind.Circled, first - '①' + 1, first.ToString(), at),
            >= '㉑' and <= '㉟' => Counted(MarkKind.Circled, first - '㉑' + 21, first.ToString(), at),
            >= '㊱' and <= '㊿' => Counted(MarkKind.Circled, first - '㊱' + 36, first.ToString(), at),
            >= '❶' and <= '❿' => Counted(MarkKind.BlackCircled, first - '❶' + 1, first.ToString(), at),
            >= '➊' and <= '➓' => Counted(MarkKind.BlackCircled, first - '➊' + 1, first.ToString(), at),
            >= '➀' and <= '➉' => Counted(MarkKind.Circled, first - '➀' + 1, first.ToString(), at),
            >= '⒈' and <= '⒛' => Counted(MarkKind.Section, first - '⒈' + 1, $"{first - '⒈' + 1}", at),
            >= '㋐' and <= '㋾' => (
                new Mark(MarkKind.CircledKana, 0, first.ToString().Normalize(NormalizationForm.FormKC), first.ToString()),
                at + 1
            ),
            >= 'ⅰ' and <= 'ⅻ' when IsGap(second) || second is ')' or '）' => (SmallRoman(Romans[first - 'ⅰ'], first.ToString()), at + 2),
            >= '⑴' and <= '⒇' => Counted(MarkKind.Bracketed, first - '⑴' + 1, $"({first - '⑴' + 1})", at),
            >= 'Ⅰ' and <= 'Ⅻ' when DecimalPattern().Match(raw, at) is { Success: true } levels => (
                Levels(levels),
                levels.Index + levels.Length
            ),
            >= 'Ⅰ' and <= 'Ⅻ' when IsGap(second) => Counted(MarkKind.Roman, first - 'Ⅰ' + 1, first.ToString(), at + 1),
            >= 'ア' and <= 'ン' or >= 'ｱ' and <= 'ﾝ' => ReadKana(raw, at),
            >= '一' and <= '龥' when "一二三四五六七八九十".Contains(first, StringComparison.Ordinal) => ReadKanjiNumber(raw, at),
            '附' or '付' or '別' or '様' or '参' or '標' or '資' => ReadAppendix(raw, at),
            '【' or '〔' or '＜' or '〈' or '《' or '［' => ReadBlock(raw, at),
            '※' or '＊' => ReadNote(raw, at),
            '・' or '･' or '•' or '▪' or '■' or '□' or '◆' or '◇' => (Bullet, at + 1),
            '－' or '–' or '—' or '―' or '‐' or '−' when char.IsWhiteSpace(second) => (Bullet, at + 1),
            // ○○市 is a blank to be filled in, not a bullet.
            '○' or '◯' or '●' when second != first => (Bullet, at + 1),
            _ => (default, at),
        };
    }

    private static (Mark, int) Counted(MarkKind kind, int number, string sign, int at) =>
        (new Mark(kind, number, number.ToString(CultureInfo.InvariantCulture), sign), at + 1);

    private static bool IsGap(char sign) => char.IsWhiteSpace(sign) || sign is '.' or '．' or '、';

    private static (Mark, int) ReadNumber(string raw, int at)
    {
        if (SectionPattern().Match(raw, at) is { Success: true } section)
            return (
                Numbered(MarkKind.Section, section, "") with
                {
                    Last = section.Groups["last"] is { Success: true } last ? Numeral.Read(last.ValueSpan) : 0,
                    Stop = section.Groups["stop"] is { Success: true } stop ? (stop.ValueSpan[0] == '、' ? '、' : '.') : '\0',
                },
                section.Index + section.Length
            );
        if (HalfBracketedPattern().Match(raw, at) is { Success: true } half)
            return (Numbered(MarkKind.HalfBracketed, half, ")"), half.Index + half.Length);
        return DecimalPattern().Match(raw, at) is { Success: true } levels ? (Levels(levels), levels.Index + levels.Length) : (default, at);
    }

    private static Mark Levels(Match match)
    {
        var numbers = match.Groups["n"].Captures.Select(level => Numeral.Read(level.ValueSpan)).ToArray();
        var outer = match.Groups["roman"] is { Success: true } roman ? roman.Value : null;
        var dot = match.Groups["dot"].ValueSpan[0] is '.' or '．' ? '.' : '-';
        var sign = string.Join(dot, numbers.Select(Invariant).Prepend(outer).Where(level => level is not null));
        return new Mark(MarkKind.Decimal, numbers[^1], Invariant(numbers[^1]), sign);
    }

    private static Mark Numbered(MarkKind kind, Match match, string tail)
    {
        var number = Numeral.Read(match.Groups["n"].ValueSpan);
        return new Mark(kind, number, Invariant(number), Invariant(number) + tail);
    }

    private static (Mark, int) ReadArticle(string raw, int at) =>
        ArticlePattern().Match(raw, at) is { Success: true } match ? (Ranked(match), match.Index + match.Length) : (default, at);

    private static Mark Ranked(Match match)
    {
        var number = Numeral.Read(match.Groups["n"].ValueSpan);
        var branch = string.Concat(match.Groups["branch"].Captures.Select(part => "の" + Numeral.Plain(part.ValueSpan)));
        var kind = match.Groups["unit"].Value switch
        {
            "" => MarkKind.Ordinal,
            "編" => MarkKind.Part,
            "章" => MarkKind.Chapter,
            "節" => MarkKind.Division,
            "款" => MarkKind.Subdivision,
            _ => MarkKind.Article,
        };
        var last = match.Groups["last"] is { Success: true } range ? Numeral.Read(range.ValueSpan) : number;
        return new Mark(kind, number, $"{number}{branch}", $"第{number}{match.Groups["unit"].Value}{branch}") { Last = last };
    }

    private static (Mark, int) ReadBracketed(string raw, int at)
    {
        if (BracketedPattern().Match(raw, at) is not { Success: true } match)
            return raw.AsSpan(at + 1).TrimStart() is ['※' or '＊', ..] ? ReadNote(raw, at)
                : BracketedOddPattern().Match(raw, at) is { Success: true } odd ? ReadBracketedOdd(odd)
                : ReadQuestion(raw, at) is { Item1.Kind: not MarkKind.None } question ? question
                : ReadEnclosedAppendix(raw, at);
        var end = match.Index + match.Length;
        if (match.Groups["n"] is { Success: true } digits)
        {
            var (mark, rest) = Counted(MarkKind.Bracketed, Numeral.Read(digits.ValueSpan), $"({Numeral.Plain(digits.ValueSpan)})", end - 1);
            return (mark with { Last = match.Groups["last"] is { Success: true } range ? Numeral.Read(range.ValueSpan) : 0 }, rest);
        }
        var letter = match.Groups["letter"].Value.Normalize(NormalizationForm.FormKC);
        if (letter is "i" or "v" or "x")
            return (SmallRoman(letter, $"({letter})"), end);
        var kind = char.IsAsciiLetter(letter[0]) ? MarkKind.BracketedLetter : MarkKind.BracketedKana;
        return (new Mark(kind, 0, letter, $"({letter})"), end);
    }

    private static (Mark, int) ReadKana(string raw, int at)
    {
        if (KanaPattern().Match(raw, at) is not { Success: true } match)
            return (default, at);
        var kana = match.Groups["kana"].Value.Normalize(NormalizationForm.FormKC);
        return (new Mark(MarkKind.Kana, 0, kana, kana), match.Index + match.Length);
    }

    private static (Mark, int) ReadKanjiNumber(string raw, int at) =>
        KanjiNumberPattern().Match(raw, at) is { Success: true } match
            ? Counted(
                MarkKind.KanjiNumber,
                Numeral.Read(match.Groups["n"].ValueSpan),
                match.Groups["n"].Value,
                match.Index + match.Length - 1
            )
            : (default, at);

    private static (Mark, int) ReadAppendix(string raw, int at)
    {
        var match = AppendixPattern().Match(raw, at);
        // What ends like a sentence speaks of the form: 「様式第1号　開設届を提出すること」.
        if (match.Success && match.Groups["title"] is { Success: true } title && Headings.IsSentence(title.Value))
            match = Match.Empty;
        if (!match.Success)
            match = SupplementPattern().Match(raw, at);
        return match.Success ? Appendix(match) : (default, at);
    }

    private static (Mark, int) ReadEnclosedAppendix(string raw, int at) =>
        EnclosedAppendixPattern().Match(raw, at) is { Success: true } match
            ? (Appendix(match).Item1, match.Index + match.Length)
            : (default, at);

    private static (Mark, int) Appendix(Match match)
    {
        var name = string.Concat(match.Groups["name"].Value.Normalize(NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign)));
        return (new Mark(MarkKind.Appendix, 0, name, name), match.Groups["name"].Index + match.Groups["name"].Length);
    }

    private static (Mark, int) ReadBlock(string raw, int at)
    {
        if (ReadEnclosedAppendix(raw, at) is { Item1.Kind: MarkKind.Appendix } appendix)
            return appendix;
        if (ReadQuestion(raw, at) is { Item1.Kind: not MarkKind.None } question)
            return question;
        if (SquareNumberPattern().Match(raw, at) is { Success: true } square)
            return (Numbered(MarkKind.SquareNumber, square, "") with { Sign = square.Value.Trim() }, square.Index + square.Length);
        if (BlockPattern().Match(raw, at) is not { Success: true } match)
            return (default, at);
        var name = match.Groups["name"].Value.Trim();
        if (name.Length == 0 || IssueDate.Find(name).Count > 0)
            return (default, at);
        return (new Mark(MarkKind.Block, 0, Initial(name), match.Value.Trim()), match.Groups["name"].Index);
    }

    /// <summary>What stands in a clause's path for a heading without a number.</summary>
    public static string Initial(string name) =>
        name.Length > 0 && ClausePath.Segment(name.EnumerateRunes().First().ToString()) is { Length: > 0 } initial ? initial : "欄";

    private static (Mark, int) ReadNote(string raw, int at)
    {
        if (NotePattern().Match(raw, at) is not { Success: true } match)
            return (default, at);
        var number = Numeral.Read(match.Groups["n"].ValueSpan);
        return (new Mark(MarkKind.Note, number, $"※{number}", $"※{number}"), match.Index + match.Length);
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
