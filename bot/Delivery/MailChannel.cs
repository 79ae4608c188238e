using System.Globalization;
using GuidelineBot.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GuidelineBot.Delivery;

/// <summary>Mails by SMTP, or as .eml files where no server is set.</summary>
internal sealed partial class MailChannel(IOptions<MailOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<MailChannel> log) : IDeliveryChannel
{
    /// <summary>A server that has not answered by then is taken for dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailOptions settings = options.Value;
    private int told;

    public OutboxChannel Kind => OutboxChannel.Mail;

    /// <summary>Says once where the mails go if not to a server.</summary>
    public void Announce()
    {
        if (settings.Host.Length == 0 && Interlocked.Exchange(ref told, 1) == 0)
            LogPickup(Folder);
    }

    public async Task<string?> SendAsync(OutboxMessage message, IComposer composer, CancellationToken cancellationToken)
    {
        if (await composer.MailAsync(message, cancellationToken) is not { } mail)
            return null;
        if (!MailboxAddress.TryParse(message.Recipient, out var recipient))
            throw new UndeliverableException($"「{message.Recipient}」はメールアドレスとして読み取れません。設定 Recipients を直してください。");
        using var mime = Compose(message, mail, recipient);
        if (settings.Host.Length == 0)
            await WriteAsync(mime, cancellationToken);
        else
            await SubmitAsync(mime, cancellationToken);
        return mime.MessageId;
    }

    private string Folder => Path.GetFullPath(settings.Pickup, environment.ContentRootPath);

    /// <summary>The same row always has the same Message-Id, so that a mail sent twice can be told for one.</summary>
    private MimeMessage Compose(OutboxMessage message, Mail mail, MailboxAddress recipient)
    {
        var body = new BodyBuilder { TextBody = mail.Text };
        foreach (var attachment in mail.Attachments)
            body.Attachments.Add(attachment.FileName, attachment.Content, ContentType.Parse(attachment.ContentType));
        // The names are Japanese; RFC 2231 is how mail programs of today read them.
        foreach (var name in body.Attachments.OfType<MimePart>().SelectMany(part => (Parameter[])[.. part.ContentDisposition?.Parameters ?? [], .. part.ContentType.Parameters]))
            name.EncodingMethod = ParameterEncodingMethod.Rfc2231;
        var mime = new MimeMessage { Subject = mail.Subject, Body = body.ToMessageBody(), Date = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone), MessageId = $"{message.Id:N}@guideline-bot" };
        mime.From.Add(MailboxAddress.Parse(settings.From));
        mime.To.Add(recipient);
        return mime;
    }

    private async Task SubmitAsync(MimeMessage mime, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch { "Tls" => SecureSocketOptions.SslOnConnect, "None" => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls }, limited.Token);
            if (settings.User.Length > 0)
                await client.AuthenticateAsync(settings.User, settings.Password, limited.Token);
            await client.SendAsync(mime, limited.Token);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            throw new UndeliverableException($"メールサーバーが宛先 {mime.To} を受け付けませんでした（{refused.Message}）。アドレスを確かめてください。", refused);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"メールサーバー {settings.Host} が{Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)}秒以内に応答しませんでした。");
        }
        await SayGoodbyeAsync(client);
    }

    /// <summary>The server has taken the mail; a fault now is none of the mail's.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or ServiceNotConnectedException)
        {
        }
    }

    private async Task WriteAsync(MimeMessage mime, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Folder, $"{mime.MessageId!.Split('@')[0]}.eml");
        // Whoever collects the files must not find half a one.
        await mime.WriteToAsync(file + ".new", cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }

    [LoggerMessage(LogLevel.Warning, "メールサーバー（Mail:Host）が設定されていません。メールは送らずに {Folder} に .eml として書きます。")]
    private partial void LogPickup(string folder);
}
