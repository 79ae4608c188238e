using System.Globalization;
using System.Text;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Tests.Knowledge.Slots;

public sealed class JapaneseDatesTests
{
    /// <summary>Sunday 2026-11-22: the last day of a week that started on Monday the 16th.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("令和8年12月1日から", "2026-12-01")]
    [InlineData("R9.3.31で終了", "2027-03-31")]
    [InlineData("令和九年四月一日", "2027-04-01")]
    [InlineData("２０２７年１月５日", "2027-01-05")]
    [InlineData("2026/12/24", "2026-12-24")]
    [InlineData("12/1から", "2026-12-01")]
    [InlineData("4月1日", "2027-04-01")]
    [InlineData("12月末で", "2026-12-31")]
    [InlineData("2月末に閉じる", "2027-02-28")]
    [InlineData("来月1日から", "2026-12-01")]
    [InlineData("来月末", "2026-12-31")]
    [InlineData("再来月の10日", "2027-01-10")]
    [InlineData("月末でやめる", "2026-11-30")]
    [InlineData("来週月曜から", "2026-11-23")]
    [InlineData("再来週の水曜", "2026-12-02")]
    [InlineData("今度の金曜", "2026-11-27")]
    [InlineData("明日", "2026-11-23")]
    [InlineData("しあさって", "2026-11-25")]
    [InlineData("一週間後に", "2026-11-29")]
    [InlineData("10日後", "2026-12-02")]
    [InlineData("25日から", "2026-11-25")]
    [InlineData("10日から", "2026-12-10")]
    [InlineData("成人の日", "2027-01-11")]
    [InlineData("勤労感謝の日", "2026-11-23")]
    [InlineData("元日", "2027-01-01")]
    [InlineData("年度末", "2027-03-31")]
    [InlineData("今年いっぱい", "2026-12-31")]
    [InlineData("来年の4月1日", "2027-04-01")]
    public void A_date_is_read_as_staff_mean_it(string text, string expected) => Assert.Equal(expected, Found(text));

    /// <summary>Ways of writing that have no pattern of ours.</summary>
    [Theory]
    [InlineData("12月の第1月曜日から", "2026-12-07")]
    [InlineData("5営業日後から", "2026-11-30")]
    [InlineData("水曜日から始めます", "2026-11-25")]
    [InlineData("21日月曜日から", "2026-12-21")]
    [InlineData("20日火曜日から", "2027-04-20")]
    [InlineData("12月上旬から", "")]
    [InlineData("毎週水曜日に投稿します", "")]
    [InlineData("三日間だけ使います", "")]
    public void What_is_left_over_is_read_where_it_is_one_day(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("2月30日から")]
    [InlineData("13月1日")]
    [InlineData("3日間だけ")]
    [InlineData("様式1を出したい")]
    [InlineData("080-1234-5678")]
    public void What_is_no_date_is_not_read_as_one(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void Dates_come_in_the_order_of_the_text() =>
        Assert.Equal(
            [new DateOnly(2026, 11, 22), new DateOnly(2026, 12, 10)],
            JapaneseDates.Find("届を出すのは今日ですが、使い始めるのは12月10日です", Today).Select(found => found.Date)
        );

    private static string Found(string text) =>
        JapaneseDates.Find(text.Normalize(NormalizationForm.FormKC), Today) is [var first, ..]
            ? first.Date.ToString("O", CultureInfo.InvariantCulture)
            : "";
}
