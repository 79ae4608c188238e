using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>
/// Tells the Bot Framework who calls: the caller that <see cref="CallerCheck"/> has let in. What the bot sends out is the SDK's own doing.
/// </summary>
internal sealed class VerifiedCaller(IConfiguration configuration, IHttpClientFactory clients, IHttpContextAccessor http, ILogger<VerifiedCaller> logger)
    : BotFrameworkAuthentication
{
    private readonly ConfigurationBotFrameworkAuthentication outbound = new(configuration, httpClientFactory: clients, logger: logger);

    public override string GetOriginatingAudience() => outbound.GetOriginatingAudience();

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var caller = http.HttpContext?.User.Identity as ClaimsIdentity
            ?? throw new UnauthorizedAccessException("The request did not come through /api/messages.");
        return Task.FromResult(new AuthenticateRequestResult
        {
            ClaimsIdentity = caller,
            Audience = outbound.GetOriginatingAudience(),
            ConnectorFactory = outbound.CreateConnectorFactory(caller),
        });
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException("Streaming connections are not offered.");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => outbound.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        outbound.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);
}
