namespace GuidelineBot.Tests.Asking;

public sealed class OpenClauseTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Theory]
    [InlineData("5①・3 を開く", "なりすまし防止のために、公式アカウントを紹介している岡山市公式ウェブサイトのURLを記載する")]
    [InlineData("5② を開く", "炎上状態になった場合は、職員個人の判断による反論や抗弁は控え")]
    public async Task The_clause_before_and_after_open_in_place(string row, string text)
    {
        var card = (await bot.SayAsync(AskingBot.ShortUrl)).Card();
        Assert.Contains("前後の条文", card.Words(), StringComparison.Ordinal);
        var sent = bot.Teams.Messages.Count;

        var answer = await bot.PressAsync(card, row);

        Assert.Equal("application/vnd.microsoft.card.adaptive", answer["type"]!.ToString());
        Assert.Contains(text, answer.Card().Words(), StringComparison.Ordinal);
        Assert.Equal(sent, bot.Teams.Messages.Count);
    }

    [Fact]
    public async Task Related_clauses_open_in_place_and_keep_the_question()
    {
        var card = (await bot.SayAsync(AskingBot.ShortUrl)).Card();
        Assert.Contains("関連する条文", card.Words(), StringComparison.Ordinal);
        var row = card.Actions().First(action => action["verb"]?.ToString() == "ask.open" && action["data"]!["question"] is not null);

        var answer = await bot.PressAsync(card, row["title"]!.ToString());

        Assert.Contains(
            $"（令和5年4月改訂）{row["title"]!.ToString().Replace(" を開く", "", StringComparison.Ordinal)}",
            answer.Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("この回答は役に立ちましたか？", answer.Card().Words(), StringComparison.Ordinal);
    }
}
