using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Incidents;

/// <summary>The bot as a process that is killed while a team works on a checklist.</summary>
[Slow]
public sealed class KilledProcessTests
{
    private const int People = 6;
    private const int Kills = 3;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_acknowledged_is_on_the_timeline_once_however_often_the_process_is_killed(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        var address = new Uri($"http://127.0.0.1:{BotProcess.FreePort()}");
        await using var chat = await BotHost.AtAsync(address);
        await using var storage = TestStorage.Build(connection);
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority),
            ["Playground__Enabled"] = "false",
            ["Knowledge__Path"] = KnowledgeCopy.Ours,
            [connection.Key.Replace(":", "__", StringComparison.Ordinal)] = connection.Value,
        };
        var process = BotProcess.Start(settings: settings);
        await process.AddressAsync();
        var acknowledged = new ConcurrentBag<string>();
        var pictures = new ConcurrentBag<(string Name, JsonObject Message)>();
        var received = new ConcurrentBag<string>();
        chat.Teams.Answer = call => EvidenceTests.Serve(call.Path);
        try
        {
            var id = await chat.StartAsync();
            for (var kill = 0; kill < Kills; kill++)
            {
                var round = kill;
                using var first = new SemaphoreSlim(0);
                var writing = Enumerable
                    .Range(0, People)
                    .Select(person => Task.Run(() => WriteAsync(id, $"{round}-{person}", first)))
                    .ToList();
                using var picture = new SemaphoreSlim(0);
                var sending = Task.Run(() => SendAsync(round, picture));
                await first.WaitAsync();
                await Task.WhenAny(picture.WaitAsync(), sending);
                await Task.Delay(Random.Shared.Next(200));
                await process.KillAsync();
                await process.DisposeAsync();
                await Task.WhenAll([.. writing, sending]);
                process = BotProcess.Start(settings: settings);
                await process.AddressAsync();
            }
            await using var database = storage.Open();
            // What was acknowledged is there before anything is sent again.
            Assert.NotEmpty(received);
            Assert.Empty(received.Except(await database.IncidentEvidence.Select(file => file.Name).ToListAsync()));
            await AgainAsync(database);
            var kept = await database.IncidentEvidence.ToListAsync();
            Assert.Equal(
                pictures.Select(picture => picture.Name).Order(StringComparer.Ordinal),
                kept.Select(file => file.Name).Order(StringComparer.Ordinal)
            );
            Assert.All(kept, file => Assert.Equal(EvidenceTests.ContentOf(file.Name), file.Content));
            var timeline = await database.IncidentEvents.OrderBy(happened => happened.Number).ToListAsync();
            Assert.Equal(Enumerable.Range(1, timeline.Count), timeline.Select(happened => happened.Number));
            var written = timeline.Where(happened => happened.Kind == IncidentEventKind.Noted).Select(happened => happened.Note).ToList();
            Assert.Distinct(written);
            Assert.Empty(acknowledged.Except(written));
            Assert.True(acknowledged.Count >= Kills);

            // The card catches up after the restart, too.
            await chat.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done));
            await IncidentBot.DrawnAsync(database);
            Assert.Contains(
                "件のうち1件が済みました",
                chat.Teams.Calls.Last(call => call.Method == "PUT").Body!.Card().Words(),
                StringComparison.Ordinal
            );
        }
        finally
        {
            await process.DisposeAsync();
        }

        async Task SendAsync(int round, SemaphoreSlim first)
        {
            for (var number = 0; ; number++)
            {
                var name = $"{round}-{number}.png";
                var message = EvidenceTests.Message(chat, "person0", IncidentBot.Group, name, chat.Teams.ServiceUrl);
                pictures.Add((name, message));
                if (!await PostAsync(message))
                    return;
                received.Add(name);
                first.Release();
            }
        }

        // Teams sends again what it got no answer to; what the dead process had begun counts as dead after a while.
        async Task AgainAsync(GuidelineBot.Storage.Database database)
        {
            await database
                .ProcessedActivities.Where(row => row.FinishedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(found => found.ClaimedAt, DateTimeOffset.UnixEpoch));
            foreach (var (_, message) in pictures)
                Assert.True(await PostAsync(message));
        }

        async Task<bool> PostAsync(JsonObject message)
        {
            try
            {
                using var response = await chat.PostAsync(message.DeepClone());
                return response.IsSuccessStatusCode;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                return false;
            }
        }

        async Task WriteAsync(string incident, string who, SemaphoreSlim first)
        {
            for (var entry = 0; ; entry++)
            {
                try
                {
                    var text = $"{who}-{entry}";
                    await chat.PressAsync(IncidentTimelineCard.WriteVerb, new JsonObject { ["incident"] = incident, ["text"] = text }, who);
                    acknowledged.Add(text);
                    first.Release();
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        }
    }
}
