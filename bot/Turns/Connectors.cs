using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Rest;

namespace GuidelineBot.Turns;

/// <summary>
/// The clients through which the bot calls its channel, one kept for each service URL: the SDK would make one a turn, and with it all JSON
/// contracts anew, which costs ten times what the rest of the turn does.
/// </summary>
internal sealed class Connectors(
    IOptions<ChannelOptions> channel,
    AppCredential credential,
    IHttpClientFactory clients,
    ILogger<Connectors> logger
)
{
    /// <summary>
    /// The channel has a few regional addresses. Beyond this, as when somebody plays with a bot in development, clients are made and not
    /// kept.
    /// </summary>
    private const int Kept = 64;

    private readonly ConcurrentDictionary<string, Connector> kept = new(StringComparer.Ordinal);

    private readonly HttpClient http = clients.CreateClient(nameof(Connectors));

    /// <summary>For whom the bot's tokens are.</summary>
    public const string Audience = AuthenticationConstants.ToChannelFromBotOAuthScope;

    /// <param name="caller">
    /// Who called with which service URL; without that claim it is the bot itself, which writes to an address that a verified caller gave.
    /// </param>
    public ConnectorFactory For(ClaimsIdentity caller) =>
        new Factory(this, caller.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value);

    /// <summary>Signs a request for something that the channel keeps, such as a picture in a message.</summary>
    public async Task AuthorizeAsync(Uri service, HttpRequestMessage request, CancellationToken cancellationToken) =>
        await (await CredentialsAsync(service, cancellationToken)).ProcessHttpRequestAsync(request, cancellationToken);

    private async Task<IConnectorClient> OfAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(serviceUrl, out var known))
            return known;
        var made = new Connector(new Uri(serviceUrl), await CredentialsAsync(new Uri(serviceUrl), cancellationToken), http);
        return kept.Count < Kept ? kept.GetOrAdd(serviceUrl, made) : made;
    }

    private async Task<ServiceClientCredentials> CredentialsAsync(Uri service, CancellationToken cancellationToken)
    {
        if (credential.Certificate is { } certificate)
            return await SignedInAsync(
                new CertificateServiceClientCredentialsFactory(
                    certificate,
                    channel.Value.MicrosoftAppId,
                    channel.Value.MicrosoftAppTenantId,
                    http,
                    logger
                ),
                service,
                cancellationToken
            );
        // These four keys alone: any of the others would make the SDK ask for all of them.
        var registration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["MicrosoftAppType"] = channel.Value.MicrosoftAppType,
                    ["MicrosoftAppId"] = channel.Value.MicrosoftAppId,
                    ["MicrosoftAppPassword"] = channel.Value.MicrosoftAppPassword,
                    ["MicrosoftAppTenantId"] = channel.Value.MicrosoftAppTenantId,
                }
            )
            .Build();
        return await SignedInAsync(new ConfigurationServiceClientCredentialFactory(registration, http, logger), service, cancellationToken);
    }

    private async Task<ServiceClientCredentials> SignedInAsync(
        ServiceClientCredentialsFactory factory,
        Uri service,
        CancellationToken cancellationToken
    )
    {
        return new ForThisService(
            service,
            await factory.CreateCredentialsAsync(
                channel.Value.MicrosoftAppId,
                Audience,
                AuthenticationConstants.ToChannelFromBotLoginUrlTemplate,
                validateAuthority: true,
                cancellationToken
            )
        );
    }

    private sealed class Factory(Connectors connectors, string? serviceUrl) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            IsCallers(serviceUrl)
                ? connectors.OfAsync(serviceUrl, cancellationToken)
                : throw new UnauthorizedAccessException("The caller's token was given out for another service URL.");

        private bool IsCallers(string asked) =>
            serviceUrl is null || string.Equals(asked.TrimEnd('/'), serviceUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Connector : ConnectorClient
    {
        public Connector(Uri service, ServiceClientCredentials credentials, HttpClient http)
            : base(service, credentials, http)
        {
            SerializationSettings.ContractResolver = ChannelJson.Contracts;
            DeserializationSettings.ContractResolver = ChannelJson.Contracts;
            DeserializationSettings.MaxDepth = ChannelJson.Deepest;
        }

        /// <summary>The SDK disposes of the client at the end of each turn.</summary>
#pragma warning disable CA2215 // Not disposing is the point.
        protected override void Dispose(bool disposing)
#pragma warning restore CA2215
        { }
    }

    /// <summary>A token is for whoever answers at this address over TLS, and for nobody else.</summary>
    private sealed class ForThisService(Uri service, ServiceClientCredentials inner) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri is { } to && to.Scheme == Uri.UriSchemeHttps && to.Authority == service.Authority
                ? inner.ProcessHttpRequestAsync(request, cancellationToken)
                : Task.CompletedTask;
    }
}
