using System.Net;
using System.Net.Http.Json;
using GuidelineBot.Tests.Turns;

namespace GuidelineBot.Tests.Install;

/// <summary>From the files of <c>deploy/</c> to an answered question: what docs/operations.md promises of a machine with systemd and nginx.</summary>
[Slow]
public sealed class InstallTests : IAsyncLifetime
{
    private ChannelDouble channel = null!;
    private TeamsDouble teams = null!;

    public async Task InitializeAsync()
    {
        channel = await ChannelDouble.StartAsync("msteams");
        teams = await TeamsDouble.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await channel.DisposeAsync();
        await teams.DisposeAsync();
    }

    [InstallFact]
    public async Task An_installed_bot_answers_behind_nginx_is_backed_up_and_stops_when_it_is_told_to()
    {
        await using var bot = new InstalledBot();
        var database = $"{bot.Root}/var/lib/guideline-bot/guideline-bot.db";
        foreach (var unit in (string[])["guideline-bot.service", "guideline-bot-backup.service", "guideline-bot-backup.timer"])
            Verify(bot, unit);
        // As the administrator fills in the settings.
        bot.Change(
            "appsettings.json",
            "\"MicrosoftAppId\": \"00000000-0000-0000-0000-000000000000\"",
            $"\"MicrosoftAppId\": \"{ChannelDouble.AppId}\""
        );
        bot.Change(
            "appsettings.json",
            "\"Allowed\": [ \"00000000-0000-0000-0000-000000000000\" ]",
            $"\"Allowed\": [ \"{BotHost.Tenant}\" ]"
        );
        bot.Change("environment", "MicrosoftAppPassword=\n", "MicrosoftAppPassword=geheim\n");
        bot.Change("appsettings.json", "https://login.botframework.com/v1/.well-known/openidconfiguration", channel.MetadataUrl);

        await bot.StartAsync();
        await using var nginx = new Nginx(Path.Combine(bot.Root, "nginx"), bot.Port);
        Assert.Contains("test is successful", nginx.Checked, StringComparison.Ordinal);
        using var http = nginx.Client();
        using (var late = new CancellationTokenSource(TimeSpan.FromMinutes(1)))
            while ((await http.GetAsync("/readyz", late.Token)).StatusCode != HttpStatusCode.OK)
                await Task.Delay(100, late.Token);
        Assert.Contains("Azure Bot の登録", await http.GetStringAsync("/"), StringComparison.Ordinal);
        using (var plain = nginx.Client(isSecure: false))
            Assert.Equal($"https://{Nginx.Host}/privacy", (await plain.GetAsync("/privacy")).Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(http, null));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(http, channel.Token(teams.ServiceUrl)));
        Assert.Contains("パスワード", Assert.Single(teams.Messages).Card().Words(), StringComparison.Ordinal);

        var status = await File.ReadAllTextAsync($"/proc/{bot.Id}/status");
        Assert.DoesNotMatch("(?m)^Uid:\t0\t", status);
        Assert.Matches("(?m)^NoNewPrivs:\t1$", status);
        Assert.Matches("(?m)^Umask:\t0077$", status);
        Assert.Matches($"(?m)^Max open files +{bot.OpenFiles} ", await File.ReadAllTextAsync($"/proc/{bot.Id}/limits"));
        Assert.Equal("600", InstalledBot.Run("stat", "--format=%a", database).Trim());

        await bot.OnceAsync("guideline-bot-backup.service", "backup", "--folder", $"{bot.Root}/var/backups/guideline-bot", "--keep", "30");
        var backup = Assert.Single(Directory.GetFiles($"{bot.Root}/var/backups/guideline-bot"));
        Assert.Equal("600", InstalledBot.Run("stat", "--format=%a", backup).Trim());
        Assert.Equal(0, await bot.StopAsync());
        File.Delete(database);
        var restored = await bot.OnceAsync("guideline-bot-backup.service", "restore", backup, "--apply");
        Assert.Contains("戻しました。", restored, StringComparison.Ordinal);
        Assert.True(File.Exists(database));
    }

    private static void Verify(InstalledBot bot, string unit)
    {
        var folder = Directory.CreateDirectory(Path.Combine(bot.Root, "verified")).FullName;
        foreach (var each in (string[])["guideline-bot.service", "guideline-bot-backup.service", "guideline-bot-backup.timer"])
            File.WriteAllText(Path.Combine(folder, each), bot.Unit(each));
        Assert.DoesNotContain(
            "guideline-bot",
            InstalledBot.Run("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", Path.Combine(folder, unit)),
            StringComparison.Ordinal
        );
    }

    private async Task<HttpStatusCode> AskAsync(HttpClient http, string? bearer)
    {
        var activity = TeamsActivity.New(
            "message",
            Guid.NewGuid().ToString(),
            teams.ServiceUrl,
            TeamsActivity.Person("29:user-sato", "sato", "33333333-3333-4333-8333-333333333331"),
            "a:sato",
            "personal"
        );
        activity["text"] = "パスワードってどれくらいの頻度で変えるの？";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", bearer);
        return (await http.SendAsync(request)).StatusCode;
    }
}
