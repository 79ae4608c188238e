using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Delivery;

/// <summary>
/// Mails to a real server that takes them, refuses, hangs and dies: each arrives, and only where nobody can know whether it did, it comes
/// twice under one Message-Id.
/// </summary>
[Slow]
public sealed class MailChannelTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9)));

    [SmtpFact]
    public async Task What_the_server_takes_is_sent_once_and_its_answer_kept()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await bot.Services.AddMailsAsync("koho@example.jp");

        await bot.Services.SendAsync();
        await LaterAsync(bot);

        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal((OutboxStatus.Sent, 1, "queued as 1", null), (row.Status, row.Attempts, row.ChannelId, row.LastError));
        var mail = Assert.Single(await smtp.MailsAsync());
        Assert.Equal(
            ("guideline-bot@example.jp", "koho@example.jp", $"{row.Id:N}@guideline-bot"),
            (mail.From, Assert.Single(mail.To), mail.Message.MessageId)
        );
    }

    [SmtpFact]
    public async Task An_address_refused_for_good_is_given_up_and_the_others_get_their_mail()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await bot.Services.AddMailsAsync("koho@example.jp", "gone@example.jp", "network@example.jp");

        await bot.Services.SendAsync();

        Assert.Equal(["koho@example.jp", "network@example.jp"], (await smtp.MailsAsync()).Select(mail => Assert.Single(mail.To)).Order());
        var given = Assert.Single(await bot.Services.OutboxAsync(), row => row.Status == OutboxStatus.Dead);
        Assert.Equal(
            "メールサーバーが宛先 gone@example.jp を受け付けませんでした（550 No such user）。アドレスを確かめてください。",
            given.LastError
        );
    }

    [SmtpFact]
    public async Task A_mail_refused_for_good_is_given_up()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(SmtpMode.Reject);

        await bot.AttemptAsync(OutboxStatus.Dead, "554 Looks like spam");
    }

    [SmtpTheory]
    [InlineData(SmtpMode.Busy, "451 Mailbox busy")]
    [InlineData(SmtpMode.Drop, "接続が途中で切れました")]
    public async Task What_was_not_taken_is_tried_again_and_arrives_once(SmtpMode mode, string reason)
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await StartAsync(smtp);
        await smtp.BehaveAsync(mode);
        await bot.AttemptAsync(OutboxStatus.Waiting, reason);

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
        await bot.AttemptAsync(OutboxStatus.Waiting, "に接続できないか");

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
        var attempt = bot.AttemptAsync(OutboxStatus.Waiting, "30秒以内に応答しませんでした");
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
        await bot.AttemptAsync(OutboxStatus.Waiting, "接続が途中で切れました");

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

        await bot.AttemptAsync(OutboxStatus.Sent, null);
        await LaterAsync(bot);

        Assert.Single(await smtp.MailsAsync());
    }

    private Task<IHost> StartAsync(SmtpServer smtp) => MailBench.StartAsync(smtp, clock, new TestComposer());

    private static async Task<(OutboxStatus Status, string? Error)> StateAsync(IHost bot)
    {
        var row = Assert.Single(await bot.Services.OutboxAsync());
        return (row.Status, row.LastError);
    }

    /// <summary>When the next attempt is due.</summary>
    private async Task LaterAsync(IHost bot)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Services.SendAsync();
    }
}
