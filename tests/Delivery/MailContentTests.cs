using System.Text;
using GuidelineBot.Delivery;
using MimeKit;

namespace GuidelineBot.Tests.Delivery;

/// <summary>A mail as the server receives it.</summary>
[Slow]
public sealed class MailContentTests
{
    [SmtpFact]
    public async Task Japanese_arrives_as_it_was_written()
    {
        var content = Encoding.UTF8.GetBytes("中身");
        var sent = new Mail(
            "【提出】令和8年度 開始 第1号　Instagram　おかやま花だより𠮷野家（とても長い名前のアカウントで、件名が折り返される）",
            "1行目です。\r\n.\r\n3行目です。",
            [
                new MailAttachment(
                    "開始届_令和8年度_開始_第1号_とても長い名前なので折り返される.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    content
                ),
            ]
        );

        var mail = await SendAsync(sent);

        Assert.Equal(sent.Subject, mail.Message.Subject);
        Assert.Equal(sent.Text, mail.Message.TextBody!.TrimEnd().ReplaceLineEndings("\r\n"));
        var attachment = Assert.IsType<MimePart>(Assert.Single(mail.Message.Attachments));
        Assert.Equal(
            (sent.Attachments[0].FileName, sent.Attachments[0].ContentType),
            (attachment.FileName, attachment.ContentType.MimeType)
        );
        using var received = new MemoryStream();
        await attachment.Content!.DecodeToAsync(received);
        Assert.Equal(content, received.ToArray());
    }

    [SmtpTheory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    public async Task Nothing_that_people_write_becomes_a_header_or_a_recipient(string end)
    {
        var evil = $"花だより{end}Bcc: evil@example.jp{end}X-Evil: yes";

        var mail = await SendAsync(new Mail(evil, "本文", [new MailAttachment($"{evil}.docx", "application/octet-stream", [])]));

        Assert.Equal(["koho@example.jp"], mail.To);
        Assert.Equal(["koho@example.jp"], mail.Message.GetRecipients().Select(mailbox => mailbox.Address));
        Assert.Equal(
            ["From", "Date", "Subject", "Message-Id", "To", "MIME-Version", "Content-Type"],
            mail.Message.Headers.Concat(mail.Message.Body!.Headers).Select(header => header.Field)
        );
        Assert.Equal("本文", mail.Message.TextBody!.TrimEnd());
        var attachment = Assert.Single(mail.Message.Attachments);
        Assert.DoesNotContain(attachment.Headers, header => header.Field is "Bcc" or "X-Evil");
    }

    private static async Task<ReceivedMail> SendAsync(Mail mail)
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var bot = await MailBench.StartAsync(smtp, TimeProvider.System, new TestComposer(mail));
        await bot.Services.AddMailsAsync("koho@example.jp");
        await bot.Services.SendAsync();
        return Assert.Single(await smtp.MailsAsync());
    }
}
