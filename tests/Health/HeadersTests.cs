using System.Net;
using GuidelineBot.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Health;

/// <summary>What everybody who reaches the host is told, and what not.</summary>
public sealed class HeadersTests
{
    private static readonly string[] Pages = ["/", "/privacy", "/healthz", "/readyz", "/downloads/x", "/nothing"];

    [Fact]
    public async Task Whether_it_is_ready_is_told_and_why_not_is_not()
    {
        await using var bot = await BotHost.StartAsync(services: services =>
            services
                .AddHealthChecks()
                .AddCheck("broken", () => throw new InvalidOperationException("Host=db.intern.example;Username=geheim"), ["ready"])
        );

        using var answer = await bot.Http.GetAsync(new Uri("/readyz", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"broken\":{\"status\":\"Unhealthy\"}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_tells_a_browser_to_guess_types_or_to_pass_addresses_on()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var page in Pages)
        {
            using var answer = await bot.Http.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Slow]
    [Fact]
    public async Task Behind_TLS_browsers_are_told_to_stay_there_and_nobody_learns_what_serves_them()
    {
        await using var process = BotProcess.Start(
            settings: new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["MicrosoftAppId"] = Guid.NewGuid().ToString(),
                ["AllowedHosts"] = "bot.example.jp",
            }
        );
        using var http = new HttpClient { BaseAddress = await process.AddressAsync() };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/privacy") { Headers = { Host = "bot.example.jp" } };
        asked.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await http.SendAsync(asked);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.Empty(answer.Headers.Server);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/privacy") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.SendAsync(other)).StatusCode);
    }
}
