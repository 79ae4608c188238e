using AdaptiveCards;
using GuidelineBot.Cards;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Cards;

public sealed class ContentsCardTests
{
    [Theory]
    [InlineData(12, 0, 12, new[] { "目次に戻る" })]
    [InlineData(13, 0, 12, new[] { "次へ（2/2）", "目次に戻る" })]
    [InlineData(13, 1, 1, new[] { "前へ（1/2）", "目次に戻る" })]
    [InlineData(13, 7, 1, new[] { "前へ（1/2）", "目次に戻る" })]
    [InlineData(0, -1, 0, new[] { "目次に戻る" })]
    public void A_page_shows_a_dozen_and_leads_on(int clauses, int page, int shown, string[] buttons)
    {
        var card = ContentsCard.Render(
            new("4", "4", null, [], [.. Enumerable.Range(1, clauses).Select(n => new ClauseLink($"4-{n}", $"4({n})", "条文"))], page)
        );
        Assert.Equal(shown, CardTree.Walk(card).OfType<AdaptiveContainer>().Count());
        Assert.Equal(
            buttons,
            CardTree.Walk(card).OfType<AdaptiveActionSet>().SelectMany(set => set.Actions).Select(action => action.Title)
        );
    }

    [Fact]
    public void The_next_page_is_of_the_same_section()
    {
        var card = ContentsCard.Render(
            new("4", "4", null, [], [.. Enumerable.Range(1, 13).Select(n => new ClauseLink($"4-{n}", $"4({n})", "条文"))])
        );
        var next = CardTree.Walk(card).OfType<AdaptiveActionSet>().SelectMany(set => set.Actions).OfType<AdaptiveExecuteAction>().First();
        Assert.Equal(JObject.Parse("""{"verb":"contents.open","id":"4","page":1}"""), (JObject)next.Data, JToken.EqualityComparer);
    }
}
