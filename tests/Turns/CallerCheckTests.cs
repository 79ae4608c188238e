using System.Net;
using System.Text.RegularExpressions;
using GuidelineBot.Tests.Browser;

namespace GuidelineBot.Tests.Turns;

public sealed partial class CallerCheckTests : IAsyncLifetime
{
    private ChannelDouble channel = null!;
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        channel = await ChannelDouble.StartAsync("msteams");
        bot = await BotHost.StartAsync("Production", Registered(channel));
    }

    [Fact]
    public async Task A_token_of_the_channel_is_let_in_and_answered()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(channel.Token(bot.Teams.ServiceUrl)));
        Assert.Single(bot.Teams.Messages);
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(channel.Token(bot.Teams.ServiceUrl, issuer: "https://sts.windows.net/other/"))
        );

    [Fact]
    public async Task A_token_for_another_bot_is_refused() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(channel.Token(bot.Teams.ServiceUrl, audience: Guid.NewGuid().ToString()))
        );

    [Fact]
    public async Task An_expired_token_is_refused() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(channel.Token(bot.Teams.ServiceUrl, starts: TimeSpan.FromHours(-2), ends: TimeSpan.FromMinutes(-6)))
        );

    [Fact]
    public async Task A_token_that_expired_within_the_clock_skew_is_let_in() =>
        Assert.Equal(
            HttpStatusCode.OK,
            await PostAsync(channel.Token(bot.Teams.ServiceUrl, starts: TimeSpan.FromHours(-1), ends: TimeSpan.FromMinutes(-4)))
        );

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(channel.Token(bot.Teams.ServiceUrl, starts: TimeSpan.FromMinutes(30))));

    [Fact]
    public async Task A_token_by_a_key_that_is_not_published_is_refused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(channel.Token(bot.Teams.ServiceUrl, byUnpublishedKey: true)));

    [Fact]
    public async Task A_token_that_only_names_a_published_key_is_refused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(channel.Token(bot.Teams.ServiceUrl, byPublishedNameOnly: true)));

    [Fact]
    public async Task A_token_for_another_service_url_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(channel.Token("https://attacker.example/")));

    [Fact]
    public async Task A_channel_that_the_key_is_not_endorsed_for_is_refused()
    {
        var activity = bot.Message("こんにちは");
        activity["channelId"] = "webchat";
        using var response = await bot.PostAsync(activity, channel.Token(bot.Teams.ServiceUrl));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("email")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    public async Task A_channel_that_is_not_wanted_is_refused_whatever_the_key_is_endorsed_for(string other)
    {
        await using var wide = await ChannelDouble.StartAsync("msteams", other);
        await using var narrow = await BotHost.StartAsync("Production", Registered(wide));
        var activity = narrow.Message("こんにちは");
        activity["channelId"] = other;

        using var refused = await narrow.PostAsync(activity, wide.Token(narrow.Teams.ServiceUrl));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(narrow.Teams.Calls);
        var settings = Registered(wide);
        settings["Channels:Allowed:0"] = other;
        await using var open = await BotHost.StartAsync("Production", settings);
        activity["serviceUrl"] = open.Teams.ServiceUrl;
        using var taken = await open.PostAsync(activity, wide.Token(open.Teams.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0.")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Anything_that_is_no_token_is_refused(string? authorization) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(authorization));

    [Fact]
    public async Task Callers_are_refused_while_the_keys_cannot_be_fetched()
    {
        var settings = Registered(channel);
        settings["ToBotFromChannelOpenIdMetadataUrl"] = "http://127.0.0.1:9/metadata";
        await using var cutOff = await BotHost.StartAsync("Production", settings);
        using var response = await cutOff.PostAsync(cutOff.Message("こんにちは"), channel.Token(cutOff.Teams.ServiceUrl));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Nothing_goes_out_to_a_caller_who_was_refused()
    {
        await PostAsync(channel.Token("https://attacker.example/"));
        await PostAsync("Bearer x");

        Assert.Empty(bot.Teams.Calls);
    }

    [Slow]
    [Fact]
    public async Task Outside_development_the_bot_does_not_start_without_an_app_id()
    {
        await using var process = BotProcess.Start(settings: new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" });

        await process.WrittenAsync(NoAppId(), TimeSpan.FromSeconds(60));
        Assert.DoesNotContain("Now listening on", process.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("MicrosoftAppId が設定されていません")]
    private static partial Regex NoAppId();

    internal static Dictionary<string, string?> Registered(ChannelDouble channel) =>
        new()
        {
            ["MicrosoftAppType"] = "MultiTenant",
            ["MicrosoftAppId"] = ChannelDouble.AppId,
            ["MicrosoftAppPassword"] = "",
            ["ToBotFromChannelOpenIdMetadataUrl"] = channel.MetadataUrl,
            ["Tenants:Allowed:0"] = BotHost.Tenant,
        };

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await channel.DisposeAsync();
    }

    private async Task<HttpStatusCode> PostAsync(string? authorization)
    {
        using var response = await bot.PostAsync(bot.Message("こんにちは"), authorization);
        return response.StatusCode;
    }
}
