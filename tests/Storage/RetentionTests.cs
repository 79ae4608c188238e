using GuidelineBot.Asking;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Storage;

public sealed class RetentionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_start_and_then_daily_what_is_due_is_forgotten_and_nothing_else(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server, ("Retention:QuestionLogDays", "30"));
        var now = storage.Clock.GetUtcNow();
        await StoreAsync(storage, "due", now.AddDays(-30));
        await StoreAsync(storage, "due tomorrow", now.AddDays(-29).AddHours(-23));
        await StoreAsync(storage, "new", now);

        await UntilKeptAsync(storage, "due tomorrow", "new");

        storage.Clock.Advance(TimeSpan.FromDays(1));
        await UntilKeptAsync(storage, "new");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Activities_are_forgotten_after_a_week_and_recent_questions_after_a_day(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var now = storage.Clock.GetUtcNow();
        await using (var database = storage.Open())
        {
            database.AddRange(
                new ProcessedActivity { Key = "8 days ago", ClaimedAt = now.AddDays(-8) },
                new ProcessedActivity { Key = "6 days ago", ClaimedAt = now.AddDays(-6) },
                Recent("25 hours ago", now.AddHours(-25)),
                Recent("20 hours ago", now.AddHours(-20))
            );
            await database.SaveChangesAsync();
        }

        await UntilAsync(
            storage,
            async database => await database.RecentQuestions.CountAsync() == 1 && await database.ProcessedActivities.CountAsync() == 1
        );

        await using var kept = storage.Open();
        Assert.Equal("6 days ago", (await kept.ProcessedActivities.SingleAsync()).Key);
        Assert.Equal("20 hours ago", (await kept.RecentQuestions.SingleAsync()).Person);
    }

    private static async Task StoreAsync(TestStorage storage, string question, DateTimeOffset at)
    {
        await using var database = storage.Open();
        database.QuestionLog.Add(
            new()
            {
                AskedAt = at,
                Question = question,
                Route = "none",
                Score = 0,
                Conversation = ConversationKind.Group,
            }
        );
        await database.SaveChangesAsync();
    }

    private static RecentQuestion Recent(string person, DateTimeOffset at) =>
        new()
        {
            Conversation = "chat",
            Person = person,
            Clause = ClauseId.Parse("4-2"),
            At = at,
        };

    private static Task UntilKeptAsync(TestStorage storage, params string[] questions) =>
        UntilAsync(
            storage,
            async database =>
                questions.SequenceEqual(
                    await database.QuestionLog.OrderBy(entry => entry.AskedAt).Select(entry => entry.Question).ToListAsync()
                )
        );

    private static async Task UntilAsync(TestStorage storage, Func<Database, Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var database = storage.Open();
        while (!await condition(database))
        {
            // Again and again, because the service may not have begun to wait when the first minute passes.
            storage.Clock.Advance(Retention.Pause);
            await Task.Delay(20, limit.Token);
        }
    }
}
