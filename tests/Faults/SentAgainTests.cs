using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>Teams sends everything again: under the same id, and under new ones, at once and later.</summary>
[Slow]
public sealed class SentAgainTests(ITestOutputHelper output)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_sent_again_takes_effect_once_and_is_answered_alike(Server server)
    {
        await using var bot = await FaultBot.WithinAsync(await TestStorage.NewDatabaseAsync(server));
        var databases = bot.Services.GetRequiredService<IDbContextFactory<Database>>();
        var crowd = new Crowd(bot, databases, FaultRun.Seed(output)) { Copies = 2 };
        await crowd.GatherAsync(FaultRun.Of(20, 600));
        await crowd.RunAsync(FaultRun.Of(40, 2000));
        // Half a minute later once more.
        await crowd.RepeatAsync();

        await using var database = databases.CreateDbContext();
        await Invariants.LetTimePassAsync(database);
        await Invariants.HoldAsync(database, crowd, bot);
        Assert.All(crowd.Acts, act => Assert.Single(act.Answers.Distinct()));
    }
}
