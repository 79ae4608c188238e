using GuidelineBot.Cards;
using GuidelineBot.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GuidelineBot.Delivery;

/// <summary>Mails by SMTP, or as .eml files where no server is set.</summary>
internal sealed partial class MailChannel(
    IOptions<MailOptions> options,
    IHostEnvironment environment,
    TimeProvider clock,
    ILogger<MailChannel> log
) : IDeliveryChannel
{
    /// <summary>For the goodbye after a mail that was taken.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(5);

    private readonly MailOptions settings = options.Value;

    public OutboxChannel Kind => OutboxChannel.Mail;

    /// <summary>Says where the mails go.</summary>
    public void Announce()
    {
        if (settings.Host.Length == 0)
            LogPickup(Folder);
        else
            LogServer(settings.Host, settings.Port, settings.Security);
    }

    public async Task<string?> SendAsync(OutboxMessage message, IComposer composer, CancellationToken cancellationToken)
    {
        if (await composer.MailAsync(message, cancellationToken) is not { } mail)
            return null;
        if (!MailboxAddress.TryParse(message.Recipient, out var recipient))
            throw new UndeliverableException(
                $"「{message.Recipient}」はメールアドレスとして読み取れません。設定 Recipients を直してください。"
            );
        using var mime = Compose(message, mail, recipient);
        return settings.Host.Length == 0 ? await WriteAsync(mime, cancellationToken) : await SubmitAsync(mime, cancellationToken);
    }

    private string Folder => Path.GetFullPath(settings.Pickup, environment.ContentRootPath);

    /// <summary>The same row always has the same Message-Id, so that a mail sent twice can be told for one.</summary>
    private MimeMessage Compose(OutboxMessage message, Mail mail, MailboxAddress recipient)
    {
        var body = new BodyBuilder { TextBody = mail.Text };
        foreach (var attachment in mail.Attachments)
            body.Attachments.Add(attachment.FileName, attachment.Content, ContentType.Parse(attachment.ContentType));
        // The names are Japanese; RFC 2231 is how mail programs of today read them.
        foreach (
            var name in body
                .Attachments.OfType<MimePart>()
                .SelectMany(part => (Parameter[])[.. part.ContentDisposition?.Parameters ?? [], .. part.ContentType.Parameters])
        )
            name.EncodingMethod = ParameterEncodingMethod.Rfc2231;
        var mime = new MimeMessage
        {
            Subject = mail.Subject,
            Body = body.ToMessageBody(),
            Date = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone),
            MessageId = $"{message.Id:N}@guideline-bot",
        };
        mime.From.Add(MailboxAddress.Parse(settings.From));
        mime.To.Add(recipient);
        return mime;
    }

    /// <returns>What the server said on taking the mail, most often with its own number for it.</returns>
    private async Task<string> SubmitAsync(MimeMessage mime, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(
                settings.Host,
                settings.Port,
                settings.Security switch
                {
                    "Tls" => SecureSocketOptions.SslOnConnect,
                    "None" => SecureSocketOptions.None,
                    _ => SecureSocketOptions.StartTls,
                },
                cancellationToken
            );
            if (settings.User.Length > 0)
                await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            var answer = await client.SendAsync(mime, cancellationToken);
            await SayGoodbyeAsync(client);
            return Plain.Cut(answer, OutboxMessage.LongestChannelId - 1);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw Explain(fault, mime.To.ToString());
        }
    }

    private Exception Explain(Exception fault, string recipient) =>
        fault switch
        {
            SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused when (int)refused.StatusCode >= 500 =>
                new UndeliverableException(
                    $"メールサーバーが宛先 {recipient} を受け付けませんでした（{Said(refused)}）。アドレスを確かめてください。",
                    fault
                ),
            SmtpCommandException { ErrorCode: SmtpErrorCode.MessageNotAccepted } refused when (int)refused.StatusCode >= 500 =>
                new UndeliverableException($"メールサーバーがメールを受け付けませんでした（{Said(refused)}）。", fault),
            SmtpCommandException refused => new PostponedException($"メールサーバーに断られました（{Said(refused)}）。", fault),
            AuthenticationException => new PostponedException(
                $"メールサーバーにサインインできませんでした（{fault.Message}）。設定 Mail:User と Mail:Password を確かめてください。",
                fault
            ),
            SslHandshakeException => new PostponedException(
                $"メールサーバー {settings.Host} の証明書を信頼できないか、暗号化した接続ができませんでした。証明書と、設定 Mail:Host、Mail:Security を確かめてください。",
                fault
            ),
            NotSupportedException => new PostponedException(
                $"メールサーバー {settings.Host} は、設定 Mail:Security や Mail:User の求める接続に対応していません（{fault.Message}）。",
                fault
            ),
            _ => new PostponedException(
                $"メールサーバー {settings.Host}:{settings.Port} に接続できないか、接続が途中で切れました（{fault.Message}）。",
                fault
            ),
        };

    private static string Said(SmtpCommandException refused) => $"{(int)refused.StatusCode} {refused.Message}";

    /// <summary>The server has taken the mail; a fault now is none of the mail's.</summary>
    private async Task SayGoodbyeAsync(SmtpClient client)
    {
        using var limited = new CancellationTokenSource(Courtesy, clock);
        try
        {
            await client.DisconnectAsync(true, limited.Token);
        }
        catch (Exception fault)
            when (fault is IOException or ProtocolException or ServiceNotConnectedException or OperationCanceledException) { }
    }

    private async Task<string> WriteAsync(MimeMessage mime, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var name = $"{mime.MessageId!.Split('@')[0]}.eml";
        var file = Path.Combine(Folder, name);
        // Whoever collects the files must not find half a one.
        await using (var unfinished = new FileStream(file + ".new", PrivateFile.New(FileMode.Create)))
            await mime.WriteToAsync(unfinished, cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
        return name;
    }

    [LoggerMessage(LogLevel.Warning, "メールサーバー（Mail:Host）が設定されていません。メールは送らずに {Folder} に .eml として書きます。")]
    private partial void LogPickup(string folder);

    [LoggerMessage(LogLevel.Information, "メールは {Host}:{Port}（{Security}）から送ります。")]
    private partial void LogServer(string host, int port, string security);
}
