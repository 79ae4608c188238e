using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace GuidelineBot.Tests.Incidents;

/// <summary>What the bot says by itself while a checklist runs.</summary>
public sealed class IncidentClockTests
{
    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.FromHours(9)));

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_is_told_once_by_two_instances_also_after_a_standstill(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        var id = await one.StartAsync();

        clock.Advance(TimeSpan.FromHours(8));
        await Task.WhenAll(Look(one), Look(other), Look(one), Look(other));

        await using var database = one.Open();
        var message = Assert.Single(await database.Outbox.Where(message => message.Topic.StartsWith("incident.")).ToListAsync());
        Assert.Equal((IncidentComposer.Status, IncidentBot.Group), (message.Topic, message.Recipient));
        Assert.Equal(["開始", "期限のお知らせ", "状況報告のお願い"], (await one.TimelineAsync(id)).Select(IncidentWords.Of));
    }

    [Fact]
    public async Task A_step_is_announced_before_it_is_due_and_again_when_it_is_late()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        var id = await bot.StartAsync("impersonation");

        clock.Advance(TimeSpan.FromMinutes(8));
        await Look(bot);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Look(bot);
        clock.Advance(TimeSpan.FromMinutes(2));
        await Look(bot);

        Assert.Equal(
            [
                ("開始", "批判が集まっている"),
                ("期限のお知らせ", "偽のアカウントを記録する"),
                ("期限のお知らせ", "偽のアカウントを記録する"),
            ],
            (await bot.TimelineAsync(id)).Select(happened => (IncidentWords.Of(happened), happened.Note))
        );
    }

    [Fact]
    public async Task A_report_starts_the_interval_anew_and_a_snooze_puts_the_question_off()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        var id = await bot.StartAsync();
        await SettleAllAsync(bot, id);

        clock.Advance(TimeSpan.FromMinutes(20));
        await bot.PressAsync(
            IncidentStatusCard.ReportVerb,
            new System.Text.Json.Nodes.JsonObject { ["incident"] = id, ["text"] = "落ち着いている" }
        );
        clock.Advance(TimeSpan.FromMinutes(20));
        await Look(bot);
        await bot.PressAsync(IncidentStatusCard.SnoozeVerb, new System.Text.Json.Nodes.JsonObject { ["incident"] = id, ["minutes"] = 30 });
        clock.Advance(TimeSpan.FromMinutes(25));
        await Look(bot);
        Assert.Equal(0, await AskedAsync());
        clock.Advance(TimeSpan.FromMinutes(6));
        await Look(bot);
        Assert.Equal(1, await AskedAsync());
        Assert.Contains("状況報告を30分後に延期", (await bot.TimelineAsync(id)).Select(IncidentWords.Of));

        async Task<int> AskedAsync()
        {
            await using var database = bot.Open();
            return await database.Outbox.CountAsync(message => message.Topic == IncidentComposer.Status);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_morning_there_is_one_digest_of_what_is_open_without_drills(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        await one.SayAsync("ここに届ける", "yamada", "a:reviewer");
        var drill = await one.StartAsync(isDrill: true);

        clock.Advance(TimeSpan.FromHours(10));
        await Look(one);
        Assert.Equal(0, await DigestsAsync());
        await one.StartAsync();
        await Task.WhenAll(Look(one), Look(other));
        await Look(other);
        Assert.Equal(1, await DigestsAsync());
        clock.Advance(TimeSpan.FromHours(24));
        await Look(one);
        Assert.Equal(2, await DigestsAsync());

        await using var database = one.Open();
        var digest = await database.Outbox.FirstAsync(message => message.Topic == IncidentComposer.Digest);
        var told = await one
            .Services.GetServices<IComposer>()
            .Single(composer => composer.Topics.Contains(IncidentComposer.Digest))
            .TeamsAsync(digest, default);
        Assert.DoesNotContain(drill, told!.Card.ToJson(), StringComparison.Ordinal);

        async Task<int> DigestsAsync()
        {
            await using var counted = one.Open();
            return await counted.Outbox.CountAsync(message => message.Topic == IncidentComposer.Digest);
        }
    }

    private static async Task SettleAllAsync(BotHost bot, string id)
    {
        List<string> steps;
        await using (var database = bot.Open())
            steps = await database.IncidentSteps.Where(step => step.IncidentId == Guid.Parse(id)).Select(step => step.Step).ToListAsync();
        foreach (var step in steps)
            await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, step, IncidentStepCard.Done));
    }

    private static Task Look(BotHost bot) => Task.Run(() => bot.Services.GetRequiredService<IncidentClock>().LookAsync(default));

    private Task<BotHost> StartAsync((string Key, string Value) connection) =>
        BotHost.StartAsync(
            settings: new() { [connection.Key] = connection.Value },
            services: services =>
            {
                // Looked at by hand only.
                services.RemoveAll<IHostedService>();
                services.AddHostedService<UpgradeAtStart>();
                services.AddSingleton<TimeProvider>(clock);
            }
        );
}
