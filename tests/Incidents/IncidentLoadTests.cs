using System.Globalization;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <summary>Many hands on one checklist, over two instances of the bot on one database.</summary>
[Slow]
public sealed class IncidentLoadTests
{
    private const int People = 20;
    private const int PressesEach = 10;

    private const int NotesInAll = 40;

    private static readonly string[] Steps = ["hold", "capture", "chief", "office", "facts"];

    [Fact]
    public async Task Every_press_of_twenty_people_over_two_instances_counts_once()
    {
        var connection = await TestStorage.NewDatabaseAsync(Server.Postgres);
        var settings = new Dictionary<string, string?> { [connection.Key] = connection.Value };
        await using var one = await BotHost.StartAsync(settings: settings);
        await using var other = await BotHost.StartAsync(settings: settings);
        // The channel is one, whichever instance speaks to it.
        var service = one.Teams.ServiceUrl;
        var id = await one.StartAsync();
        foreach (var person in Enumerable.Range(0, People))
            await other.PressAsync(
                IncidentCard.OpenVerb,
                IncidentBot.Of(id),
                $"person{person}",
                message: $"copy-{person}",
                serviceUrl: service
            );
        var before = (await one.TimelineAsync(id)).Count;

        one.Teams.Answer = call => EvidenceTests.Serve(call.Path);
        var typing = Enumerable.Range(0, NotesInAll).Select(note => Task.Run(() => TypeAsync(note % 2 == 0 ? one : other, note)));
        var sending = Enumerable.Range(0, People).Select(person => Task.Run(() => SendAsync(person)));

        var pressing = Enumerable.Range(0, People).Select(person => Task.Run(() => PressesAsync(person % 2 == 0 ? one : other, person)));
        var all = Task.WhenAll([.. typing, .. sending]);
        var results = await Task.WhenAll(pressing);
        await all;

        var accepted = results.Sum();
        var timeline = await one.TimelineAsync(id);
        Assert.Equal(accepted + NotesInAll + People, timeline.Count - before);
        await EvidenceAsync(one, id, timeline);
        Assert.InRange(accepted, People * PressesEach / 2, People * PressesEach);
        Assert.Equal(Enumerable.Range(1, timeline.Count), timeline.Select(happened => happened.Number));
        Assert.Equal(
            (People * PressesEach / 2) + NotesInAll,
            timeline.Where(happened => happened.Kind == IncidentEventKind.Noted).Select(happened => happened.Note).Distinct().Count()
        );
        await using var database = one.Open();
        foreach (
            var step in await database
                .IncidentSteps.Where(step => step.IncidentId == Guid.Parse(id) && Steps.Contains(step.Step))
                .ToListAsync()
        )
            Assert.Equal(LastOf(timeline, step.Title), step.State);

        await LastCardsAsync(one, id);

        // Typed in the group; Teams delivers some of it twice.
        async Task TypeAsync(BotHost bot, int note)
        {
            // Ids are the channel's, which is one.
            var typed = one.Message($"電話が{note + 100}件ありました", $"person{note % People}", IncidentBot.Group, "groupChat");
            typed["serviceUrl"] = service;
            await Task.WhenAll(PostAsync(bot, typed), note % 4 == 0 ? PostAsync(other, typed) : Task.CompletedTask);
        }

        async Task SendAsync(int person)
        {
            var sent = EvidenceTests.Message(one, $"person{person}", IncidentBot.Group, $"{person}.png", service);
            await Task.WhenAll(PostAsync(person % 2 == 0 ? one : other, sent), PostAsync(other, sent));
        }

        static async Task PostAsync(BotHost bot, JsonObject activity)
        {
            using var response = await bot.PostAsync(activity.DeepClone());
            response.EnsureSuccessStatusCode();
        }

        async Task<int> PressesAsync(BotHost bot, int person)
        {
            var counted = 0;
            var random = new Random(person);
            for (var press = 0; press < PressesEach; press++)
            {
                if (press % 2 == 0)
                {
                    await bot.PressAsync(
                        IncidentTimelineCard.WriteVerb,
                        new JsonObject { ["incident"] = id, ["text"] = $"{person}の{press}" },
                        $"person{person}",
                        serviceUrl: service
                    );
                    counted++;
                    continue;
                }
                var does = random.Next(2) == 0 ? IncidentStepCard.Done : IncidentStepCard.Undo;
                var answer = await bot.PressAsync(
                    IncidentStepCard.ActVerb,
                    IncidentBot.Act(id, Steps[random.Next(Steps.Length)], does, "した"),
                    $"person{person}",
                    serviceUrl: service
                );
                var words = answer.Card().Words();
                if (
                    words.Contains("完了しました。", StringComparison.Ordinal)
                    || words.Contains("取り消して戻しました。", StringComparison.Ordinal)
                )
                    counted++;
            }
            return counted;
        }
    }

    /// <summary>Each picture is there once, as it was sent, under an entry of its own.</summary>
    private static async Task EvidenceAsync(BotHost bot, string id, List<IncidentEvent> timeline)
    {
        await using var database = bot.Open();
        var kept = await database.IncidentEvidence.Where(file => file.IncidentId == Guid.Parse(id)).ToListAsync();
        Assert.Equal(
            Enumerable.Range(0, People).Select(person => $"{person}.png").Order(StringComparer.Ordinal),
            kept.Select(file => file.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(kept, file => Assert.Equal(EvidenceTests.ContentOf(file.Name), file.Content));
        Assert.Equal(
            kept.Select(file => (file.Number, file.Name)).Order(),
            timeline
                .Where(happened => happened.Kind == IncidentEventKind.EvidenceKept)
                .Select(happened => (happened.Number, happened.About))
                .Order()
        );
    }

    private static StepState LastOf(List<IncidentEvent> timeline, string title) =>
        timeline.LastOrDefault(happened => happened.About == title) is { Kind: IncidentEventKind.StepDone }
            ? StepState.Done
            : StepState.Open;

    /// <summary>Each copy's last drawing shows the last state.</summary>
    private static async Task LastCardsAsync(BotHost bot, string id)
    {
        await using var database = bot.Open();
        await IncidentBot.DrawnAsync(database);
        var (card, _, _) = (await bot.Services.GetRequiredService<IncidentViews>().DrawAsync(id, "", default))!.Value;
        var expected = JsonNode.Parse(card.ToJson())!.Words();
        foreach (
            var message in Enumerable
                .Range(0, People)
                .Select(person => string.Create(CultureInfo.InvariantCulture, $"copy-{person}"))
                .Append("card-1")
        )
        {
            var last = bot.Teams.Calls.Last(call =>
                call.Method == "PUT" && call.Path.EndsWith($"/activities/{message}", StringComparison.Ordinal)
            );
            Assert.Equal(expected, last.Body!.Card().Words());
        }
    }
}
