using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace GuidelineBot.Tests.Polyfills;

public class AuthenticationTests
{
    private const string AppId = "00000000-0000-0000-0000-000000000001";

    private static readonly IConfiguration Configured = new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            new("MicrosoftAppType", "SingleTenant"),
            new("MicrosoftAppId", AppId),
            new("MicrosoftAppPassword", "secret"),
            new("MicrosoftAppTenantId", "00000000-0000-0000-0000-0000000000aa"),
        ])
        .Build();

    [Fact]
    public async Task A_bot_that_checks_its_callers_itself_answers_a_refused_one_401()
    {
        var isReached = false;
        await using var bot = await LoopbackBot.StartAsync(new CloudAdapter(new OnlyWith("open sesame")), (_, _) =>
        {
            isReached = true;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(bot.Incoming("message"))).Status);
        Assert.False(isReached);
    }

    [Fact]
    public async Task A_caller_that_was_let_in_is_known_to_the_turn()
    {
        string? seen = null;
        await using var bot = await LoopbackBot.StartAsync(new CloudAdapter(new OnlyWith(string.Empty)), (turn, _) =>
        {
            seen = turn.TurnState.Get<System.Security.Principal.IIdentity>(BotAdapter.BotIdentityKey) is ClaimsIdentity identity
                ? identity.FindFirst("aud")?.Value
                : null;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(bot.Incoming("message"))).Status);
        Assert.Equal(AppId, seen);
    }

    [Fact]
    public async Task The_bot_calls_back_with_its_own_token_fetched_once()
    {
        using var network = new Network();
        var authentication = new ConfigurationBotFrameworkAuthentication(Configured, httpClientFactory: network);
        var factory = authentication.CreateConnectorFactory(new ClaimsIdentity([new Claim("aud", AppId)]));

        for (var i = 0; i < 2; i++)
        {
            using var client = await factory.CreateAsync("https://smba.example/jp/", "https://api.botframework.com", default);
            await client.Conversations.SendToConversationAsync("c", MessageFactory.Text("お知らせ"));
        }

        Assert.Equal(["Bearer the-token", "Bearer the-token"], network.Authorizations);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", Assert.Single(network.TokenRequests), StringComparison.Ordinal);
    }

    private sealed class OnlyWith(string header) : BotFrameworkAuthentication
    {
        private readonly ConfigurationBotFrameworkAuthentication outbound = new(new ConfigurationBuilder().Build());

        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
            Activity activity, string authHeader, CancellationToken cancellationToken)
        {
            if ((authHeader ?? string.Empty) != header)
                throw new UnauthorizedAccessException("No.");

            var identity = new ClaimsIdentity([new Claim("aud", AppId)]);
            return Task.FromResult(new AuthenticateRequestResult
            {
                ClaimsIdentity = identity,
                Audience = "https://api.botframework.com",
                ConnectorFactory = CreateConnectorFactory(identity),
            });
        }

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
            string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
                throw new UnauthorizedAccessException("No streams.");

        public override ConnectorFactory CreateConnectorFactory(
            ClaimsIdentity claimsIdentity) => outbound.CreateConnectorFactory(new ClaimsIdentity());

        public override Task<UserTokenClient> CreateUserTokenClientAsync(
            ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
            outbound.CreateUserTokenClientAsync(new ClaimsIdentity(), cancellationToken);
    }

    private sealed class Network : HttpMessageHandler, IHttpClientFactory
    {
        public List<string> TokenRequests { get; } = [];

        public List<string?> Authorizations { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var url = request.RequestUri!;
            if (url.Host == "smba.example")
            {
                Authorizations.Add(request.Headers.Authorization?.ToString());
                return Json("""{"id":"1"}""");
            }

            if (url.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            {
                TokenRequests.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
                return Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}""");
            }

            // The login service describing itself, should the client ask first.
            var tenant = $"https://{url.Host}/{url.Segments[1].Trim('/')}";
            return Json($$"""
                {"tenant_discovery_endpoint":"{{tenant}}/v2.0/.well-known/openid-configuration","metadata":[],
                "token_endpoint":"{{tenant}}/oauth2/v2.0/token","authorization_endpoint":"{{tenant}}/oauth2/v2.0/authorize","issuer":"{{tenant}}/v2.0"}
                """);
        }

        private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }
}
