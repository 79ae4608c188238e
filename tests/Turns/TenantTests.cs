using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Tests.Browser;

namespace GuidelineBot.Tests.Turns;

public sealed partial class TenantTests
{
    [Theory]
    [InlineData(BotHost.Tenant, HttpStatusCode.OK)]
    [InlineData("99999999-9999-4999-8999-999999999999", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Only_the_tenants_named_are_served(string? tenant, HttpStatusCode expected)
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await BotHost.StartAsync("Production", CallerCheckTests.Registered(channel));

        Assert.Equal(expected, await PostAsync(bot, channel, tenant));
    }

    [Fact]
    public async Task Outside_development_an_empty_list_serves_nobody()
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        var settings = CallerCheckTests.Registered(channel);
        settings.Remove("Tenants:Allowed:0");
        await using var bot = await BotHost.StartAsync("Production", settings);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(bot, channel, BotHost.Tenant));
    }

    [Slow]
    [Fact]
    public async Task Two_tenants_in_one_database_stop_the_start_with_the_reason()
    {
        await using var process = BotProcess.Start(
            settings: new() { ["Tenants__Allowed__0"] = BotHost.Tenant, ["Tenants__Allowed__1"] = "99999999-9999-4999-8999-999999999999" }
        );

        await process.WrittenAsync(AnotherCity(), TimeSpan.FromSeconds(60));
        Assert.DoesNotContain("Now listening on", process.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("別の市には、別のデータベースで別のボットを")]
    private static partial Regex AnotherCity();

    private static async Task<HttpStatusCode> PostAsync(BotHost bot, ChannelDouble channel, string? tenant)
    {
        var activity = bot.Message("こんにちは");
        activity["conversation"]!.AsObject().Remove("tenantId");
        activity["channelData"] = tenant is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        using var response = await bot.PostAsync(activity, channel.Token(bot.Teams.ServiceUrl));
        return response.StatusCode;
    }
}
