using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary>
/// The bot's registration and the channel it trusts, under the names that Bot Framework bots have always used at the root of the
/// configuration.
/// </summary>
internal sealed class ChannelOptions
{
    public string MicrosoftAppId { get; init; } = "";
    public string MicrosoftAppType { get; init; } = "";
    public string MicrosoftAppPassword { get; init; } = "";

    /// <summary>The last day of the secret (2027-03-31), so that the status page can warn; empty where nobody has said.</summary>
    public string MicrosoftAppPasswordEnds { get; init; } = "";

    /// <summary>In place of the secret: a file with a certificate and its private key, .pfx or PEM.</summary>
    public string MicrosoftAppCertificate { get; init; } = "";

    public string MicrosoftAppCertificatePassword { get; init; } = "";
    public string MicrosoftAppTenantId { get; init; } = "";
    public string ToBotFromChannelOpenIdMetadataUrl { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    public string ToBotFromChannelTokenIssuer { get; init; } = "https://api.botframework.com";

    /// <summary>Without an app id nobody's token can be checked: for a developer's own machine only.</summary>
    public bool IsOpen => MicrosoftAppId.Length == 0;
}

/// <summary>Refuses to start with a registration that could not work, and says what to set.</summary>
internal sealed class ChannelOptionsCheck(IHostEnvironment environment) : IValidateOptions<ChannelOptions>
{
    public ValidateOptionsResult Validate(string? name, ChannelOptions options)
    {
        if (options.IsOpen)
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "MicrosoftAppId が設定されていません。Azure Bot のアプリケーション ID を、設定ファイルか環境変数 MicrosoftAppId で指定してください（開発環境でのみ省略できます）。"
                );

        var faults = new List<string>();
        if (!Guid.TryParse(options.MicrosoftAppId, out _))
            faults.Add("MicrosoftAppId は GUID で指定してください。");
        if (!IsTrustworthy(options.ToBotFromChannelOpenIdMetadataUrl))
            faults.Add("ToBotFromChannelOpenIdMetadataUrl は https の URL で指定してください。");
        if (options.MicrosoftAppType.Length > 0 && options.MicrosoftAppType is not ("MultiTenant" or "SingleTenant" or "UserAssignedMSI"))
            faults.Add("MicrosoftAppType は MultiTenant、SingleTenant、UserAssignedMSI のいずれかです。");
        if (options.MicrosoftAppType is "SingleTenant" or "UserAssignedMSI" && options.MicrosoftAppTenantId.Length == 0)
            faults.Add($"MicrosoftAppType が {options.MicrosoftAppType} のときは、MicrosoftAppTenantId も指定してください。");
        if (options.MicrosoftAppPasswordEnds.Length > 0 && !AppCredential.IsDay(options.MicrosoftAppPasswordEnds, out _))
            faults.Add("MicrosoftAppPasswordEnds は 2027-03-31 のように指定してください。");
        if (options.MicrosoftAppCertificate.Length > 0 && options.MicrosoftAppPassword.Length > 0)
            faults.Add("MicrosoftAppCertificate と MicrosoftAppPassword は、どちらか一つだけを指定してください。");
        try
        {
            using var certificate = AppCredential.Read(options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            faults.Add(
                $"MicrosoftAppCertificate の {options.MicrosoftAppCertificate} を、証明書と RSA の秘密鍵として読み取れません。ファイルと MicrosoftAppCertificatePassword を確かめてください。"
            );
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Keys fetched without TLS would let anyone on the way sign; this machine itself is the one exception.</summary>
    private static bool IsTrustworthy(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true });
}

/// <summary>Whose Teams may talk to the bot.</summary>
internal sealed class TenantOptions
{
    public const string Section = "Tenants";

    /// <summary>
    /// The city's Entra tenant id, one at most: one database is one city's. Empty: any tenant in Development, none elsewhere.
    /// </summary>
    public string[] Allowed { get; init; } = [];

    /// <summary>Whether guests of the city's tenant may use the bot. They never have a role.</summary>
    public bool Guests { get; init; }

    /// <param name="named">Every tenant that an activity names: all of them must be the one.</param>
    public bool Allows(IReadOnlyList<string> named, IHostEnvironment environment) =>
        Allowed.Length == 0
            ? environment.IsDevelopment() && named.Distinct(StringComparer.OrdinalIgnoreCase).Count() <= 1
            : named.Count > 0 && named.All(tenant => Allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase));
}

/// <summary>
/// Through which channels of the Bot Framework people may come. In most of them the Entra id is what the client says it is; Teams alone
/// vouches for it.
/// </summary>
internal sealed class AllowedChannelsOptions
{
    public const string Section = "Channels";

    /// <summary>Ids of channels; empty: <c>msteams</c>, and in Development <c>emulator</c>, too.</summary>
    public string[] Allowed { get; init; } = [];

    public bool Allows(string channel, IHostEnvironment environment) =>
        Allowed.Length > 0
            ? Allowed.Contains(channel, StringComparer.Ordinal)
            : channel == Microsoft.Bot.Connector.Channels.Msteams
                || (environment.IsDevelopment() && channel == Microsoft.Bot.Connector.Channels.Emulator);
}
