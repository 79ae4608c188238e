using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Tests.Accounts;

namespace GuidelineBot.Tests.Knowledge.Understanding;

/// <summary>「12月3日14時に訓練」: a drill on a day to come.</summary>
public sealed class PlanningDrillsTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("12月3日14時に訓練", "2026-12-03T14:00")]
    [InlineData("12月3日の午後2時半に炎上の訓練をしたい", "2026-12-03T14:30")]
    [InlineData("明日9:30から乗っ取り訓練を予定して", "2026-12-01T09:30")]
    [InlineData("来年1月15日に訓練を入れてください", "2027-01-15")]
    [InlineData("12月10日に観光課の訓練をお願いします", "2026-12-10")]
    [InlineData("訓練を12月8日の10時にします", "2026-12-08T10:00")]
    [InlineData("訓練は12月8日10時からやりたい", "2026-12-08T10:00")]
    [InlineData("12月8日の午後11時開始で訓練を予定して", "2026-12-08T23:00")]
    public void A_drill_is_planned_for_a_day_to_come(string message, string at)
    {
        var act = Read(message);

        Assert.Equal((PlanningDrills.Route, at), (act.Route, act.Slots[PlanningDrills.At]));
    }

    [Theory]
    [InlineData("12月3日に避難訓練があります")]
    [InlineData("12月3日14時から防災訓練のお知らせを投稿します")]
    [InlineData("12月3日に訓練のお知らせを投稿します")]
    [InlineData("12月3日の訓練の様子を載せる予定")]
    [InlineData("訓練はいつやればいいですか")]
    [InlineData("11月20日に訓練をした")]
    [InlineData("訓練です。昨日の20時ごろの投稿が叩かれまくってる どうすれば")]
    [InlineData("12月3日にインスタを始めます")]
    [InlineData("訓練")]
    [InlineData("今日は訓練です。Facebookの「おかやま川だより」が炎上した想定で始めたい")]
    [InlineData("本日、炎上の訓練をします")]
    public void Whatever_else_speaks_of_drills_or_days_plans_none(string message) =>
        Assert.NotEqual(PlanningDrills.Route, Read(message).Route);

    private static Act Read(string message) => RegisterBench.Knowledge.Current.Read(message, Situation.Empty, Today);
}
