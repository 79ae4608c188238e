using System.Globalization;

namespace GuidelineBot.Tests.Turns;

public sealed class LocaleTests
{
    [Theory]
    [InlineData("ja-JP")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("zz-made-up")]
    public async Task Whatever_the_clients_language_the_bot_works_in_japanese(string locale)
    {
        var culture = "";
        await using var bot = await BotHost.StartAsync(
            services: Interposed.Help(_ =>
            {
                culture = CultureInfo.CurrentCulture.Name;
                return Task.CompletedTask;
            })
        );
        var message = bot.Message("ヘルプ");
        message["locale"] = locale;

        using var response = await bot.PostAsync(message);

        response.EnsureSuccessStatusCode();
        Assert.Equal("ja-JP", culture);
    }
}
