using System.Net;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tests.Turns;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>Teams' connector refuses, holds back, falls silent or breaks off.</summary>
[Slow]
public sealed class ChannelFaultTests(ITestOutputHelper output)
{
    private const string Blocked = "403 MessageWritesBlocked";
    private const string Question = "パスワードってどれくらいの頻度で変えるの？";

    public static TheoryData<string> Faults => [.. ChannelFaults.All.Keys];

    [Theory, MemberData(nameof(Faults))]
    public async Task However_the_channel_fails_work_goes_on_and_everything_is_told_when_it_is_back(string fault)
    {
        var dice = new Random(FaultRun.Seed(output));
        await using var bot = await FaultBot.WithinAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        var databases = bot.Services.GetRequiredService<IDbContextFactory<Database>>();
        var crowd = new Crowd(bot, databases, dice.Next());
        var acts = FaultRun.Of(20, 400);
        await crowd.GatherAsync(acts);
        var failed = 0;
        bot.Teams.Answer = _ =>
        {
            Interlocked.Increment(ref failed);
            return ChannelFaults.All[fault];
        };
        await crowd.RunAsync(acts);
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref failed) > 1));
        bot.Teams.Answer = _ => null;

        await using var database = databases.CreateDbContext();
        if (fault == Blocked)
        {
            // Given up, with the reason; when the app is back, an administrator sends it again. A chat known to be closed before the first
            // notice has none to give up.
            await UntilAsync(() => database.Outbox.AllAsync(row => row.Status != OutboxStatus.Waiting));
            var isGivenUp = await database.Outbox.AnyAsync(row => row.Status == OutboxStatus.Dead);
            Assert.Equal(isGivenUp, (await bot.SayAsync("配信状況")).Card().Words().Contains("ブロック", StringComparison.Ordinal));
            await SpeakAsync(bot);
            await bot.PressAsync(DeliveriesCard.ResendVerb, [], "yamada", "a:personal", "");
        }
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var holding = Invariants.HoldAsync(database, crowd, bot, wasBlocked: fault == Blocked);
        while (!holding.IsCompleted)
        {
            // What has failed waits for half a minute and more.
            await using (var clock = databases.CreateDbContext())
                await Invariants.LetTimePassAsync(clock);
            // A refusal that was under way when the chats were opened again closes them once more.
            if (fault == Blocked)
                await SpeakAsync(bot);
            bot.Services.GetRequiredService<DeliveryBell>().Ring();
            await Task.WhenAny(holding, Task.Delay(1000, late.Token));
        }
        await holding;
    }

    [Fact]
    public async Task Who_is_in_a_chat_that_blocked_the_bot_works_on_the_checklist_all_the_same_and_its_card_catches_up()
    {
        await using var bot = await BotHost.StartAsync();
        var incident = await bot.StartAsync(person: "sato");
        bot.Teams.Answer = _ => ChannelFaults.All[Blocked];
        await bot.PressAsync(
            IncidentTimelineCard.WriteVerb,
            new JsonObject { ["incident"] = incident, ["text"] = "電話がありました" },
            "sato",
            "a:sato"
        );
        await using var database = bot.Open();
        await UntilAsync(() => database.KnownConversations.AnyAsync(chat => chat.Id == IncidentBot.Group && chat.IsClosed));

        bot.Teams.Answer = _ => null;
        var refused = Redrawn();
        var written = await bot.PressAsync(
            IncidentTimelineCard.WriteVerb,
            new JsonObject { ["incident"] = incident, ["text"] = "折り返しました" },
            "suzuki"
        );
        Assert.Contains("記録しました。", written.Card().Words(), StringComparison.Ordinal);
        // The form that suzuki has open there holds the card back for a while.
        await IncidentBot.DrawnAsync(database);
        Assert.True(Redrawn() > refused);

        int Redrawn() => bot.Teams.Taken.Count(call => call.Method == "PUT");
    }

    [Fact]
    public async Task An_answer_that_is_held_back_comes_when_the_channel_says_so_and_once()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.SayAsync("ヘルプ");
        FailOnce(bot, "429 Retry-After");

        Assert.Contains("4⑤", (await bot.SayAsync(Question)).Card().Words(), StringComparison.Ordinal);
        Assert.Single(
            bot.Teams.Taken,
            call => call.Body?["attachments"]?[0]?["content"]?.Words().Contains("4⑤", StringComparison.Ordinal) == true
        );
        Assert.DoesNotContain(
            bot.Teams.Taken,
            call => call.Body?["text"]?.ToString().Contains("受付番号", StringComparison.Ordinal) == true
        );
    }

    [Theory]
    [InlineData("500")]
    [InlineData("closed mid-response")]
    public async Task An_answer_that_may_not_have_come_is_apologized_for(string fault)
    {
        await using var bot = await BotHost.StartAsync();
        await bot.SayAsync("ヘルプ");
        FailOnce(bot, fault);

        using var response = await bot.PostAsync(bot.Message(Question));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            "受付番号",
            bot.Teams.Taken.Last(call => call.Body?["text"] is not null).Body!["text"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_silent_channel_is_given_up_and_the_person_told()
    {
        var clock = new FakeTimeProvider();
        await using var bot = await BotHost.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        await bot.SayAsync("ヘルプ");
        var hung = new TaskCompletionSource();
        FailOnce(bot, "time-out", hung.SetResult);

        var asked = bot.PostAsync(bot.Message(Question));
        await hung.Task;
        clock.Advance(PatientCalls.Silence + TimeSpan.FromSeconds(1));
        using var response = await asked.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(
            "受付番号",
            bot.Teams.Taken.Last(call => call.Body?["text"] is not null).Body!["text"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_nothing_can_be_said_at_all_the_log_has_the_reference_number()
    {
        var log = new CapturedLog();
        await using var bot = await BotHost.StartAsync(services: log.Attach);
        await bot.SayAsync("ヘルプ");
        bot.Teams.Answer = _ => ChannelFaults.All[Blocked];

        using var response = await bot.PostAsync(bot.Message(Question));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            log.Entries,
            entry => entry.Level == LogLevel.Error && entry.Text.StartsWith("Turn failed, reference ", StringComparison.Ordinal)
        );
    }

    /// <summary>Somebody speaks to the bot in each chat that it had been blocked in.</summary>
    private static async Task SpeakAsync(BotHost bot)
    {
        foreach (var chat in (string[])[Crowd.Office, IncidentBot.Group, "a:personal"])
            await bot.SayAsync("ヘルプ", conversation: chat);
    }

    /// <summary>The next message does not get through; the typing that may come before it does.</summary>
    private static void FailOnce(BotHost bot, string fault, Action? told = null)
    {
        var left = 1;
        bot.Teams.Answer = call =>
        {
            if (call.Body?["type"]?.ToString() != "message" || Interlocked.Exchange(ref left, 0) == 0)
                return null;
            told?.Invoke();
            return ChannelFaults.All[fault];
        };
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
            await Task.Delay(20, late.Token);
    }
}
