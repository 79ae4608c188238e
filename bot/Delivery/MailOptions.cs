using Microsoft.Extensions.Options;

namespace GuidelineBot.Delivery;

/// <summary>How mails leave: by SMTP, or into a folder where there is no server.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Empty: mails are written to <see cref="Pickup"/>.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;
    public string User { get; init; } = "";
    public string Password { get; init; } = "";
    public string From { get; init; } = "guideline-bot@example.jp";

    /// <summary>StartTls, Tls, or None.</summary>
    public string Security { get; init; } = "StartTls";

    /// <summary>The folder for .eml files when there is no host.</summary>
    public string Pickup { get; init; } = "var/mail";
}

/// <summary>Refuses to start with settings by which no mail could leave, and says what to set.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (options.Security is not ("StartTls" or "Tls" or "None"))
            return ValidateOptionsResult.Fail("Mail:Security は StartTls、Tls、None のいずれかです。");
        if (options.Port is < 1 or > 65535)
            return ValidateOptionsResult.Fail("Mail:Port は 1 から 65535 で指定してください。");
        return MimeKit.MailboxAddress.TryParse(options.From, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Mail:From はメールアドレスで指定してください。");
    }
}
