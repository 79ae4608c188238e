using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Incidents;

/// <summary>What the bot says by itself while a checklist runs.</summary>
public sealed class IncidentClockTests(ITestOutputHelper output)
{
    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.FromHours(9)));

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_is_told_once_by_two_instances_also_after_a_standstill(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        await SpeakAsync(one, "sato");
        var id = await one.StartAsync();

        clock.Advance(TimeSpan.FromHours(8));
        await Task.WhenAll(one.LookAsync(), other.LookAsync(), one.LookAsync(), other.LookAsync());

        Assert.Equal([IncidentBot.Group], (await RemindersAsync(one)).Select(reminder => reminder.Chat));
        Assert.Equal(
            ["開始", "期限のお知らせ", "状況報告のお願い", "役割が未定のお知らせ"],
            (await one.TimelineAsync(id)).Select(IncidentWords.Of)
        );
    }

    [Fact]
    public async Task Only_what_is_due_is_told_and_a_step_that_waits_for_an_answer_is_let_alone()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", "a:own");
        var id = await bot.StartAsync("impersonation", conversation: "a:own");

        await PassAsync(bot, TimeSpan.FromMinutes(9));
        Assert.Empty(await RemindersAsync(bot));
        await PassAsync(bot, TimeSpan.FromMinutes(2));
        var told = Assert.Single(await RemindersAsync(bot));
        Assert.Contains("偽のアカウントを記録する（1分過ぎ", told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("削除依頼", told.Words, StringComparison.Ordinal);

        // All that is left waits for somebody outside: an hour of quiet, and then the question once more.
        foreach (var step in await StepsAsync(bot, id))
            await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, step, IncidentStepCard.Wait), conversation: "a:own");
        Assert.Contains(
            "いまできることはありません。次は11月24日 00:11に",
            (await bot.PressAsync(IncidentCard.OpenVerb, IncidentBot.Of(id), conversation: "a:own")).Card().Words(),
            StringComparison.Ordinal
        );
        await PassAsync(bot, TimeSpan.FromMinutes(58));
        Assert.Single(await RemindersAsync(bot));
        await PassAsync(bot, TimeSpan.FromMinutes(3));
        Assert.Equal(2, (await RemindersAsync(bot)).Count);
    }

    [Fact]
    public async Task A_reminder_is_drawn_again_when_its_step_is_done_and_an_older_one_says_that_it_is()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", "a:own");
        var id = await bot.StartAsync(conversation: "a:own");
        await PassAsync(bot, TimeSpan.FromMinutes(6));
        var first = Assert.Single(await RemindersAsync(bot));
        Assert.Contains("個人の判断で反論や抗弁をしない", first.Words, StringComparison.Ordinal);

        await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done), conversation: "a:own");
        await bot.LookAsync();
        Assert.Contains("いま期限のものはありません。", Assert.Single(await RemindersAsync(bot)).Words, StringComparison.Ordinal);
        await PassAsync(bot, TimeSpan.FromMinutes(11));

        Assert.Equal(
            ["新しいお知らせを下に出しました。", "期限のお知らせ"],
            (await RemindersAsync(bot)).Select(reminder => reminder.Words.Split('\n')[0].Split('（')[0])
        );
    }

    [Fact]
    public async Task Where_nobody_acts_the_lead_is_told_and_then_the_office()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ここに届ける", "yamada", "a:office");
        await bot.SayAsync("ヘルプ", "suzuki", "a:lead");
        await SpeakAsync(bot, "sato");
        var id = await bot.StartAsync();
        await bot.PressAsync(
            IncidentTeamCard.RoleVerb,
            new System.Text.Json.Nodes.JsonObject { ["incident"] = id, ["takes"] = IncidentTeamCard.Lead },
            "suzuki"
        );

        await PassAsync(bot, TimeSpan.FromMinutes(24));
        Assert.DoesNotContain(await RemindersAsync(bot), reminder => reminder.Chat is "a:lead" or "a:office");
        await PassAsync(bot, TimeSpan.FromMinutes(12));
        Assert.Contains(await RemindersAsync(bot), reminder => reminder.Chat == "a:lead");
        Assert.DoesNotContain(await RemindersAsync(bot), reminder => reminder.Chat == "a:office");
        await PassAsync(bot, TimeSpan.FromMinutes(20));
        var office = Assert.Single(await RemindersAsync(bot), reminder => reminder.Chat == "a:office");
        Assert.Contains("しばらくだれも操作していません。", office.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["応答がないお知らせ：suzukiさん", "応答がないお知らせ：広報広聴課"],
            (await bot.TimelineAsync(id)).Where(happened => happened.Kind == IncidentEventKind.Escalated).Select(IncidentWords.Of)
        );
    }

    [Fact]
    public async Task A_start_reaches_the_office_at_once_and_a_drill_does_not()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ここに届ける", "yamada", "a:office");

        var id = await bot.StartAsync();
        var drill = await bot.StartAsync(isDrill: true);

        await using var database = bot.Open();
        Assert.Contains("a:office", await LiveCards.PlacesOf(database, IncidentDesk.Topic, id).ToListAsync());
        Assert.DoesNotContain("a:office", await LiveCards.PlacesOf(database, IncidentDesk.Topic, drill).ToListAsync());
    }

    /// <summary>Three incidents that nobody works on but one person now and then: one in a group, two with one of its people.</summary>
    [Fact]
    public async Task In_a_night_of_eight_hours_nobody_gets_two_reminders_within_ten_minutes_or_one_that_is_not_due()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ここに届ける", "yamada", "a:office");
        await bot.SayAsync("ヘルプ", "suzuki", "a:suzuki");
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        foreach (var person in new[] { "sato", "suzuki" })
            await SpeakAsync(bot, person);
        string[] incidents =
        [
            await bot.StartAsync(),
            await bot.StartAsync("mistake", "sato", conversation: "a:sato"),
            await bot.StartAsync("takeover", "suzuki", conversation: "a:suzuki"),
        ];
        var sent = new List<(string Chat, DateTimeOffset At)>();
        for (var minute = 0; minute < 8 * 60; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            if (minute == 50)
                await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(incidents[0], "hold", IncidentStepCard.Done));
            await bot.LookAsync();
            foreach (var reminder in (await RemindersAsync(bot)).Skip(sent.Count))
            {
                sent.Add((reminder.Chat, clock.GetUtcNow()));
                // All lines tell of what is due at this moment.
                Assert.All(
                    reminder.Words.Split('\n').Where(line => line.StartsWith('・')),
                    line =>
                        Assert.True(
                            line.Contains("過ぎ", StringComparison.Ordinal)
                                || line.Contains("期限です（", StringComparison.Ordinal)
                                || line.Contains("状況報告の時間です", StringComparison.Ordinal)
                                || line.Contains("役割がまだ", StringComparison.Ordinal)
                                || line.Contains("しばらくだれも", StringComparison.Ordinal),
                            line
                        )
                );
            }
        }

        foreach (var (person, chats) in new[] { ("sato", "a:sato"), ("suzuki", "a:suzuki"), ("yamada", "a:office") })
        {
            var seen = sent.Where(one => one.Chat == chats || person != "yamada" && one.Chat == IncidentBot.Group).ToList();
            output.WriteLine($"{person}: {seen.Count} reminders in eight hours");
            Assert.InRange(seen.Count, 1, 20);
            Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= IncidentReminders.Pause, person));
        }
        output.WriteLine($"all chats: {sent.Count}");
        Assert.InRange(sent.Count, 3, 40);
    }

    [Fact]
    public async Task What_was_to_be_changed_is_reminded_of_until_it_is_done()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", "a:own");
        var id = await bot.StartAsync(conversation: "a:own");
        var review = IncidentBot.Of(id);
        (review["what"], review["why"], review["change"]) = ("誤った日付", "一人で確かめた", "二人で確かめる");
        (review["owner"], review["due"]) = ("sato", "2026-12-01");
        await bot.PressAsync(IncidentCloseCard.ReviewVerb, review, conversation: "a:own");
        await bot.PressAsync(
            IncidentCloseCard.CloseVerb,
            new System.Text.Json.Nodes.JsonObject { ["incident"] = id, ["reason"] = "収まった" },
            conversation: "a:own"
        );

        await PassAsync(bot, TimeSpan.FromDays(1));
        Assert.Equal(0, await CountAsync());
        clock.Advance(TimeSpan.FromDays(7));
        await Task.WhenAll(bot.LookAsync(), bot.LookAsync());
        Assert.Equal(1, await CountAsync());
        clock.Advance(TimeSpan.FromDays(8));
        await bot.LookAsync();
        Assert.Equal(2, await CountAsync());
        await using var database = bot.Open();
        var followUp = (await database.FollowUps.SingleAsync()).Id.ToString();
        await bot.PressAsync(
            IncidentCloseCard.FollowedUpVerb,
            new System.Text.Json.Nodes.JsonObject { ["incident"] = id, ["followUp"] = followUp },
            conversation: "a:own"
        );
        clock.Advance(TimeSpan.FromDays(8));
        await bot.LookAsync();
        Assert.Equal(2, await CountAsync());

        async Task<int> CountAsync()
        {
            await using var counted = bot.Open();
            return await counted.Outbox.CountAsync(message => message.Topic == IncidentComposer.FollowUp);
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
        await one.LookAsync();
        Assert.Equal(0, await DigestsAsync());
        await one.StartAsync();
        await Task.WhenAll(one.LookAsync(), other.LookAsync());
        await other.LookAsync();
        Assert.Equal(1, await DigestsAsync());
        clock.Advance(TimeSpan.FromHours(24));
        await one.LookAsync();
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

    private static async Task<List<string>> StepsAsync(BotHost bot, string id)
    {
        await using var database = bot.Open();
        return await database
            .IncidentSteps.Where(step => step.IncidentId == Guid.Parse(id) && step.State == StepState.Open)
            .Select(step => step.Step)
            .ToListAsync();
    }

    /// <summary>The messages that remind, in order, each as it is drawn now.</summary>
    private static async Task<IReadOnlyList<(string Chat, string Words)>> RemindersAsync(BotHost bot)
    {
        var artist = bot.Services.GetRequiredService<IncidentReminders>();
        await using var database = bot.Open();
        List<(string, string)> reminders = [];
        foreach (var card in await database.LiveCards.Where(card => card.Topic == artist.Topic).OrderBy(card => card.Id).ToListAsync())
            reminders.Add(
                (
                    card.Conversation,
                    System
                        .Text.Json.Nodes.JsonNode.Parse(
                            (await artist.DrawAsync(card.About, card.Conversation, default))!.Value.Card.ToJson()
                        )!
                        .Words()
                )
            );
        return reminders;
    }

    /// <summary>Somebody uses the bot in the group chat.</summary>
    private static async Task SpeakAsync(BotHost bot, string person)
    {
        using var response = await bot.PostAsync(bot.Message("ヘルプ", person, IncidentBot.Group, "groupChat"));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>As time passes, the bot looks every minute.</summary>
    private async Task PassAsync(BotHost bot, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await bot.LookAsync();
        }
    }

    private Task<BotHost> StartAsync((string Key, string Value) connection) =>
        BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }, services: BotHost.WithoutJobs(clock));
}
