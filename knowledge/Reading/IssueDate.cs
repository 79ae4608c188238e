using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>When a document was issued or revised: 「令和5年4月改訂」.</summary>
/// <param name="Words">As the document writes it, without blanks and brackets, the act after the date.</param>
/// <param name="Order">Grows with the date.</param>
internal sealed partial record IssueDate(string Words, int Order, bool IsRevision, bool IsIssue)
{
    public static IReadOnlyList<IssueDate> Find(string line) => line.Length > 200 ? [] : [.. Dates().Matches(line).Select(From)];

    private static IssueDate From(Match match)
    {
        var act = match.Groups["after"] is { Success: true } after ? after.Value : match.Groups["before"].Value;
        var year =
            Numeral.Read(match.Groups["year"].ValueSpan)
            + match.Groups["era"].Value switch
            {
                "令和" or "R" => 2018,
                "平成" or "H" => 1988,
                "昭和" or "S" => 1925,
                _ => 0,
            };
        var order = (year * 100 + Number(match.Groups["month"])) * 100 + Number(match.Groups["day"]);
        var words = string.Concat((match.Groups["date"].Value + act).Where(sign => !char.IsWhiteSpace(sign)));
        return new IssueDate(
            words,
            order,
            act.Contains('改', StringComparison.Ordinal) || act == "更新",
            act is "制定" or "策定" or "作成" or "決定"
        );
    }

    private static int Number(Group digits) => digits.Success ? Numeral.Read(digits.ValueSpan) : 0;

    [GeneratedRegex(
        @"(?:(?<before>(?:最終|一部|全部)?改[訂正定]|更新|制定|策定|作成|決定|施行)[\s:：]{0,3})?"
            + @"(?<date>(?<era>令和|平成|昭和|[RHS])?\s?(?<year>"
            + Numeral.Digits
            + @"{1,4})\s?年\s?(?<month>"
            + Numeral.Digits
            + @"{1,3})\s?月(?:\s?(?<day>"
            + Numeral.Digits
            + @"{1,3})\s?日)?)"
            + @"\s?(?:付け?)?\s?(?<after>(?:最終|一部|全部)?改[訂正定]|更新|制定|策定|作成|決定|施行)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Dates();
}
