using GuidelineBot.Storage;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>The disk under SQLite is full, again and again, and has room again.</summary>
[Slow]
public sealed class DiskFullTests(ITestOutputHelper output)
{
    // With room for all that the run writes, and its log beside it.
    private static readonly int Megabytes = FaultRun.Of(8, 48);
    private static readonly int Times = FaultRun.Of(2, 30);

    [SmallDiskFact]
    public async Task While_the_disk_is_full_people_are_told_and_with_room_again_everything_is_there_once()
    {
        var dice = new Random(FaultRun.Seed(output));
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        (string, string) connection = ("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(disk.Folder, "bot.db")}");
        var address = new Uri($"http://127.0.0.1:{BotProcess.FreePort()}");
        await using var chat = await BotHost.AtAsync(address);
        await using var storage = TestStorage.Build(connection);
        await using var process = await FaultBot.StartAsync(FaultBot.Settings(address, connection));
        var crowd = new Crowd(chat, storage.Get<IDbContextFactory<Database>>(), dice.Next());
        await crowd.GatherAsync(Times * 20);
        using var enough = new CancellationTokenSource();
        var acting = crowd.RunAsync(enough.Token);
        for (var time = 0; time < Times && !acting.IsFaulted; time++)
        {
            await crowd.AcknowledgedAsync(dice.Next(5, 20), acting);
            disk.Fill();
            // What is written into room that the database already had may still succeed; soon nothing does.
            for (var before = Refusals(crowd); Refusals(crowd) < before + 8 && !acting.IsFaulted; )
                await Task.Delay(20);
            disk.Free();
        }
        await enough.CancelAsync();
        await acting;

        await using var database = storage.Open();
        await Invariants.LetTimePassAsync(database);
        await Invariants.HoldAsync(database, crowd, chat, doubles: 2 * Times);
        Assert.All(crowd.Acts.SelectMany(act => act.Told), told => Assert.Matches("受付番号|少し待ってから", told));
        output.WriteLine($"{Times} times full, {crowd.Acts.Count} acts, {Refusals(crowd)} refusals");
    }

    private static int Refusals(Crowd crowd) => crowd.Acts.Sum(act => act.Told.Count);
}
