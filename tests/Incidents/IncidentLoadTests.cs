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

        var results = await Task.WhenAll(
            Enumerable.Range(0, People).Select(person => Task.Run(() => PressesAsync(person % 2 == 0 ? one : other, person)))
        );

        var accepted = results.Sum();
        var timeline = await one.TimelineAsync(id);
        Assert.Equal(accepted, timeline.Count - before);
        Assert.InRange(accepted, People * PressesEach / 2, People * PressesEach);
        Assert.Equal(Enumerable.Range(1, timeline.Count), timeline.Select(happened => happened.Number));
        Assert.Equal(
            People * PressesEach / 2,
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
