using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Tests.Turns;

public sealed partial class ApologyTests : IDisposable
{
    private readonly CapturedLog log = new();

    [Fact]
    public async Task A_failed_message_is_answered_with_an_apology_whose_number_is_in_the_log()
    {
        await using var bot = await FailingAsync();
        using var response = await bot.PostAsync(bot.Message("ヘルプ"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        AssertApology(Assert.Single(bot.Teams.Messages)["text"]!.ToString());
    }

    [Fact]
    public async Task A_failed_press_is_answered_with_an_apology_whose_number_is_in_the_log()
    {
        await using var bot = await FailingAsync();
        using var response = await bot.PostAsync(bot.Press(AskingBot.Forged("help.open", [])));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.microsoft.error", answer["type"]!.ToString());
        AssertApology(answer["value"]!["message"]!.ToString());
        Assert.Empty(bot.Teams.Messages);
    }

    [Fact]
    public async Task A_message_that_failed_is_answered_when_it_is_sent_again()
    {
        var failing = true;
        await using var bot = await BotHost.StartAsync(
            services: Interposed.Help(_ => failing ? throw new InvalidOperationException("壊れました") : Task.CompletedTask)
        );
        var message = bot.Message("ヘルプ");
        await bot.PostAsync(message.DeepClone());
        failing = false;
        await bot.PostAsync(message);

        Assert.Equal("できました。", bot.Teams.Messages[^1]["text"]!.ToString());
    }

    [Fact]
    public async Task A_database_that_is_gone_ends_in_an_apology_and_not_in_an_error()
    {
        var gone = false;
        await using var bot = await BotHost.StartAsync(services: services =>
        {
            log.Attach(services);
            var real = services.Last(service => service.ServiceType == typeof(IDbContextFactory<Database>)).ImplementationType!;
            services.AddSingleton(real);
            services.AddSingleton<IDbContextFactory<Database>>(provider => new Interrupted(
                (IDbContextFactory<Database>)provider.GetRequiredService(real),
                () => gone
            ));
        });
        gone = true;
        using var response = await bot.PostAsync(bot.Message("ヘルプ"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        AssertApology(Assert.Single(bot.Teams.Messages)["text"]!.ToString());
    }

    [Fact]
    public async Task When_not_even_the_apology_can_be_sent_both_faults_are_logged()
    {
        await using var bot = await FailingAsync();
        bot.Teams.Answer = _ => Results.StatusCode(502);
        using var response = await bot.PostAsync(bot.Message("ヘルプ"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, log.Entries.Count(entry => entry.Level == LogLevel.Error && entry.Fault is not null));
    }

    public void Dispose() => log.Dispose();

    private Task<BotHost> FailingAsync() =>
        BotHost.StartAsync(services: services =>
        {
            log.Attach(services);
            Interposed.Help(_ => throw new InvalidOperationException("壊れました"))(services);
        });

    private void AssertApology(string sentence)
    {
        Assert.StartsWith(
            "申し訳ありません。うまく処理できませんでした。少し待ってから、もう一度お試しください。",
            sentence,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("壊れました", sentence, StringComparison.Ordinal);
        var number = Number().Match(sentence).Groups[1].Value;
        // Workers beside the turn may say on their own what is wrong with the database.
        var entry = Assert.Single(
            log.Entries,
            entry => entry.Level == LogLevel.Error && entry.Text.StartsWith("Turn failed", StringComparison.Ordinal)
        );
        Assert.NotNull(entry.Fault);
        Assert.Contains($"reference {number} ", entry.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("受付番号 ([A-Z0-9]{4}-[A-Z0-9]{4}) を広報広聴課にお知らせください。$")]
    private static partial Regex Number();

    private sealed class Interrupted(IDbContextFactory<Database> real, Func<bool> gone) : IDbContextFactory<Database>
    {
        public Database CreateDbContext() => gone() ? throw new IOException("The database is gone.") : real.CreateDbContext();
    }
}
