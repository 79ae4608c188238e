using GuidelineBot.Accounts;

namespace GuidelineBot.Tests.Accounts;

public sealed class OperatorNamesTests
{
    [Theory]
    [InlineData("岡本健、藤原みのり", "岡本健", "三宅由紀子", "三宅由紀子、藤原みのり")]
    [InlineData("岡本健、藤原みのり", "藤原", "三宅由紀子", "岡本健、三宅由紀子")]
    [InlineData("岡本 健", "岡本　健", "三宅由紀子、水島直樹", "三宅由紀子、水島直樹")]
    [InlineData("岡本健", "赤木花子", "三宅由紀子", "岡本健、三宅由紀子")]
    [InlineData("岡本健、藤原みのり", "岡本健", "藤原みのり", "藤原みのり")]
    [InlineData("岡本健、岡本茂", "岡本", "三宅由紀子", "岡本健、岡本茂、三宅由紀子")]
    [InlineData("岡本健／藤原みのり", "", "三宅由紀子", "三宅由紀子")]
    [InlineData("", "岡本健", "三宅由紀子", "三宅由紀子")]
    [InlineData("岡本", "岡本健", "三宅由紀子", "三宅由紀子")]
    [InlineData("岡本健、藤原みのり", "岡本健、藤原みのり", "三宅由紀子", "三宅由紀子")]
    public void Whoever_is_named_is_replaced_and_the_others_stay(string people, string leaving, string coming, string then) =>
        Assert.Equal(then, OperatorNames.Replace(people, leaving, coming));
}
