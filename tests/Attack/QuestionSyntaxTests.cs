using GuidelineBot.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Tests.Attack;

/// <summary>A question is text: never SQL, and never a query in Lucene's syntax.</summary>
public sealed class QuestionSyntaxTests
{
    private const string Question = "パスワードってどれくらいの頻度で変えるの？";

    [Fact]
    public async Task Signs_of_query_languages_mean_nothing_and_are_kept_as_they_were_typed()
    {
        using var log = new CapturedLog();
        await using var bot = await BotHost.StartAsync(services: log.Attach);
        string[] typed =
        [
            $"{Question}'); DROP TABLE question_log; --",
            $"{Question}\" OR \"1\"=\"1",
            $"text:({Question})^99 AND NOT questions:*",
            $"+{Question} -アカウント",
            $"\"{Question}\"~5",
            $"{Question} [a TO z] {{b TO c}}",
            $"/{Question}.*/",
            $"{Question} \\",
            $"{Question} && || ! (",
            $"{Question} {{0}} $p0 @p1 :p2",
        ];
        foreach (var text in typed)
            Assert.Contains("4⑤", (await bot.SayAsync(text)).Card().Words(), StringComparison.Ordinal);

        await using var database = bot.Open();
        Assert.Equal(typed, (await database.QuestionLog.OrderBy(entry => entry.AskedAt).Select(entry => entry.Question).ToListAsync()));
        Assert.DoesNotContain(log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task What_nobody_sees_is_no_part_of_what_was_typed()
    {
        await using var bot = await BotHost.StartAsync();
        var spoiled = string.Join('\u200b', Question.ToCharArray()).Insert(5, "\u202e").Insert(3, "\0") + "👨‍👩‍👧";
        Assert.Contains("4⑤", (await bot.SayAsync(spoiled)).Card().Words(), StringComparison.Ordinal);

        await using var database = bot.Open();
        Assert.Equal(Question + "👨‍👩‍👧", (await database.QuestionLog.SingleAsync()).Question);
    }
}
