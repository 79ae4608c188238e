using System.Net;
using System.Text.Json.Nodes;
using GuidelineBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Tests.Turns;

public sealed class TenantTests
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

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    [InlineData("from")]
    public async Task Every_tenant_that_an_activity_names_must_be_the_one(string where)
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var registered = await BotHost.StartAsync("Production", CallerCheckTests.Registered(channel));
        await using var open = await BotHost.StartAsync();
        foreach (var bot in (BotHost[])[registered, open])
        {
            var activity = bot.Message("こんにちは");
            var level = where == "channelData" ? activity[where]!["tenant"]! : activity[where]!;
            level[where == "channelData" ? "id" : "tenantId"] = "99999999-9999-4999-8999-999999999999";
            using var response = await bot.PostAsync(activity, channel.Token(bot.Teams.ServiceUrl));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
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

    [Fact]
    public void Two_tenants_in_one_database_are_refused_with_the_reason()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Tenants:Allowed:0"] = BotHost.Tenant,
                    ["Tenants:Allowed:1"] = "99999999-9999-4999-8999-999999999999",
                }
            )
            .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddTurns(settings).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<TenantOptions>>().Value);

        Assert.Contains("別の市には、別のデータベースで別のボットを", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(BotHost bot, ChannelDouble channel, string? tenant)
    {
        var activity = bot.Message("こんにちは");
        activity["conversation"]!.AsObject().Remove("tenantId");
        activity["channelData"] = tenant is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        using var response = await bot.PostAsync(activity, channel.Token(bot.Teams.ServiceUrl));
        return response.StatusCode;
    }
}
