using System.Diagnostics.Metrics;
using System.Net;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Observability;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace GuidelineBot.Tests.Observability;

public sealed class InstrumentsTests
{
    private const string Question = "パスワードってどれくらいの頻度で変えるの？";

    [Fact]
    public async Task A_question_counts_as_one_turn_one_search_and_one_answer()
    {
        await using var bot = await BotHost.StartAsync();
        using var turns = Collect<double>(bot, "guidelinebot.turn.duration");
        using var searches = Collect<double>(bot, "guidelinebot.search.duration");
        using var questions = Collect<long>(bot, "guidelinebot.questions");
        await bot.SayAsync(Question);
        await bot.SayAsync("明日の天気はどうですか");

        Assert.Equal([("answer", "answered"), ("none", "answered")], Turns(turns));
        Assert.All(turns.GetMeasurementSnapshot(), turn => Assert.InRange(turn.Value, double.Epsilon, 60));
        Assert.Equal(2, searches.GetMeasurementSnapshot().Count);
        Assert.Equal(["answer", "none"], questions.GetMeasurementSnapshot().Select(question => question.Tags["result"]));
    }

    [Fact]
    public async Task What_is_refused_and_what_fails_is_told_apart()
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await BotHost.StartAsync(
            "Production",
            CallerCheckTests.Registered(channel),
            Interposed.Help(_ => throw new InvalidOperationException())
        );
        var token = channel.Token(bot.Teams.ServiceUrl);
        using var turns = Collect<double>(bot, "guidelinebot.turn.duration");
        using var failed = await bot.PostAsync(bot.Message("ヘルプ"), token);
        using var refused = await bot.PostAsync(bot.Press(AskingBot.Forged(DeliveriesCard.ResendVerb, [])), token);
        // A word of the caller's own is no tag: there would be no end of them.
        using var unknown = await bot.PostAsync(bot.Press(AskingBot.Forged("made.up.by.somebody", [])), token);

        Assert.Equal([("command:help", "failed"), (DeliveriesCard.ResendVerb, "refused"), ("unknown", "refused")], Turns(turns));
    }

    [Fact]
    public async Task Calls_that_are_refused_are_counted_by_status()
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await BotHost.StartAsync("Production", CallerCheckTests.Registered(channel));
        using var refusals = Collect<long>(bot, "guidelinebot.refusals");
        using var nobody = await bot.PostAsync(bot.Message(Question));
        using var forged = await bot.PostAsync(bot.Message(Question), channel.Token(bot.Teams.ServiceUrl, byUnpublishedKey: true));
        using var elsewhere = await bot.PostAsync(bot.Message(Question), channel.Token("https://attacker.example/"));

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden],
            [nobody.StatusCode, forged.StatusCode, elsewhere.StatusCode]
        );
        Assert.Equal([401, 401, 403], refusals.GetMeasurementSnapshot().Select(refusal => (int)refusal.Tags["status"]!));
    }

    [Fact]
    public async Task Deliveries_are_counted_and_what_waits_is_measured()
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        using var deliveries = Collect<long>(bot, "guidelinebot.deliveries");
        using var depth = Collect<long>(bot, "guidelinebot.outbox.depth");
        using var age = Collect<double>(bot, "guidelinebot.outbox.age");
        using var incidents = Collect<long>(bot, "guidelinebot.incidents.open");
        await bot.StartAsync("flaming");
        await bot.StartAsync("flaming", isDrill: true, person: "suzuki");
        await using (var database = bot.Open())
        {
            database.Outbox.AddRange(Waiting(TimeSpan.FromMinutes(5)), Waiting(TimeSpan.Zero));
            await database.SaveChangesAsync();
        }
        await ReadAsync(depth, age, incidents);

        Assert.Equal(2, Last(depth, ("channel", "Mail"), ("status", "waiting")));
        Assert.InRange(Last(age, ("channel", "Mail")), 300, 360);
        Assert.Equal(1, Last(incidents));

        await bot
            .Services.GetRequiredService<DeliveryWorker>()
            .DeliverNextAsync(bot.Services.GetServices<IDeliveryChannel>().Single(channel => channel.Kind == OutboxChannel.Mail), default);
        await ReadAsync(depth);
        Assert.Equal(
            ("Mail", "Dead"),
            deliveries
                .GetMeasurementSnapshot()
                .Select(delivery => ((string)delivery.Tags["channel"]!, (string)delivery.Tags["outcome"]!))
                .Single()
        );
        Assert.Equal(
            (1, 1),
            (Last(depth, ("channel", "Mail"), ("status", "waiting")), Last(depth, ("channel", "Mail"), ("status", "dead")))
        );

        async Task ReadAsync(params IEnumerable<object> collectors)
        {
            await bot.Services.GetRequiredService<Gauges>().ReadAsync(default);
            foreach (var collector in collectors)
            {
                (collector as MetricCollector<long>)?.RecordObservableInstruments();
                (collector as MetricCollector<double>)?.RecordObservableInstruments();
            }
        }
    }

    /// <summary>Nobody can write this topic, so the first attempt is the last.</summary>
    private static OutboxMessage Waiting(TimeSpan since) =>
        new()
        {
            Key = Guid.NewGuid().ToString(),
            Topic = "nothing",
            Channel = OutboxChannel.Mail,
            Recipient = "koho@example.jp",
            CreatedAt = TimeProvider.System.GetUtcNow() - since,
            DueAt = TimeProvider.System.GetUtcNow() - since,
        };

    private static MetricCollector<T> Collect<T>(BotHost bot, string name)
        where T : struct => new(bot.Services.GetRequiredService<IMeterFactory>(), Instruments.Name, name);

    private static T Last<T>(MetricCollector<T> collector, params IEnumerable<(string Name, string Value)> tags)
        where T : struct =>
        collector.GetMeasurementSnapshot().Last(measured => tags.All(tag => (string?)measured.Tags[tag.Name] == tag.Value)).Value;

    private static IEnumerable<(string?, string?)> Turns(MetricCollector<double> turns) =>
        turns.GetMeasurementSnapshot().Select(turn => ((string?)turn.Tags["route"], (string?)turn.Tags["outcome"]));
}
