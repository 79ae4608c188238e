using GuidelineBot.Storage;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>The bot as a process that is killed at any moment of a stream of submissions and presses.</summary>
[Slow]
public sealed class KilledTests(ITestOutputHelper output)
{
    private static readonly int Kills = FaultRun.Of(3, 60);

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_acknowledged_is_lost_or_done_twice_by_a_process_killed_at_any_moment(Server server)
    {
        var dice = new Random(FaultRun.Seed(output));
        var connection = await TestStorage.NewDatabaseAsync(server);
        var address = new Uri($"http://127.0.0.1:{BotProcess.FreePort()}");
        await using var chat = await BotHost.AtAsync(address);
        await using var storage = TestStorage.Build(connection);
        var settings = FaultBot.Settings(address, connection);
        var crowd = new Crowd(chat, storage.Get<IDbContextFactory<Database>>(), dice.Next());
        var process = await FaultBot.StartAsync(settings);
        try
        {
            await crowd.GatherAsync(Kills * 20);
            using var enough = new CancellationTokenSource();
            var acting = crowd.RunAsync(enough.Token);
            for (var kill = 0; kill < Kills && !acting.IsFaulted; kill++)
            {
                // At any moment of the work: so many acts after the start, and somewhere within the next ones.
                await crowd.AcknowledgedAsync(dice.Next(1, 12), acting);
                await Task.Delay(dice.Next(60));
                await process.KillAsync();
                await process.DisposeAsync();
                await using (var database = storage.Open())
                    await Invariants.LetTimePassAsync(database);
                process = await FaultBot.StartAsync(settings);
                // A submission takes a new process longer than many a small act: now and then one lives until it is done.
                if (kill % 5 == 4)
                    await crowd.SettledAsync(acting);
            }
            await enough.CancelAsync();
            await acting;
            await using (var database = storage.Open())
            {
                await Invariants.LetTimePassAsync(database);
                await Invariants.HoldAsync(database, crowd, chat, doubles: 2 * Kills);
            }
            output.WriteLine($"{Kills} kills, {crowd.Acts.Count} acts, {crowd.Acts.Sum(act => act.Told.Count)} refusals");
        }
        finally
        {
            await process.DisposeAsync();
        }
    }
}
