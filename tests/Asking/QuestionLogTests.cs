using System.Text.Json;
using GuidelineBot.Asking;
using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Asking;

public sealed class QuestionLogTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task The_log_says_what_was_asked_and_what_came_of_it()
    {
        const string question = "URL短縮サービスはどんなときに使える？";
        await bot.SayAsync(question, conversation: "19:group");

        await using var database = asking.Open();
        var entry = await database.QuestionLog.SingleAsync(entry => entry.Question == question);
        Assert.Equal(("answer", ClauseId.Parse("5-1-d")), (entry.Route, entry.Clause!.Value));
        Assert.InRange(entry.Score, 0.3, 1);
    }

    [Fact]
    public async Task The_log_names_no_person_and_no_chat()
    {
        await bot.SayAsync("URL短縮サービスを勧められました", "yamada", "a:a-chat-of-yamada");

        await using var database = asking.Open();
        var log = JsonSerializer.Serialize(await database.QuestionLog.AsNoTracking().ToListAsync());
        Assert.Contains("URL", log, StringComparison.Ordinal);
        Assert.All(
            ["yamada", "29:user", "33333333-3333", "a-chat-of", BotHost.Tenant],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal)
        );
        Assert.Equal(
            ["AskedAt", "Clause", "Conversation", "Id", "Question", "Route", "Score"],
            typeof(QuestionLogEntry).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Commands_are_no_questions()
    {
        await bot.SayAsync("ヘルプ");

        await using var database = asking.Open();
        Assert.False(await database.QuestionLog.AnyAsync(entry => entry.Question == "ヘルプ"));
    }
}
