using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Turns;

public sealed class OnceTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    [Fact]
    public async Task A_message_sent_again_is_answered_once()
    {
        var activity = bot.Message("ヘルプ");
        await Task.WhenAll(bot.PostAsync(activity.DeepClone()), bot.PostAsync(activity.DeepClone()), bot.PostAsync(activity.DeepClone()));
        await bot.PostAsync(activity);

        Assert.Single(bot.Teams.Messages);
    }

    [Fact]
    public async Task A_press_sent_again_under_a_new_id_takes_effect_once_and_gets_the_same_answer()
    {
        var answer = await bot.SayAsync("パスワードはどれくらいで変える？");
        var press = bot.Press(answer.Card().Button("役に立った"));
        using var first = await bot.PostAsync(press);
        press["id"] = "a-new-id";
        using var again = await bot.PostAsync(press);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Installing_the_bot_greets_once_though_the_channel_says_it_twice()
    {
        var installed = bot.Message("");
        installed["type"] = "installationUpdate";
        installed["action"] = "add";
        var joined = bot.Message("");
        joined["type"] = "conversationUpdate";
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        await Task.WhenAll(bot.PostAsync(installed), bot.PostAsync(joined), bot.PostAsync(installed.DeepClone()));

        Assert.Single(bot.Teams.Messages);
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();
}
