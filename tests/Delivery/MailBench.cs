using GuidelineBot.Delivery;
using GuidelineBot.Observability;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace GuidelineBot.Tests.Delivery;

/// <summary>Storage and mail alone: what mails need of the bot.</summary>
internal static class MailBench
{
    /// <param name="settings">Beside those that lead to the server without encryption.</param>
    public static async Task<IHost> StartAsync(
        SmtpServer smtp,
        TimeProvider clock,
        IComposer composer,
        params (string Key, string Value)[] settings
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var all = settings.Concat([
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", $"{smtp.Port}"),
            ("Mail:Security", "None"),
            await TestStorage.NewDatabaseAsync(Server.Sqlite),
        ]);
        builder.Configuration.AddInMemoryCollection(
            all.DistinctBy(setting => setting.Item1).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2))
        );
        builder.Services.AddSingleton(clock);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddObservability(builder.Configuration);
        builder.Services.AddDelivery();
        BotHost.WithoutJobs(builder.Services);
        builder
            .Services.RemoveAll<IDeliveryChannel>()
            .AddSingleton<IDeliveryChannel>(services => services.GetRequiredService<MailChannel>())
            .AddSingleton(composer);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>One mail, tried once.</summary>
    public static async Task AttemptAsync(this IHost bot, OutboxStatus status, string? reason)
    {
        await bot.Services.AddMailsAsync("koho@example.jp");
        await bot.Services.SendAsync();
        var row = Assert.Single(await bot.Services.OutboxAsync());
        Assert.Equal((status, 1), (row.Status, row.Attempts));
        if (reason is null)
            Assert.Null(row.LastError);
        else
            Assert.Contains(reason, row.LastError, StringComparison.Ordinal);
    }
}
