using System.Text.Json.Nodes;
using GuidelineBot.Storage;

namespace GuidelineBot.Tests.Delivery;

/// <summary>Whom the bot trusts its mails to. That it trusts a certificate of the machine's store is seen in <see cref="KilledProcessTests"/>.</summary>
[Slow]
public sealed class MailSecurityTests
{
    [SmtpFact]
    public async Task Nothing_is_sent_to_a_server_whose_certificate_nobody_vouches_for()
    {
        await using var smtp = await SmtpServer.StartAsync(Certificate.ForLoopback().ToSettings());
        using var bot = await MailBench.StartAsync(smtp, TimeProvider.System, new TestComposer(), ("Mail:Security", "StartTls"));

        await bot.AttemptAsync(OutboxStatus.Waiting, "証明書を信頼できないか");

        Assert.Empty(await smtp.MailsAsync());
    }

    [SmtpFact]
    public async Task Nothing_is_sent_in_clear_where_encryption_is_asked_for()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await MailBench.StartAsync(smtp, TimeProvider.System, new TestComposer(), ("Mail:Security", "StartTls"));

        await bot.AttemptAsync(OutboxStatus.Waiting, "Mail:Security");

        Assert.Empty(await smtp.MailsAsync());
    }

    [SmtpTheory]
    [InlineData("right", true, null)]
    [InlineData("wrong", false, "サインインできませんでした")]
    public async Task A_server_that_asks_who_it_is_takes_mail_for_the_right_password_only(string password, bool isTaken, string? reason)
    {
        await using var smtp = await SmtpServer.StartAsync(new JsonObject { ["user"] = "bot", ["password"] = "right" });
        using var bot = await MailBench.StartAsync(
            smtp,
            TimeProvider.System,
            new TestComposer(),
            ("Mail:User", "bot"),
            ("Mail:Password", password)
        );

        await bot.AttemptAsync(isTaken ? OutboxStatus.Sent : OutboxStatus.Waiting, reason);

        Assert.Equal(isTaken ? ["bot"] : [], (await smtp.MailsAsync()).Select(mail => mail.User));
    }
}
