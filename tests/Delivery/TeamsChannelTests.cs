using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tests.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Delivery;

/// <summary>Cards into a chat that Teams refuses, holds back, or has lost.</summary>
public sealed class TeamsChannelTests
{
    private const string Office = "19:koho";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9)));

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status404NotFound)]
    public async Task Where_the_bot_was_removed_it_is_given_up_with_the_reason_and_sent_again_when_it_is_back(int status)
    {
        await using var bot = await StartAsync();
        bot.Teams.Answer = call => IsToOffice(call) ? Results.StatusCode(status) : null;
        await bot.Services.TellOfficeAsync();
        await bot.Services.DrainAsync();
        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal((OutboxStatus.Dead, "このチャットではボットが削除されたか、ブロックされています。"), (row.Status, row.LastError));

        // Nobody is asked again and again: what is told next does not go there.
        await bot.Services.TellOfficeAsync();
        Assert.Single(await bot.Services.OutboxAsync());

        bot.Teams.Answer = _ => null;
        await bot.SayAsync("ヘルプ", conversation: Office);
        await bot.PressAsync((await bot.SayAsync("配信状況")).Card(), "再送");
        await bot.Services.DrainAsync();
        Assert.Equal(OutboxStatus.Sent, Assert.Single(await bot.Services.OutboxAsync()).Status);
    }

    [Fact]
    public async Task When_Teams_says_how_long_to_wait_it_is_tried_then_and_not_before()
    {
        await using var bot = await StartAsync();
        bot.Teams.Answer = call => IsToOffice(call) ? new Busy(17) : null;
        await bot.Services.TellOfficeAsync();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await bot.Services.DrainAsync();
            clock.Advance(TimeSpan.FromSeconds(17));
        }
        await bot.Services.DrainAsync();
        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal(
            (OutboxStatus.Waiting, 0, "Teams が混み合っています。", clock.GetUtcNow().AddSeconds(17)),
            (row.Status, row.Attempts, row.LastError, row.DueAt)
        );

        bot.Teams.Answer = _ => null;
        clock.Advance(TimeSpan.FromSeconds(16));
        await bot.Services.DrainAsync();
        Assert.Equal(OutboxStatus.Waiting, Assert.Single(await bot.Services.OutboxAsync()).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        await bot.Services.DrainAsync();
        Assert.Equal(OutboxStatus.Sent, Assert.Single(await bot.Services.OutboxAsync()).Status);
    }

    [Slow]
    [Fact]
    public async Task A_fault_of_Teams_is_no_delivery_and_no_apology()
    {
        await using var bot = await StartAsync();
        bot.Teams.Answer = call => IsToOffice(call) ? Results.StatusCode(StatusCodes.Status502BadGateway) : null;
        var before = bot.Teams.Calls.Count;
        await bot.Services.TellOfficeAsync();
        await bot.Services.DrainAsync();

        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal((OutboxStatus.Waiting, 1, "Teams に断られました（502 BadGateway）。"), (row.Status, row.Attempts, row.LastError));
        Assert.Single(bot.Teams.Calls.Skip(before), IsToOffice);
    }

    [SmtpFact]
    public async Task A_mail_server_that_hangs_does_not_hold_up_the_chats()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await smtp.BehaveAsync(SmtpMode.Mute);
        await using var bot = await BotHost.StartAsync(
            settings: new()
            {
                ["Recipients:PublicRelations:0"] = "koho@example.jp",
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{smtp.Port}",
            }
        );
        var told = new TaskCompletionSource();
        await bot.SayAsync("ここに届ける", conversation: Office);
        bot.Teams.Answer = call =>
        {
            if (IsToOffice(call))
                told.TrySetResult();
            return null;
        };
        await Filed.EndAsync(bot, "sato", "a:sato");

        await smtp.HappenedAsync("connected");
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(
            OutboxStatus.Waiting,
            Assert.Single(await bot.Services.OutboxAsync(), row => row.Channel == OutboxChannel.Mail).Status
        );
        await smtp.StopAsync();
    }

    [Fact]
    public async Task The_log_says_where_mails_go_and_that_nobody_gets_any()
    {
        var log = new CapturedLog();
        var pickup = TestFolder.New();
        await using var bot = await BotHost.StartAsync(settings: new() { ["Mail:Pickup"] = pickup }, services: log.Attach);
        await Filed.EndAsync(bot, "sato");

        Assert.Contains(
            log.Entries,
            entry =>
                entry.Level == LogLevel.Warning
                && entry.Text == $"メールサーバー（Mail:Host）が設定されていません。メールは送らずに {pickup} に .eml として書きます。"
        );
        Assert.Contains(
            log.Entries,
            entry => entry.Level == LogLevel.Warning && entry.Text.Contains("設定 Recipients に宛先がありません", StringComparison.Ordinal)
        );
    }

    private async Task<BotHost> StartAsync()
    {
        var bot = await BotHost.StartAsync(services: services =>
        {
            BotHost.WithoutJobs(services);
            services.AddSingleton<TimeProvider>(clock).AddSingleton<IComposer, TestComposer>();
        });
        await bot.SayAsync("ここに届ける", conversation: Office);
        return bot;
    }

    private static bool IsToOffice(OutgoingCall call) =>
        Uri.UnescapeDataString(call.Path).Contains($"/{Office}/", StringComparison.Ordinal);

    private sealed class Busy(int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            httpContext.Response.Headers.RetryAfter = $"{seconds}";
            return Task.CompletedTask;
        }
    }
}
