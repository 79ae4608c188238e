using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>PostgreSQL goes away while turns come in, and comes back.</summary>
[Slow]
public sealed class DatabaseGoneTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(FaultRun.Of(2, 30));
    private static readonly int Times = FaultRun.Of(2, 6);

    [PostgresFact]
    public async Task While_the_database_is_away_people_are_told_and_afterwards_everything_is_there_once()
    {
        var dice = new Random(FaultRun.Seed(output));
        await using var cluster = await PostgresCluster.OwnAsync();
        await using var bot = await FaultBot.WithinAsync(("ConnectionStrings:Postgres", await cluster.CreateAsync()));
        var databases = bot.Services.GetRequiredService<IDbContextFactory<Database>>();
        var crowd = new Crowd(bot, databases, dice.Next());
        await crowd.GatherAsync(Times * 40);
        using var enough = new CancellationTokenSource();
        var acting = crowd.RunAsync(enough.Token);
        for (var time = 0; time < Times && !acting.IsFaulted; time++)
        {
            await crowd.AcknowledgedAsync(dice.Next(5, 30), acting);
            await Task.Delay(dice.Next(60));
            await cluster.CrashAsync();
            var before = Refusals(crowd);
            await Task.Delay(Away);
            // A typed question gets its apology, too.
            Assert.Contains(
                "受付番号",
                (await bot.SayAsync("パスワードってどれくらいの頻度で変えるの？", "suzuki", "a:suzuki"))["text"]!.ToString(),
                StringComparison.Ordinal
            );
            Assert.True(Refusals(crowd) > before);
            await cluster.RunAgainAsync();
        }
        await enough.CancelAsync();
        await acting;
        await using var database = databases.CreateDbContext();
        await Invariants.LetTimePassAsync(database);
        await Invariants.HoldAsync(database, crowd, bot, doubles: 2 * Times);
        Assert.All(crowd.Acts.SelectMany(act => act.Told), told => Assert.Matches("受付番号|少し待ってから", told));
        output.WriteLine($"{Times} times {Away}, {crowd.Acts.Count} acts, {Refusals(crowd)} refusals");
    }

    private static int Refusals(Crowd crowd) => crowd.Acts.Sum(act => act.Told.Count);
}
