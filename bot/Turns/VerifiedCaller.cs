using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>Tells the Bot Framework who calls: the caller that <see cref="CallerCheck"/> has let in; and gives it the kept <see cref="Connectors"/>.</summary>
internal sealed class VerifiedCaller(Connectors connectors, IHttpContextAccessor http) : BotFrameworkAuthentication
{
    public override string GetOriginatingAudience() => Connectors.Audience;

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken
    )
    {
        var caller =
            http.HttpContext?.User.Identity as ClaimsIdentity
            ?? throw new UnauthorizedAccessException("The request did not come through /api/messages.");
        return Task.FromResult(
            new AuthenticateRequestResult
            {
                ClaimsIdentity = caller,
                Audience = Connectors.Audience,
                ConnectorFactory = connectors.For(caller),
            }
        );
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader,
        string channelIdHeader,
        CancellationToken cancellationToken
    ) => throw new UnauthorizedAccessException("Streaming connections are not offered.");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors.For(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(NoUserTokens.Instance);

    /// <summary>The SDK wants one for each turn; nobody signs in to anything here.</summary>
    private sealed class NoUserTokens : UserTokenClient
    {
        public static readonly NoUserTokens Instance = new();

        public override Task<TokenResponse> GetUserTokenAsync(
            string userId,
            string connectionName,
            string channelId,
            string magicCode,
            CancellationToken cancellationToken
        ) => throw NotOffered();

        public override Task<SignInResource> GetSignInResourceAsync(
            string connectionName,
            Activity activity,
            string finalRedirect,
            CancellationToken cancellationToken
        ) => throw NotOffered();

        public override Task SignOutUserAsync(
            string userId,
            string connectionName,
            string channelId,
            CancellationToken cancellationToken
        ) => throw NotOffered();

        public override Task<TokenStatus[]> GetTokenStatusAsync(
            string userId,
            string channelId,
            string includeFilter,
            CancellationToken cancellationToken
        ) => throw NotOffered();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
            string userId,
            string connectionName,
            string[] resourceUrls,
            string channelId,
            CancellationToken cancellationToken
        ) => throw NotOffered();

        public override Task<TokenResponse> ExchangeTokenAsync(
            string userId,
            string connectionName,
            string channelId,
            TokenExchangeRequest exchangeRequest,
            CancellationToken cancellationToken
        ) => throw NotOffered();

        private static NotSupportedException NotOffered() => new("People sign in to nothing here.");
    }
}
