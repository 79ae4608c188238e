using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides who may call the bot, and with what credentials the bot calls back.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Throws <see cref="UnauthorizedAccessException"/> to refuse a caller.</summary>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken);

    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken);

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    public virtual string GetOriginatingAudience() => throw new NotImplementedException();

    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>A caller that was let in.</summary>
public class AuthenticateRequestResult
{
    public string Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; }

    public string CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; }
}

/// <summary>Creates clients for service URLs.</summary>
public abstract class ConnectorFactory
{
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}

/// <summary>Access to tokens of signed-in users; this bot signs nobody in.</summary>
public abstract class UserTokenClient : IDisposable
{
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>Knows the bot's own app id and credentials.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}

/// <summary>Names of claims.</summary>
public static class AuthenticationConstants
{
    public const string AudienceClaim = "aud";
    public const string IssuerClaim = "iss";
    public const string AppIdClaim = "appid";
    public const string AuthorizedParty = "azp";
    public const string VersionClaim = "ver";
    public const string ServiceUrlClaim = "serviceurl";
    public const string AnonymousSkillAppId = "AnonymousSkill";
    public const string AnonymousAuthType = "anonymous";
}
