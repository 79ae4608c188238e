using GuidelineBot.Storage;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>Two instances as processes on one database; one after the other is killed while people work, and started again.</summary>
[Slow]
public sealed class TwoInstancesTests(ITestOutputHelper output)
{
    private const int People = 20;
    private const int Acts = 200;
    private const int NotesAtOnce = 40;

    [PostgresFact]
    public async Task Nothing_is_lost_doubled_or_out_of_order_when_each_of_two_instances_is_killed_and_started_again()
    {
        var dice = new Random(FaultRun.Seed(output));
        var connection = await TestStorage.NewDatabaseAsync(Server.Postgres);
        await using var storage = TestStorage.Build(connection);
        Uri[] addresses = [Address(), Address()];
        await using var chat = await BotHost.AtAsync(addresses[0]);
        await using var other = await BotHost.AtAsync(addresses[1]);
        chat.Teams.Answer = call => EvidenceTests.Serve(call.Path);
        var settings = FaultBot.Settings(addresses[0], connection);
        BotProcess[] instances = [await StartAsync(0), await StartAsync(1)];
        try
        {
            var crowd = new Crowd(chat, storage.Get<IDbContextFactory<Database>>(), dice.Next(), other)
            {
                Hands = People,
                DoesEverything = true,
            };
            await crowd.GatherAsync(Acts);
            await crowd.SubmitAsync(People);

            var acting = Task.WhenAll(crowd.RunAsync(Acts), crowd.TypeAtOnceAsync(NotesAtOnce));
            foreach (var killed in (int[])[0, 1])
            {
                await crowd.AcknowledgedAsync(dice.Next(20, 60), acting);
                await instances[killed].KillAsync();
                await instances[killed].DisposeAsync();
                // What the dead one had begun is let go, as after half a minute.
                await using (var database = storage.Open())
                    await Invariants.LetTimePassAsync(database);
                instances[killed] = await StartAsync(killed);
            }
            await acting;

            await using (var database = storage.Open())
            {
                await Invariants.LetTimePassAsync(database);
                await Invariants.HoldAsync(database, crowd, chat, doubles: 2 * instances.Length);
            }
            Assert.Equal(Acts + NotesAtOnce, crowd.Acts.Count);
            Assert.All(Enum.GetValues<ActKind>(), kind => Assert.Contains(crowd.Acts, act => act.Kind == kind));
            output.WriteLine(string.Join(", ", crowd.Acts.CountBy(act => act.Kind)));
        }
        finally
        {
            foreach (var instance in instances)
                await instance.DisposeAsync();
        }

        Task<BotProcess> StartAsync(int number) =>
            FaultBot.StartAsync(
                new Dictionary<string, string>(settings) { ["ASPNETCORE_URLS"] = addresses[number].GetLeftPart(UriPartial.Authority) }
            );
    }

    private static Uri Address() => new($"http://127.0.0.1:{BotProcess.FreePort()}");
}
