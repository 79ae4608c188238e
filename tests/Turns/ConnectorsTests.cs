using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Turns;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Turns;

/// <summary>To whom the bot shows its token, and what it calls through.</summary>
public sealed class ConnectorsTests : IAsyncLifetime
{
    private const string Service = "https://smba.example/jp/";

    private readonly ConcurrentQueue<Call> calls = [];
    private ChannelDouble channel = null!;
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        channel = await ChannelDouble.StartAsync("msteams");
        var settings = CallerCheckTests.Registered(channel);
        settings["MicrosoftAppPassword"] = "the bot's secret";
        bot = await StartAsync(settings);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task A_token_goes_to_the_callers_own_address_and_is_fetched_once()
    {
        await SayAsync(Service);
        await SayAsync(Service);

        var replies = Replies().Where(call => call.Uri.Host == "smba.example").ToList();
        Assert.Equal(2, replies.Count);
        Assert.All(replies, reply => Assert.Equal("Bearer the-token", reply.Authorization));
        var login = Assert.Single(calls, call => call.Uri.AbsolutePath.EndsWith("/token", StringComparison.Ordinal));
        Assert.Equal("login.microsoftonline.com", login.Uri.Host);
        Assert.Contains("client_secret=the+bot%27s+secret", login.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(calls, call => call.Uri.Host == "smba.example" && call.Body.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_takes_the_place_of_the_secret()
    {
        var settings = CallerCheckTests.Registered(channel);
        settings["MicrosoftAppType"] = "SingleTenant";
        settings["MicrosoftAppTenantId"] = BotHost.Tenant;
        settings["MicrosoftAppCertificate"] = Certificate.ForTheBot(DateTimeOffset.UtcNow.AddDays(90));
        await bot.DisposeAsync();
        bot = await StartAsync(settings);

        await SayAsync(Service);

        var login = Assert.Single(calls, call => call.Uri.AbsolutePath.EndsWith("/token", StringComparison.Ordinal));
        Assert.StartsWith($"/{BotHost.Tenant}/", login.Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("client_assertion=ey", login.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", login.Body, StringComparison.Ordinal);
        Assert.Contains(Replies(), call => call is { Uri.Host: "smba.example", Authorization: "Bearer the-token" });
    }

    [Theory]
    [InlineData("MicrosoftAppCertificate", "no-such.pem", "読み取れません")]
    [InlineData("MicrosoftAppPasswordEnds", "31.3.2027", "2027-03-31 のように")]
    public void What_could_not_sign_in_stops_the_start(string setting, string value, string told)
    {
        var options = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["MicrosoftAppId"] = Guid.NewGuid().ToString(), [setting] = value })
            .Build()
            .Get<ChannelOptions>()!;

        var result = new ChannelOptionsCheck(bot.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>()).Validate(
            null,
            options
        );

        Assert.Contains(told, result.FailureMessage, StringComparison.Ordinal);
    }

    private Task<BotHost> StartAsync(Dictionary<string, string?> settings) =>
        BotHost.StartAsync(
            "Production",
            settings,
            services => services.AddHttpClient(nameof(Connectors)).ConfigurePrimaryHttpMessageHandler(() => new Internet(calls))
        );

    [Fact]
    public async Task Without_TLS_nothing_is_fetched_and_nothing_shown()
    {
        await SayAsync("http://smba.example/jp/");

        Assert.Equal("", Assert.Single(Replies()).Authorization);
    }

    [Fact]
    public async Task A_client_is_kept_for_each_address_and_outlives_the_turn()
    {
        var connectors = bot.Services.GetRequiredService<Connectors>();
        var first = await connectors.For(new ClaimsIdentity()).CreateAsync(Service, Connectors.Audience, default);
        first.Dispose();

        Assert.Same(first, await connectors.For(new ClaimsIdentity()).CreateAsync(Service, Connectors.Audience, default));
        Assert.NotSame(
            first,
            await connectors.For(new ClaimsIdentity()).CreateAsync("https://other.example/", Connectors.Audience, default)
        );
        await first.Conversations.GetConversationMembersAsync("a:1");
    }

    [Fact]
    public async Task Whoever_called_with_one_address_gets_no_client_for_another()
    {
        var caller = new ClaimsIdentity([new Claim("serviceurl", Service)]);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            bot.Services.GetRequiredService<Connectors>().For(caller).CreateAsync("https://other.example/", Connectors.Audience, default)
        );
    }

    [Fact]
    public async Task However_many_addresses_come_few_clients_are_kept()
    {
        var connectors = bot.Services.GetRequiredService<Connectors>();
        var made = new HashSet<IConnectorClient>();
        for (var round = 0; round < 2; round++)
        for (var number = 0; number < 1_000; number++)
            made.Add(await connectors.For(new ClaimsIdentity()).CreateAsync($"https://{number}.example/", Connectors.Audience, default));

        Assert.InRange(made.Count, 1_900, 2_000);
    }

    /// <summary>Without the question who writes, and the signs of typing that a slow machine sends in between.</summary>
    private IEnumerable<Call> Replies() =>
        calls.Where(call =>
            !call.Uri.AbsolutePath.Contains("/members/", StringComparison.Ordinal)
            && !call.Body.Contains("\"type\":\"typing\"", StringComparison.Ordinal)
        );

    private async Task SayAsync(string service)
    {
        var activity = bot.Message("ヘルプ");
        activity["serviceUrl"] = service;
        using var response = await bot.PostAsync(activity, channel.Token(service));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private sealed record Call(Uri Uri, string Authorization, string Body);

    /// <summary>Microsoft's login and a channel, at whatever address.</summary>
    private sealed class Internet(ConcurrentQueue<Call> calls) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            calls.Enqueue(new Call(request.RequestUri!, request.Headers.Authorization?.ToString() ?? "", body));
            return Json(
                request.RequestUri!.AbsolutePath switch
                {
                    var path when path.EndsWith("/token", StringComparison.Ordinal) =>
                        """{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}""",
                    var path when path.EndsWith("/members", StringComparison.Ordinal) => "[]",
                    _ => """{"id":"sent"}""",
                }
            );
        }

        private static HttpResponseMessage Json(string json) =>
            new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
