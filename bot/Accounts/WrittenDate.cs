using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Accounts;

/// <summary>A day in a cell: as offices write it (令和8年4月1日, R8.4.1) or as Excel shows or stores it (2026/4/1 0:00, 46113).</summary>
internal static partial class WrittenDate
{
    /// <summary>Excel counts the days from here; 20000 is a day of 1954, 80000 one of 2119.</summary>
    private static readonly DateOnly ExcelStart = new(1899, 12, 30);

    private static readonly string[] Formats = ["yyyyMMdd", "d-MMM-yyyy", "d MMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];

    /// <returns>Null for what names no certain day: one without a year, a month alone, 来月1日.</returns>
    public static DateOnly? Read(string text, DateOnly today)
    {
        var plain = Around().Replace(text.Normalize(NormalizationForm.FormKC).Trim(), "").Trim();
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 20_000 and <= 80_000)
            return ExcelStart.AddDays(days);
        if (DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return exact;
        plain = Spaces().Replace(YearLast().Replace(plain, "${year}年${day}"), "");
        plain = EraWithDots().Replace(plain, "${era}${year}年${month}月${day}日");
        // A date reckoned from today (来月1日) or without a year would mean another day each time the file is read.
        return
            WithYear().IsMatch(plain)
            && JapaneseDates.Find(plain, today) is [{ Start: 0, IsMonth: false } found]
            && found.Length == plain.Length
            ? found.Date
            : null;
    }

    /// <summary>A time of day, a weekday, 「から」: they change nothing in the day.</summary>
    [GeneratedRegex(
        @"(?:[T\s]+[0-9]{1,2}(?::|時)[0-9]{1,2}(?:(?::|分)[0-9]{1,2})?(?:\.[0-9]+)?(?:秒|Z)?|\s*\(?[月火水木金土日](?:曜日?)?\)|\s*[月火水木金土日]曜日?"
            + @"|\s*(?:[~\-―]|から|より|付け?|開始|開設|以降)|\s*(?:午前|午後)?0時)+\z"
    )]
    private static partial Regex Around();

    [GeneratedRegex(@"\A(?<day>[0-9]{1,2}月[0-9]{1,2}日)[\s,、]*(?<year>[0-9]{4})年?\z")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<=[0-9年月日./-])\s+(?=[0-9年月日])|(?<=[年月])\s+|\s+(?=[年月日])")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\A(?<era>明治|大正|昭和|平成|令和|[MTSHRmtshr])\s?(?<year>元|[0-9]{1,2})\s?[./\-]\s?(?<month>[0-9]{1,2})\s?[./\-]\s?(?<day>[0-9]{1,2})\.?\z"
    )]
    private static partial Regex EraWithDots();

    [GeneratedRegex(
        @"\A(?:(?:令和|平成|昭和)\s?(?:元|[0-9]{1,2})年(?!度)|[RHSrhs]\s?(?:元|[0-9]{1,2})(?:年(?!度)|[./-])|[0-9]{4}(?:年(?!度)|[./-]))"
    )]
    private static partial Regex WithYear();
}
