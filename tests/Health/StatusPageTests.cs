using System.Net;
using GuidelineBot.Health;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("MicrosoftAppPasswordEnds", "2026-11-29", "シークレットが切れています（令和8年11月29日まででした）")]
    [InlineData("MicrosoftAppPasswordEnds", "2026-11-30", "シークレットがあと0日で切れます")]
    [InlineData("MicrosoftAppPasswordEnds", "2027-01-29", "シークレットがあと60日で切れます（令和9年1月29日まで）")]
    [InlineData("MicrosoftAppPasswordEnds", "2027-01-30", "シークレットを使います（令和9年1月30日まで）")]
    [InlineData("MicrosoftAppPasswordEnds", "", "いつ切れるか分かりません")]
    [InlineData("MicrosoftAppPassword", "", "シークレットも証明書もない")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "マネージド ID を使います。期限はありません。")]
    public async Task It_warns_before_what_the_bot_signs_in_with_ends(string setting, string value, string told)
    {
        var settings = Registered();
        settings[setting] = value;

        Assert.Contains(told, await PageAsync(settings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(59, "証明書があと59日で切れます")]
    [InlineData(90, "証明書を使います")]
    public async Task A_certificate_says_itself_when_it_ends(int days, string told)
    {
        var settings = Registered();
        settings["MicrosoftAppPassword"] = "";
        settings["MicrosoftAppCertificate"] = Certificate.ForTheBot(Now.AddDays(days));

        Assert.Contains(told, await PageAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_when_mails_do_not_leave_and_nobody_is_there_or_hears()
    {
        await using var bot = await BotHost.StartAsync(settings: Registered(), services: BotHost.WithoutJobs(new JapaneseClock(Now)));
        var page = await bot.Http.GetStringAsync("/");
        Assert.Contains("滞っていません。", page, StringComparison.Ordinal);
        Assert.Contains("どこにも届きません", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("だれもいません。").Length - 1);

        await using (var database = await bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContextAsync())
        {
            database.Outbox.Add(
                new OutboxMessage
                {
                    Key = "one",
                    Channel = OutboxChannel.Mail,
                    Recipient = "koho@example.jp",
                    Topic = "notice.filed",
                    CreatedAt = Now,
                    DueAt = Now,
                    Attempts = 1,
                    LastError = "connection refused",
                }
            );
            await database.SaveChangesAsync();
        }

        page = await bot.Http.GetStringAsync("/");
        Assert.Contains("1件のメールを送れず", page, StringComparison.Ordinal);
        Assert.DoesNotContain("koho@example.jp", page, StringComparison.Ordinal);
    }

    private static DateTimeOffset Now => new(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(9));

    private static Dictionary<string, string?> Registered() =>
        new()
        {
            ["MicrosoftAppId"] = Guid.NewGuid().ToString(),
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppTenantId"] = Guid.NewGuid().ToString(),
            ["MicrosoftAppPassword"] = "geheim",
        };

    private static async Task<string> PageAsync(Dictionary<string, string?> settings)
    {
        await using var bot = await BotHost.StartAsync(settings: settings, services: BotHost.WithoutJobs(new JapaneseClock(Now)));
        return await bot.Http.GetStringAsync("/");
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
