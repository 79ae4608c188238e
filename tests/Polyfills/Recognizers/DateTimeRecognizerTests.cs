using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace GuidelineBot.Tests.Polyfills;

public sealed class DateTimeRecognizerTests
{
    private static readonly DateTime Today = new(2026, 11, 12);

    [Theory]
    [InlineData("令和8年12月1日に開始します。", "令和8年12月1日", "2026-12-01")]
    [InlineData("開始は2026年12月1日です。", "2026年12月1日", "2026-12-01")]
    [InlineData("明日お知らせします。", "明日", "2026-11-13")]
    public void A_date_with_a_year_or_told_from_today_is_one_day(string query, string text, string day)
    {
        var date = Assert.Single(Recognize(query));

        Assert.Equal(text, date.Text);
        Assert.Equal("datetimeV2.date", date.TypeName);
        var value = Assert.Single(Values(date));
        Assert.Equal(day, value["timex"]);
        Assert.Equal("date", value["type"]);
        Assert.Equal(day, value["value"]);
    }

    [Theory]
    [InlineData("来週月曜に届けます。", "2026-11-16")]
    [InlineData("来月15日に届けます。", "2026-12-15")]
    public void Next_week_and_next_month_count_from_the_day_given(string query, string day) =>
        Assert.Equal([day], Values(Assert.Single(Recognize(query))).Select(value => value["value"]));

    [Theory]
    [InlineData("12/1に開始します。", "2025-12-01", "2026-12-01")]
    [InlineData("１２／１５に開始します。", "2025-12-15", "2026-12-15")]
    [InlineData("12月1日に開始します。", "2025-12-01", "2026-12-01")]
    [InlineData("3月1日に開始します。", "2026-03-01", "2027-03-01")]
    public void A_date_without_a_year_is_the_last_one_and_the_next_one(string query, string past, string future)
    {
        var date = Assert.Single(Recognize(query));

        Assert.Equal("datetimeV2.date", date.TypeName);
        Assert.Equal([past, future], Values(date).Select(value => value["value"]));
        Assert.All(Values(date), value => Assert.Equal("XXXX" + past[4..], value["timex"]));
    }

    [Fact]
    public void Start_and_end_are_the_first_and_the_last_character()
    {
        var date = Assert.Single(Recognize("開始は12月1日です。"));

        Assert.Equal((3, 7), (date.Start, date.End));
    }

    [Fact]
    public void A_date_from_which_something_lasts_is_an_open_range()
    {
        var range = Assert.Single(Recognize("明日から不在にします。"));

        Assert.Equal("明日から", range.Text);
        Assert.Equal("datetimeV2.daterange", range.TypeName);
        var value = Assert.Single(Values(range));
        Assert.Equal("since", value["Mod"]);
        Assert.Equal("daterange", value["type"]);
        Assert.Equal("2026-11-13", value["start"]);
        Assert.DoesNotContain("value", value.Keys);
    }

    [Fact]
    public void A_sentence_without_a_date_gives_nothing() => Assert.Empty(Recognize("炎上したらどうすればいいですか？"));

    private static List<ModelResult> Recognize(string query) =>
        DateTimeRecognizer.RecognizeDateTime(query, Culture.Japanese, refTime: Today);

    private static List<Dictionary<string, string>> Values(ModelResult result) =>
        Assert.IsType<List<Dictionary<string, string>>>(result.Resolution["values"]);
}
