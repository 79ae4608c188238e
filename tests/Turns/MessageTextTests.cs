namespace GuidelineBot.Tests.Turns;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<span class=\"inline-compose-card\" itemid=\"0\" itemtype=\"http://schema.skype.com/InputExtension\"> <span>4⑤</span>")]
    [InlineData("<span class=\"inline-compose-card\" itemid=\"0\"> <span>4⑤</span></span>")]
    [InlineData("<attachment id=\"1\"></attachment>")]
    [InlineData("  ")]
    public async Task A_card_alone_is_no_question(string text)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Equal(
            "ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。",
            (await bot.SayAsync(text))["text"]!.ToString()
        );
    }

    [Fact]
    public async Task What_is_typed_beside_a_card_is_heard()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.StartsWith(
            "ヘルプ",
            (await bot.SayAsync("ヘルプ<attachment id=\"1\"></attachment>"))["summary"]!.ToString(),
            StringComparison.Ordinal
        );
    }
}
