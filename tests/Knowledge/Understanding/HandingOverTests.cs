using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Tests.Accounts;

namespace GuidelineBot.Tests.Knowledge.Understanding;

/// <summary>「全部を誰かに」: who hands over, who takes over, and from when.</summary>
public sealed class HandingOverTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("4月から私の担当は全部藤原に", "山田 花子", "藤原", "2027-04-01")]
    [InlineData("私が持っているアカウントをまとめて水島さんに引き継ぎたいです", "山田 花子", "水島", null)]
    [InlineData("岡本健の担当アカウントを4月1日から全部藤原みのりに変えます", "岡本健", "藤原みのり", "2027-04-01")]
    [InlineData("人事異動で来月から岡本健の担当分は全て藤原みのりが担当します", "岡本健", "藤原みのり", "2026-12-01")]
    [InlineData("自分の担当をすべて三宅由紀子へ引き継ぎます、12月15日から", "山田 花子", "三宅由紀子", "2026-12-15")]
    public void Everything_that_somebody_operates_goes_to_somebody_else(string message, string old, string coming, string? day)
    {
        var act = Read(message);

        Assert.Equal("handover", act.Route.Name);
        Assert.Equal(
            (old, coming, day),
            (Slot(act, "oldPerson"), Slot(act, "newPerson"), act.Slots.GetValueOrDefault("changeDate") as string)
        );
    }

    [Fact]
    public void A_sections_accounts_are_named_by_the_section()
    {
        var act = Read("観光課のアカウントを4月1日付けですべて藤原に引き継ぎます");

        Assert.Equal("handover", act.Route.Name);
        Assert.Equal(("観光課", "藤原"), (Slot(act, "section"), Slot(act, "newPerson")));
        Assert.Null(Slot(act, "oldPerson"));
    }

    [Theory]
    [InlineData("担当者を全部変えるときはどうすればいい？")]
    [InlineData("引き継ぎのときは全部のパスワードを変えるんですか")]
    [InlineData("Xの担当を岡本健から藤原みのりに変えます")]
    [InlineData("ガイドラインの全部を見せて")]
    [InlineData("投稿を全部消してください")]
    public void Questions_and_single_changes_are_none(string message) => Assert.NotEqual("handover", Read(message).Route.Name);

    private static Act Read(string message) =>
        RegisterBench.Knowledge.Current.Read(message, Situation.Empty with { Person = "山田 花子" }, Today);

    private static string? Slot(Act act, string name) =>
        act.Slots.GetValueOrDefault(name) switch
        {
            string one => one,
            IEnumerable<string> several => string.Join("、", several),
            _ => null,
        };
}
