using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Delivery;

/// <summary>Mails to a real server that takes them, refuses, hangs and dies: each arrives, and only where nobody can know whether it did, it comes twice under one Message-Id.</summary>
public sealed class MailChannelTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9)));

    [SmtpFact]
    public async Task What_the_server_takes_is_sent_once_and_its_answer_kept()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await bot.Services.AddMailsAsync("koho@example.jp");

        await bot.Services.DrainAsync();
        await LaterAsync(bot);

        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal((OutboxStatus.Sent, 1, "queued as 1", null), (row.Status, row.Attempts, row.ChannelId, row.LastError));
        var mail = Assert.Single(await smtp.MailsAsync());
        Assert.Equal(("guideline-bot@example.jp", "koho@example.jp", $"{row.Id:N}@guideline-bot"), (mail.From, Assert.Single(mail.To), mail.Message.MessageId));
    }

    [SmtpFact]
    public async Task An_address_refused_for_good_is_given_up_and_the_others_get_their_mail()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await bot.Services.AddMailsAsync("koho@example.jp", "gone@example.jp", "network@example.jp");

        await bot.Services.DrainAsync();

        Assert.Equal(["koho@example.jp", "network@example.jp"], (await smtp.MailsAsync()).Select(mail => Assert.Single(mail.To)).Order());
        var given = Assert.Single(await bot.Services.OutboxAsync(), row => row.Status == OutboxStatus.Dead);
        Assert.Equal("メールサーバーが宛先 gone@example.jp を受け付けませんでした（550 No such user）。アドレスを確かめてください。", given.LastError);
    }

    [SmtpFact]
    public async Task A_mail_refused_for_good_is_given_up()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(SmtpMode.Reject);

        await AttemptAsync(bot, OutboxStatus.Dead, "554 Looks like spam");
    }

    [SmtpTheory]
    [InlineData(SmtpMode.Busy, "451 Mailbox busy")]
    [InlineData(SmtpMode.Drop, "接続が途中で切れました")]
    public async Task What_was_not_taken_is_tried_again_and_arrives_once(SmtpMode mode, string reason)
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(mode);
        await AttemptAsync(bot, OutboxStatus.Waiting, reason);

        await smtp.BehaveAsync(SmtpMode.Accept);
        await LaterAsync(bot);

        Assert.Equal((OutboxStatus.Sent, null), await StateAsync(bot));
        Assert.Single(await smtp.MailsAsync());
    }

    [SmtpFact]
    public async Task A_server_that_is_away_gets_the_mail_when_it_is_back()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.StopAsync();
        await AttemptAsync(bot, OutboxStatus.Waiting, "に接続できないか");

        await smtp.RestartAsync();
        await LaterAsync(bot);

        Assert.Single(await smtp.MailsAsync());
    }

    [SmtpTheory]
    [InlineData(SmtpMode.Mute, "connected", 0)]
    [InlineData(SmtpMode.Silent, "mail", 1)]
    public async Task A_server_that_hangs_is_left_and_tried_again(SmtpMode mode, string reached, int taken)
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(mode);
        var attempt = AttemptAsync(bot, OutboxStatus.Waiting, "30秒以内に応答しませんでした");
        await smtp.HappenedAsync(reached);
        clock.Advance(DeliveryWorker.Patience - TimeSpan.FromSeconds(1));
        Assert.False(attempt.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await attempt;
        Assert.Equal(taken, (await smtp.MailsAsync()).Count);

        await smtp.BehaveAsync(SmtpMode.Accept);
        await LaterAsync(bot);

        // What it took without a word may come twice; by its Message-Id it is one mail.
        var mails = await smtp.MailsAsync();
        Assert.Equal(taken + 1, mails.Count);
        Assert.Single(mails.DistinctBy(mail => mail.Message.MessageId));
        Assert.Equal((OutboxStatus.Sent, null), await StateAsync(bot));
    }

    [SmtpFact]
    public async Task A_server_killed_before_its_answer_gets_the_mail_again_under_the_same_id()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(SmtpMode.Die);
        await AttemptAsync(bot, OutboxStatus.Waiting, "接続が途中で切れました");

        await smtp.RestartAsync();
        await LaterAsync(bot);

        var mails = await smtp.MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.DistinctBy(mail => mail.Message.MessageId));
        Assert.Equal((OutboxStatus.Sent, null), await StateAsync(bot));
    }

    [SmtpFact]
    public async Task A_server_that_takes_the_mail_and_hangs_up_has_taken_it()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(SmtpMode.Rude);

        await AttemptAsync(bot, OutboxStatus.Sent, null);
        await LaterAsync(bot);

        Assert.Single(await smtp.MailsAsync());
    }

    [SmtpFact]
    public async Task Nothing_is_sent_to_a_server_whose_certificate_nobody_vouches_for()
    {
        await using var smtp = await SmtpServer.StartAsync(Certificate.ForLoopback().ToSettings());
        using var bot = await StartAsync(smtp, ("Mail:Security", "StartTls"));

        await AttemptAsync(bot, OutboxStatus.Waiting, "証明書を信頼できないか");

        Assert.Empty(await smtp.MailsAsync());
    }

    [SmtpFact]
    public async Task Nothing_is_sent_in_clear_where_encryption_is_asked_for()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp, ("Mail:Security", "StartTls"));

        await AttemptAsync(bot, OutboxStatus.Waiting, "Mail:Security");

        Assert.Empty(await smtp.MailsAsync());
    }

    [SmtpTheory]
    [InlineData("right", true, null)]
    [InlineData("wrong", false, "サインインできませんでした")]
    public async Task A_server_that_asks_who_it_is_takes_mail_for_the_right_password_only(string password, bool isTaken, string? reason)
    {
        await using var smtp = await SmtpServer.StartAsync(new JsonObject { ["user"] = "bot", ["password"] = "right" });
        using var bot = await StartAsync(smtp, ("Mail:User", "bot"), ("Mail:Password", password));

        await AttemptAsync(bot, isTaken ? OutboxStatus.Sent : OutboxStatus.Waiting, reason);

        Assert.Equal(isTaken ? ["bot"] : [], (await smtp.MailsAsync()).Select(mail => mail.User));
    }

    /// <summary>Storage and delivery alone: what mails need of the bot.</summary>
    private async Task<IHost> StartAsync(SmtpServer smtp, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var all = settings.Concat([("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{smtp.Port}"), ("Mail:Security", "None"), await TestStorage.NewDatabaseAsync(Server.Sqlite)]);
        builder.Configuration.AddInMemoryCollection(all.DistinctBy(setting => setting.Item1).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddDelivery();
        OutboxBench.WithoutWorker(builder.Services);
        builder.Services.RemoveAll<IDeliveryChannel>().AddSingleton<IDeliveryChannel>(services => services.GetRequiredService<MailChannel>()).AddSingleton<IComposer>(new TestComposer());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>One mail, tried once.</summary>
    private static async Task AttemptAsync(IHost bot, OutboxStatus status, string? reason)
    {
        await bot.Services.AddMailsAsync("koho@example.jp");
        await bot.Services.DrainAsync();
        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal((status, 1), (row.Status, row.Attempts));
        if (reason is null)
            Assert.Null(row.LastError);
        else
            Assert.Contains(reason, row.LastError, StringComparison.Ordinal);
    }

    private static async Task<(OutboxStatus Status, string? Error)> StateAsync(IHost bot)
    {
        var row = Assert.Single(await bot.Services.OutboxAsync());
        return (row.Status, row.LastError);
    }

    /// <summary>When the next attempt is due.</summary>
    private async Task LaterAsync(IHost bot)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Services.DrainAsync();
    }
}
