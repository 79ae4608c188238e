using System.Diagnostics;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Incidents;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Attack;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>A day and a night of two instances, at the speed of a clock that a test moves: nothing piles up.</summary>
[Slow]
[Collection(CostTests.Alone)]
public sealed class LongRunTests(ITestOutputHelper output)
{
    private const int Hours = 24;

    /// <summary>By then everything has happened once that happens again and again.</summary>
    private const int Settled = 6;

    /// <summary>The shortest period of anything that looks by itself, but for what looks every few seconds.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private const int MostSteps = 10;

    private sealed record State(long Memory, int Handles, int Threads, Dictionary<string, int> Rows);

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_day_there_is_no_more_than_after_its_first_hours(Server server)
    {
        var clock = new JapaneseClock(DateTimeOffset.UtcNow);
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection, clock);
        await using var other = await StartAsync(connection, clock);
        await one.SayAsync("ここに届ける", conversation: "19:koho");
        var incident = await one.StartAsync();
        State? early = null;
        for (var hour = 1; hour <= Hours; hour++)
        {
            await ActAsync(hour % 2 == 0 ? one : other, $"person{hour % 5}", incident);
            for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(1); passed += Step)
            {
                clock.Advance(Step);
                await AtRestAsync(one, clock);
            }
            foreach (var bot in (BotHost[])[one, other])
            {
                bot.Teams.Calls.Clear();
                bot.Teams.Taken.Clear();
            }
            if (hour == Settled)
                early = await MeasureAsync(one, clock);
        }
        var late = await MeasureAsync(one, clock);

        output.WriteLine($"{early}\n{string.Join(' ', early!.Rows)}\n{late}\n{string.Join(' ', late.Rows)}");
        // What the doubles of Teams keep of each message is part of it.
        Assert.InRange(late.Memory, 0, early.Memory + (20L << 20));
        Assert.InRange(late.Handles, 0, early.Handles + 20);
        Assert.InRange(late.Threads, 0, early.Threads + 10);
        Assert.All(late.Rows, row => Assert.True(row.Value <= early.Rows[row.Key], $"{row.Key}: {early.Rows[row.Key]}, then {row.Value}"));
        await using var database = one.Open();
        Assert.True(await database.ReminderPlaces.AnyAsync(place => place.SentAt != null), "Nobody was reminded of anything.");
        Assert.Equal(0, await database.Outbox.CountAsync(message => message.Status == OutboxStatus.Dead));
    }

    private static Task<BotHost> StartAsync((string Key, string Value) connection, TimeProvider clock) =>
        FaultBot.WithinAsync(connection, services => services.AddSingleton(clock));

    /// <summary>The same every hour: a question, a paper to be delivered, a question to the office, a file.</summary>
    private static async Task ActAsync(BotHost bot, string person, string incident)
    {
        await bot.SayAsync("パスワードってどれくらいの頻度で変えるの？", person, $"a:{person}");
        await Filed.EndAsync(bot, person, $"a:{person}");
        await bot.PressAsync(EscalateCard.SendVerb, new JsonObject { ["question"] = "質問です", ["note"] = "" }, person, $"a:{person}");
        await bot.PressAsync(IncidentCloseCard.PapersVerb, IncidentBot.Of(incident), person);
    }

    /// <summary>Everything that is due has been sent, and every card that is due is drawn.</summary>
    private static async Task AtRestAsync(BotHost bot, TimeProvider clock)
    {
        await using var database = bot.Open();
        var until = Stopwatch.GetTimestamp();
        while (
            await database.Outbox.AnyAsync(message => message.Status == OutboxStatus.Waiting && message.DueAt <= clock.GetUtcNow())
            || await database.LiveCards.AnyAsync(card =>
                card.Wanted > card.Drawn
                && card.DueAt <= clock.GetUtcNow()
                && (card.HeldUntil == null || card.HeldUntil <= clock.GetUtcNow())
            )
        )
        {
            Assert.True(Stopwatch.GetElapsedTime(until) < TimeSpan.FromMinutes(1), "Something that is due is not sent.");
            await Task.Delay(5);
        }
    }

    /// <summary>Rows of what is only passing: what the city keeps grows, as it should.</summary>
    private static async Task<State> MeasureAsync(BotHost bot, JapaneseClock clock)
    {
        await using var database = bot.Open();
        // What the last minute brought is drawn in one of the next: only what is never drawn stays.
        for (var left = MostSteps; left > 0 && await database.LiveCards.AnyAsync(card => card.Wanted > card.Drawn); left--)
        {
            clock.Advance(Step);
            await AtRestAsync(bot, clock);
        }
        var rows = new Dictionary<string, int>
        {
            ["answers"] = await database.ProcessedActivities.CountAsync(activity => activity.ResponseBody != null),
            ["links"] = await database.DownloadTickets.CountAsync(),
            ["waiting"] = await database.Outbox.CountAsync(message => message.Status == OutboxStatus.Waiting),
            ["talks"] = await database.BotStates.CountAsync(),
            ["undrawn"] = await database.LiveCards.CountAsync(card => card.Wanted > card.Drawn),
        };
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        using var process = Process.GetCurrentProcess();
        return new State(GC.GetTotalMemory(true), process.HandleCount, process.Threads.Count, rows);
    }
}
