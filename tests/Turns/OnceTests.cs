using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task A_press_whose_answer_was_lost_after_it_took_effect_takes_no_effect_again_and_says_so()
    {
        var id = await bot.StartAsync();
        var (once, desk) = (bot.Services.GetRequiredService<Once>(), bot.Services.GetRequiredService<IncidentDesk>());
        var press = bot.Press(
            AskingBot.Forged(
                IncidentTimelineCard.WriteVerb,
                new JsonObject
                {
                    ["incident"] = id,
                    ["text"] = "一度だけ",
                    [CardKeys.Name] = "card",
                }
            ),
            "sato",
            conversation: IncidentBot.Group
        );
        var activity = ChannelJson.Read<Activity>(new MemoryStream(Encoding.UTF8.GetBytes(press.ToJsonString())))!;
        var turn = bot.Services.GetRequiredService<TurnReader>().Read(activity);
        turn = turn with { Key = Once.KeyOf(activity, turn) };

        await Assert.ThrowsAsync<IOException>(() =>
            once.RunAsync(
                turn.Key,
                async () =>
                {
                    await desk.ChangeAsync(turn, id, change => change.Write("一度だけ", null), default);
                    throw new IOException("The answer is lost.");
                },
                default
            )
        );
        using var again = await bot.PostAsync(press);

        Assert.StartsWith(
            "この操作は済んでいます。",
            JsonNode.Parse(await again.Content.ReadAsStringAsync())!["value"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(["開始", "記録"], (await bot.TimelineAsync(id)).Select(IncidentWords.Of));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_copies_that_are_at_it_at_once_one_takes_effect(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", TimeSpan.Zero, default);
        async Task<bool> DoAsync()
        {
            await using var database = storage.Open();
            await using var transaction = await database.Database.BeginTransactionAsync();
            try
            {
                await ProcessedActivities.DoneAsync(database, "a", storage.Clock.GetUtcNow(), default);
            }
            catch (DoneBeforeException)
            {
                return false;
            }
            await transaction.CommitAsync();
            return true;
        }

        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(DoAsync))), did => did);
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
