using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Puts the bot's own token on a request; MSAL keeps it until shortly before it expires.</summary>
internal sealed class MsalCredentials(Func<CancellationToken, Task<AuthenticationResult>> acquire) : ServiceClientCredentials
{
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A token shown without TLS is a token lost.
        if (request.RequestUri.Scheme != Uri.UriSchemeHttps)
            return;

        var token = await acquire(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
    }
}

/// <summary>Lets MSAL use the application's HTTP clients.</summary>
internal sealed class MsalHttp(Func<HttpClient> client) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => client();
}
