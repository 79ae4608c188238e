using System.Collections.Concurrent;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads MicrosoftAppType, -Id, -Password and -TenantId from configuration.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private const string LoginHost = "https://login.microsoftonline.com/";

    private readonly ConcurrentDictionary<(string Audience, string Login), ServiceClientCredentials> credentials = new();
    private readonly string type;
    private readonly string appId;
    private readonly string password;
    private readonly string tenantId;
    private readonly HttpClient httpClient;

    // Not public: the parameters differ between releases of the genuine package.
    internal ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient)
    {
        type = configuration["MicrosoftAppType"] is { Length: > 0 } given ? given : "MultiTenant";
        appId = configuration["MicrosoftAppId"];
        password = configuration["MicrosoftAppPassword"];
        tenantId = configuration["MicrosoftAppTenantId"];
        this.httpClient = httpClient;

        if (!string.IsNullOrEmpty(appId) && !Is("MultiTenant") && string.IsNullOrEmpty(tenantId))
            throw new ArgumentException($"MicrosoftAppTenantId is required for MicrosoftAppType '{type}'.", nameof(configuration));
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(appId) && appId == this.appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(appId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(this.appId))
            return Task.FromResult<ServiceClientCredentials>(null);

        if (appId != this.appId)
            throw new InvalidOperationException($"'{appId}' is not the app id of this bot.");

        return Task.FromResult(credentials.GetOrAdd((audience, loginEndpoint), key => Create(key.Audience, key.Login)));
    }

    // Built on the first call that needs a token: a bot that only talks to its own machine needs no secret.
    private MsalCredentials Create(string audience, string loginEndpoint)
    {
        var credentials = new Lazy<Func<CancellationToken, Task<AuthenticationResult>>>(() => Acquire(audience, loginEndpoint));
        return new MsalCredentials(cancellationToken => credentials.Value(cancellationToken));
    }

    private Func<CancellationToken, Task<AuthenticationResult>> Acquire(string audience, string loginEndpoint)
    {
        if (Is("UserAssignedMsi"))
        {
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId)).Build();
            return cancellationToken => identity.AcquireTokenForManagedIdentity(audience).ExecuteAsync(cancellationToken);
        }

        var tenant = Is("SingleTenant") ? tenantId : "botframework.com";
        var builder = ConfidentialClientApplicationBuilder.Create(appId)
            .WithClientSecret(password)
            .WithAuthority(loginEndpoint ?? LoginHost + tenant, validateAuthority: false)
            .WithInstanceDiscovery(false);
        if (httpClient is not null)
            builder = builder.WithHttpClientFactory(new MsalHttp(() => httpClient));

        var application = builder.Build();
        string[] scopes = [audience.EndsWith("/.default", StringComparison.Ordinal) ? audience : $"{audience}/.default"];
        return cancellationToken => application.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken);
    }

    private bool Is(string appType) => string.Equals(type, appType, StringComparison.OrdinalIgnoreCase);
}
