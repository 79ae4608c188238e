using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Turns;

public sealed class PersonLimitTests
{
    private const int Most = 20;

    private static readonly Dictionary<string, string?> Settings = new() { ["Limits:ActsInTenSeconds"] = $"{Most}" };

    [Fact]
    public async Task Whoever_never_rests_is_held_back_in_words_and_others_are_served()
    {
        await using var bot = await BotHost.StartAsync(settings: Settings);
        var taken = 0;
        for (var press = 0; press < Most; press++)
            taken += await IsTakenAsync(bot, Press(bot, "sato")) ? 1 : 0;
        Assert.Equal(Most, taken);

        using var message = await bot.PostAsync(bot.Message("ヘルプ", "sato"));
        Assert.Equal(HttpStatusCode.TooManyRequests, message.StatusCode);
        Assert.NotNull(message.Headers.RetryAfter);
        Assert.Contains(
            "10秒ほど",
            await message.Content.ReadFromJsonAsync<JsonObject>() is { } body ? $"{body["error"]}" : "",
            StringComparison.Ordinal
        );
        var answer = await bot.AnswerAsync(Press(bot, "sato"));
        Assert.Equal((429, PersonLimit.Sentence), ((int)answer["statusCode"]!, $"{answer["value"]!["message"]}"));
        // Neither in another chat nor through the message extension.
        Assert.False(await IsTakenAsync(bot, Press(bot, "sato", "19:group")));
        Assert.Contains(
            "10秒ほど",
            (await bot.AnswerAsync(Search(bot, "sato")))["composeExtension"]!["text"]!.ToString(),
            StringComparison.Ordinal
        );

        Assert.True(await IsTakenAsync(bot, Press(bot, "tanaka")));
        await bot.SayAsync("ヘルプ", "yamada");
    }

    [Fact]
    public async Task News_of_a_chat_are_nobodys_acts()
    {
        await using var bot = await BotHost.StartAsync(settings: Settings);
        for (var times = 0; times < Most * 2; times++)
        {
            var news = bot.Message("", "sato");
            news["type"] = "conversationUpdate";
            Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(news)).StatusCode);
        }
        await bot.SayAsync("ヘルプ", "sato");
    }

    [Fact]
    public async Task A_person_who_is_quick_is_not_held_back()
    {
        await using var bot = await BotHost.StartAsync(
            settings: new() { ["Limits:ActsInTenSeconds"] = $"{new LimitOptions().ActsInTenSeconds}" }
        );
        for (var press = 0; press < 80; press++)
            Assert.True(await IsTakenAsync(bot, Press(bot, "sato")));
    }

    [Fact]
    public async Task What_a_press_was_answered_is_not_kept_for_a_week()
    {
        await using var bot = await BotHost.StartAsync();
        var started = await bot.StartAsync(person: "sato");
        Assert.NotEmpty(started);
        await using var database = bot.Open();
        Assert.True(await database.ProcessedActivities.AnyAsync(activity => activity.ResponseBody != null));
        var later = DateTimeOffset.UtcNow + ProcessedActivities.AnswerKept + TimeSpan.FromMinutes(1);

        await ProcessedActivities.DropAnswersAsync(database, later, default);

        Assert.False(await database.ProcessedActivities.AnyAsync(activity => activity.ResponseBody != null));
        Assert.True(await database.ProcessedActivities.AnyAsync());
    }

    [Fact]
    public async Task The_log_of_questions_has_no_more_of_one_than_cards_show()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.SayAsync(string.Concat(Enumerable.Repeat("パスワードはどれくらいの頻度で変えるの？", 250)));

        await using var database = bot.Open();
        Assert.All(
            await database.QuestionLog.AsNoTracking().ToListAsync(),
            entry => Assert.InRange(entry.Question.Length, 1, AnswerCard.LongestQuestion + 1)
        );
        Assert.Equal(1, await database.QuestionLog.CountAsync());
    }

    private static JsonObject Press(BotHost bot, string person, string chat = "a:personal") =>
        bot.Press(TeamsActivity.Button("contents.open", []), person, conversation: chat);

    private static async Task<bool> IsTakenAsync(BotHost bot, JsonObject press) =>
        (int)(await bot.AnswerAsync(press))["statusCode"]! != 429;

    private static JsonObject Search(BotHost bot, string person)
    {
        var search = bot.Message("", person);
        (search["type"], search["name"]) = ("invoke", "composeExtension/query");
        search["value"] = new JsonObject
        {
            ["commandId"] = "searchClauses",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = "パスワード" }),
        };
        return search;
    }
}
