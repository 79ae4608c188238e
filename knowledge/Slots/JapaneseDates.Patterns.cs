using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>How the dates are written.</summary>
public static partial class JapaneseDates
{
    private const string N = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})";
    private const string DayOrEnd =
        "(?:(?<day>" + N + @")\s?(?:日|にち)|(?<end>末日?|の?最終日|晦日|みそか)|の?(?<first>頭|初め|はじめ|アタマ|初日))";

    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-]|[0-9]/)(?:(?<era>令和|平成|昭和|[RHSrhs](?=\s?[0-9元]))\s?(?<year>元|"
            + N
            + @")|(?<year>[12][0-9]{3}|[一二]〇[〇一二三四五六七八九]{2}))\s?(?:年度?の?\s?(?<month>"
            + N
            + @")\s?月(?:\s?の?\s?"
            + DayOrEnd
            + @")?|[./-]\s?(?<month>[0-9]{1,2})\s?[./-]\s?(?<day>[0-9]{1,2})(?![0-9]))"
    )]
    private static partial Regex Full();

    [GeneratedRegex(
        @"(?:(?<which>再来年|来年|翌年|今年|本年|去年|昨年)の?)?(?<![0-9.-]|[0-9]/|[0-9元一二三四五六七八九十]年)(?:(?<month>"
            + N
            + @")\s?(?:月|がつ)\s?の?\s?"
            + DayOrEnd
            + @"|(?<![0-9]|[0-9]/)(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/]))"
    )]
    private static partial Regex MonthDay();

    [GeneratedRegex("(?<which>再来月|翌々月|来月|翌月|今月|当月|先月|前月)(?:の?(?:" + DayOrEnd + ")|いっぱい(?<end>))?")]
    private static partial Regex RelativeMonth();

    [GeneratedRegex("(?<which>再来週|翌々週|来週|翌週|今週|先週)の?(?<weekday>[月火水木金土日])(?:曜日?)?(?![^曜、。\\s]?曜)")]
    private static partial Regex RelativeWeek();

    [GeneratedRegex("(?:(?<count>" + N + @")\s?(?<unit>日|週間|週|[かヶケカヵ箇]月|年)|(?<half>半)(?<unit>月|か月))\s?(?:後|あと|のち)")]
    private static partial Regex Later();

    [GeneratedRegex(
        "今日|本日|きょう|即日|明後日|明々後日|明明後日|明日|あした|しあさって|あさって|あす(?!か)|一昨日|おととい|昨日|きのう|今年度いっぱい|来年度いっぱい|年度いっぱい|今年度中"
            + "|年度内|今年度末|来年度末|年度末|来年度当初|来年度|新年度|年度明け|年度初め|今年いっぱい|来年いっぱい|年内いっぱい|年内|来年末|今年末|本年末|年末(?!年始)"
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        "(?:(?<which>来年|今年)の)?(?<name>元日|元旦|成人の日|建国記念の日|建国記念日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日|こどもの日|子どもの日|海の日"
            + "|山の日|敬老の日|秋分の日|スポーツの日|文化の日|勤労感謝の日|クリスマスイブ|クリスマス|大晦日|大みそか)"
    )]
    private static partial Regex Holiday();

    [GeneratedRegex("(?<![0-9一二三四五六七八九十来今再先前翌々])(?:月末|今月いっぱい|月末日)")]
    private static partial Regex MonthEnd();

    [GeneratedRegex(
        "(?:(?<which>来年|翌年|今年)の?)?(?<![0-9]|[0-9元一二三四五六七八九十]年)(?<month>"
            + N
            + @")月(?=から|より|に|で|スタート|開始|開設|いっぱい|をもって|付|限り|まで|終了|以降)"
    )]
    private static partial Regex MonthOnly();

    [GeneratedRegex(
        "(?<![0-9月年第一二三四五六七八九十/])(?<day>"
            + N
            + ")日(?=から|より|に|で|付|スタート|開始|開設|をもって|まで|限り|です|、|。|$|！|!)"
    )]
    private static partial Regex DayOnly();

    [GeneratedRegex("(?:今度の|次の|こんどの|つぎの)(?<weekday>[月火水木金土日])(?:曜日?)?")]
    private static partial Regex Weekday();
}
