using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Credentials for calls to the channel, from configuration. Once an app id is set it lets in nobody:
/// checking tokens is left to the application.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private static readonly HttpClient SharedHttp = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    private readonly ServiceClientCredentialsFactory credentials;
    private readonly Func<HttpClient> http;
    private readonly string appId;
    private readonly string audience;
    private readonly string loginEndpoint;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null,
        IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        http = httpClientFactory is null ? () => SharedHttp : httpClientFactory.CreateClient;
        credentials = credentialsFactory
            ?? new ConfigurationServiceClientCredentialFactory(configuration, httpClientFactory?.CreateClient());
        appId = configuration["MicrosoftAppId"];
        audience = configuration["ToChannelFromBotOAuthScope"] is { Length: > 0 } scope ? scope : "https://api.botframework.com";
        loginEndpoint = configuration["ToChannelFromBotLoginUrl"] is { Length: > 0 } login ? login : null;
    }

    public override string GetOriginatingAudience() => audience;

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        LetInAsync(authHeader, cancellationToken);

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var identity = await LetInAsync(authHeader, cancellationToken);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = audience,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        AuthenticateRequestAsync(null, authHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Factory(this);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(new NoUserTokens());

    private async Task<ClaimsIdentity> LetInAsync(string authHeader, CancellationToken cancellationToken)
    {
        if (await credentials.IsAuthenticationDisabledAsync(cancellationToken) && string.IsNullOrWhiteSpace(authHeader))
            return new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);

        throw new UnauthorizedAccessException(
            "This stand-in checks no tokens: derive from BotFrameworkAuthentication and check them there, or use the genuine package.");
    }

    private sealed class Factory(ConfigurationBotFrameworkAuthentication owner) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            var credentials = await owner.credentials.CreateCredentialsAsync(
                owner.appId, audience ?? owner.audience, owner.loginEndpoint, validateAuthority: true, cancellationToken);
            return new HttpConnectorClient(new Uri(serviceUrl), owner.http(), credentials);
        }
    }

    private sealed class NoUserTokens : UserTokenClient;
}
