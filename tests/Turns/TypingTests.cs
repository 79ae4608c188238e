namespace GuidelineBot.Tests.Turns;

public sealed class TypingTests
{
    [Fact]
    public async Task An_answer_that_takes_more_than_a_second_is_announced()
    {
        await using var bot = await BotHost.StartAsync(services: Interposed.Help(cancellationToken => Task.Delay(2500, cancellationToken)));
        await bot.PostAsync(bot.Message("ヘルプ"));

        // On a slow machine it is said more than once.
        Assert.Equal(["typing", "message"], bot.Teams.Calls.Select(call => call.Body!["type"]!.ToString()).Distinct());
        Assert.Equal("message", bot.Teams.Calls.Last().Body!["type"]!.ToString());
    }

    [Fact]
    public async Task A_quick_answer_is_not_announced()
    {
        await using var bot = await BotHost.StartAsync(services: Interposed.Help(_ => Task.CompletedTask));
        await bot.SayAsync("目次");
        bot.Teams.Calls.Clear();
        await bot.PostAsync(bot.Message("ヘルプ"));
        await Task.Delay(1500);

        Assert.Equal("message", Assert.Single(bot.Teams.Calls).Body!["type"]!.ToString());
    }
}
