using System.Net;
using GuidelineBot.Health;
using GuidelineBot.Tests.Browser;

namespace GuidelineBot.Tests.Health;

public sealed class StatusPageTests
{
    [Fact]
    public async Task It_says_what_is_to_be_done_and_no_secret_or_address()
    {
        await using var bot = await BotHost.StartAsync(
            settings: new()
            {
                ["MicrosoftAppPassword"] = "geheim-1",
                ["Mail:Host"] = "mail.example.jp",
                ["Mail:Password"] = "geheim-2",
                ["Mail:Security"] = "None",
                ["Recipients:PublicRelations:0"] = "koho@example.jp",
                ["Roles:Reviewers:0"] = "not-an-id",
                ["Site:Address"] = "http://bot",
            }
        );

        var page = await bot.Http.GetStringAsync("/");

        Assert.Contains("直す必要のある設定が2件あります。", page, StringComparison.Ordinal);
        Assert.Contains("Mail:Security を StartTls か Tls にしてください。", page, StringComparison.Ordinal);
        Assert.Contains("Roles:Reviewers を直してください。", page, StringComparison.Ordinal);
        Assert.All(
            ["geheim", "koho@example.jp", "mail.example.jp", "not-an-id"],
            secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Outside_development_it_is_for_operators_alone_and_the_privacy_page_for_everybody()
    {
        await using var bot = await BotHost.StartAsync("Production", new() { ["MicrosoftAppId"] = Guid.NewGuid().ToString() });

        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync("/")).StatusCode);
        Assert.Contains("保存するものと期間", await bot.Http.GetStringAsync("/privacy"), StringComparison.Ordinal);
    }

    [Slow]
    [Fact]
    public async Task A_proxy_on_this_machine_makes_nobody_an_operator()
    {
        await using var process = BotProcess.Start(
            settings: new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["MicrosoftAppId"] = Guid.NewGuid().ToString(),
                ["Site__Operators__0"] = "127.0.0.1",
            }
        );
        using var http = new HttpClient { BaseAddress = await process.AddressAsync() };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/")).StatusCode);

        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.5");
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.2.2.3", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", false)]
    public void Operators_are_known_by_address_or_network(string address, bool isOne) =>
        Assert.Equal(isOne, StatusPage.IsOperator(IPAddress.Parse(address), ["10.1.0.0/16", "127.0.0.1", "nonsense"]));
}
