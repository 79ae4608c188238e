using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>How the dates are written.</summary>
public static partial class JapaneseDates
{
    private const string N = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})";
    private const string DayOrEnd =
        "(?:(?<day>"
        + N
        + @")\s?(?:日|にち|か(?![ぁ-ん一-龥ァ-ヶ]))|(?<end>末日?|の?最終日|晦日|みそか)|の?(?<first>頭|初め|はじめ|アタマ|初日))";

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

    private const string Day7 = "(?<weekday>[月火水木金土日])(?:曜日?|よう日?)";

    [GeneratedRegex(
        "(?:(?<which>再来月|翌々月|来月|翌月|今月|当月)|(?<month>"
            + N
            + ")月)の?(?:第(?<nth>[1-5一二三四五])|(?<last>最終|最後の?)|(?<first>最初の?))の?"
            + Day7
    )]
    private static partial Regex NthWeekday();

    [GeneratedRegex("(?<count>" + N + ")週間?後の" + Day7)]
    private static partial Regex WeeksLaterOn();

    [GeneratedRegex("(?<count>" + N + ")[かヶケカヵ箇]月後の(?:" + DayOrEnd + ")")]
    private static partial Regex MonthsLaterOn();

    [GeneratedRegex("(?<months>" + N + ")[かヶケカヵ箇]月と(?<days>" + N + ")日後")]
    private static partial Regex MonthsAndDays();

    [GeneratedRegex("(?<count>" + N + ")営業日後")]
    private static partial Regex WorkingDays();

    [GeneratedRegex(
        "(?:(?<which>再来年度|来年度|今年度)|(?<era>令和|R)(?<year>"
            + N
            + ")年度|(?<year>20[0-9]{2})年度)の?(?<month>"
            + N
            + ")月の?(?:"
            + DayOrEnd
            + ")"
    )]
    private static partial Regex FiscalDay();

    [GeneratedRegex("年明けの?(?<day>" + N + ")日")]
    private static partial Regex NewYearsDay();

    [GeneratedRegex(
        "(?<![毎隔各]週の?|[月火水木金土日]曜?[・と、])(?<![今来先再翌次々度第])"
            + Day7
            + "(?=から|より|に(?!投稿)|で|付|スタート|開始|です|、|。|!|$)"
    )]
    private static partial Regex WeekdayAlone();

    [GeneratedRegex("(?<![0-9月年第一二三四五六七八九十/])(?<day>" + N + @")日の?\(?" + Day7 + @"\)?")]
    private static partial Regex DayOnWeekday();

    /// <summary>What names a time and no day.</summary>
    [GeneratedRegex(
        "(?:(?:再来月|来月|今月|翌月|"
            + N
            + "月)の?)?(?:上旬|中旬|下旬|半ば|なかば|中頃|中ごろ|前半|後半)|(?:来週|今週|再来週|来月|今月|再来月)(?:中に?|のどこか|あたり|ぐらい|くらい)|(?:今度の"
            + "|今|来)?週末|(?:来年の?|年明けの?)?[春夏秋冬](?:ごろ|頃|先|から|に|までに)|(?:再来月|来月|今月|翌月|"
            + N
            + "月)?の?(?:"
            + N
            + ")日(?:前後|ごろ|頃|あたり|くらい|ぐらい)|そのうち|近いうち|近日中|当面"
    )]
    private static partial Regex Vague();

    [GeneratedRegex("^の(?<count>" + N + ")(?<unit>日|週間?|[かヶケカヵ箇]月)(?<direction>前|後)")]
    private static partial Regex Shift();

    [GeneratedRegex("^(?:(?:から|付け?)?か|または|もしくは|あるいは|、?どっちか)$")]
    private static partial Regex EitherOr();

    [GeneratedRegex(
        @"(?:(?<which>再来年|来年|翌年|今年|本年|去年|昨年)の?)?(?<![0-9.-]|[0-9]/|[0-9元一二三四五六七八九十]年)(?:(?<month>"
            + N
            + @")\s?(?:月|がつ)\s?の?\s?"
            + DayOrEnd
            + @"|(?<![0-9]|[0-9]/)(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/]))(?:の?[ 　]?[月火水木金土日]曜日?|の?[ 　]?\([月火水木金土日]曜?日?\))?"
    )]
    private static partial Regex MonthDay();

    [GeneratedRegex("(?<which>再来月|翌々月|来月|翌月|今月|当月|先月|前月)(?:の?(?:" + DayOrEnd + ")|いっぱい(?<end>))?")]
    private static partial Regex RelativeMonth();

    [GeneratedRegex("(?<which>再来週|翌々週|来週|翌週|今週|先週)の?(?<weekday>[月火水木金土日])(?:曜日?)?(?![^曜、。\\s]?曜)")]
    private static partial Regex RelativeWeek();

    [GeneratedRegex(
        "(?:(?<count>[0-9]{3}|" + N + @")\s?(?<unit>日|週間|週|[かヶケカヵ箇]月|年)|(?<half>半)(?<unit>月|か月))\s?(?:後|あと|のち)"
    )]
    private static partial Regex Later();

    [GeneratedRegex(
        "今日|本日|きょう|即日|明後日|明々後日|明明後日|明日(?![香美海奈実花菜斗佳風葉])|あした|しあさって|あさって|あす(?!か)|一昨日|おととい|昨日|きのう|今年度いっぱい|来年度いっぱい|年度いっぱい|今年度中"
            + "|年度内|今年度末|来年度末|年度末|来年度当初|来年度の(?:初め|はじめ|頭|最初|初日)|来年度|新年度|年度明け|年度初め|今年いっぱい|来年いっぱい|年内いっぱい|年内|来年末|今年末|本年末|年末(?!年始)"
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
            + ")(?:日|にち)(?=から|より|に|で|か(?![か月所国年])|付|スタート|開始|開設|をもって|まで|限り|です|、|。|$|！|!)"
    )]
    private static partial Regex DayOnly();

    [GeneratedRegex("(?:今度の|次の|こんどの|つぎの)(?<weekday>[月火水木金土日])(?:曜日?)?")]
    private static partial Regex Weekday();
}
