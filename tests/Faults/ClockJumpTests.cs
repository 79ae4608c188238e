using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>The machine's clock is set forward and back by a day, over the end of the fiscal year, while work goes on.</summary>
[Slow]
public sealed class ClockJumpTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_too_many_or_too_few_loses_and_doubles_nothing(Server server)
    {
        var clock = new JapaneseClock(new DateTimeOffset(2027, 3, 31, 9, 0, 0, TimeSpan.FromHours(9)));
        await using var bot = await FaultBot.WithinAsync(
            await TestStorage.NewDatabaseAsync(server),
            services =>
            {
                BotHost.WithoutJobs(services);
                services.AddSingleton<TimeProvider>(clock);
            }
        );
        var databases = bot.Services.GetRequiredService<IDbContextFactory<Database>>();
        var crowd = new Crowd(bot, databases, FaultRun.Seed(output));
        await crowd.GatherAsync(FaultRun.Of(30, 600), clock);
        await using var database = databases.CreateDbContext();
        var acts = FaultRun.Of(16, 400);
        foreach (var jump in (TimeSpan[])[Day, -Day, Day, Day])
        {
            await crowd.RunAsync(acts);
            // What is taken, waits and is due when the clock jumps: one row of each channel in the hands of an instance that has just died.
            await StartAndDieAsync(database, clock);
            clock.AdjustTime(clock.GetUtcNow() + jump);
            await crowd.RunAsync(acts);
            await LookAsync(bot);
            clock.Advance(TimeSpan.FromMinutes(3));
            await LookAsync(bot);
            await Invariants.HoldAsync(database, crowd, bot);
        }
        var digests = await database
            .Outbox.AsNoTracking()
            .Where(row => row.Topic == IncidentComposer.Digest)
            .Select(row => row.Key)
            .ToListAsync();
        Assert.Equal(3, digests.Count);
        Assert.Equal([2026, 2027], await database.NoticeCounters.Select(counter => counter.FiscalYear).Order().ToListAsync());
    }

    private static async Task StartAndDieAsync(Database database, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + DeliveryWorker.Lease,
            drawn = now + LiveCardWorker.Lease;
        await database
            .Outbox.Where(row => row.Status == OutboxStatus.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.LeasedUntil, until));
        await database
            .LiveCards.Where(card => card.Wanted > card.Drawn)
            .ExecuteUpdateAsync(card => card.SetProperty(found => found.LeasedUntil, drawn));
    }

    private static async Task LookAsync(BotHost bot)
    {
        await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => bot.Services.GetRequiredService<IncidentClock>().LookAsync(default)))
        );
        await bot.Services.DrainAsync();
        while (await bot.Services.GetRequiredService<LiveCardWorker>().DrawNextAsync(default)) { }
    }
}
