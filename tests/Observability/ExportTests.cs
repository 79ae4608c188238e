using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Faults;
using GuidelineBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;

namespace GuidelineBot.Tests.Observability;

/// <summary>What leaves the bot for those who watch it, and what must not.</summary>
public sealed partial class ExportTests
{
    /// <summary>In every text that is written, and in the name and the id of who writes it.</summary>
    private const string Mark = "mizutama";

    [Slow]
    [Fact]
    public async Task Traces_metrics_and_logs_are_exported_and_none_holds_a_text_or_a_name()
    {
        await using var otlp = await OtlpDouble.StartAsync();
        await using var process = BotProcess.Start(
            settings: new(otlp.Settings)
            {
                ["Playground__Enabled"] = "false",
                ["Logging__Console__FormatterName"] = "json",
                ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
            }
        );
        // Its address, as the line of the log has it.
        await using var bot = await BotHost.AtAsync(
            new Uri((await process.WrittenAsync(Listening(), TimeSpan.FromSeconds(60))).Groups[1].Value)
        );
        var (reference, secret) = await LiveAsync(bot);

        await otlp.HoldsAsync(
            "metrics",
            "guidelinebot.turn.duration",
            "answered",
            "failed",
            "http.server.request.duration",
            "guidelinebot.questions"
        );
        await otlp.HoldsAsync(
            "traces",
            "guidelinebot.route",
            "answer",
            "search",
            "/downloads/",
            bot.Teams.ServiceUrl.TrimEnd('/'),
            reference
        );
        await otlp.HoldsAsync("logs", reference);
        // The number that the person was told leads to the line of the log, and from there to every other of the same request.
        var line = JsonNode.Parse(process.Output.Split('\n').Single(line => line.Contains(reference, StringComparison.Ordinal)))!;
        Assert.Contains($"\"TraceId\":\"{line["State"]!["Trace"]}\"", line["Scopes"]!.ToJsonString(), StringComparison.Ordinal);

        Assert.All([secret, bot.Teams.ServiceUrl], word => Assert.DoesNotContain(word, otlp.Received["traces"], StringComparison.Ordinal));
        Assert.All(
            [.. otlp.Received.Values, process.Output],
            told => Assert.DoesNotContain(Mark, Uri.UnescapeDataString(told), StringComparison.Ordinal)
        );
    }

    /// <summary>A day in which the mark is written wherever one can write, and things go wrong.</summary>
    /// <returns>The number of an apology, and the secret part of a download's address.</returns>
    private static async Task<(string Reference, string Secret)> LiveAsync(BotHost bot)
    {
        await bot.SayAsync("ここに届ける", Mark, Crowd.Office);
        await bot.SayAsync($"{Mark}のパスワードってどれくらいの頻度で変えるの？", Mark);
        await bot.SayAsync($"{Mark}とは", Mark);
        await bot.SayAsync($"投稿チェック {Mark} 090-1234-5678", Mark);
        await bot.PressAsync(EscalateCard.SendVerb, new() { ["question"] = Mark, ["note"] = Mark }, Mark, "a:personal");
        var incident = await bot.StartAsync(person: Mark);
        await bot.PressAsync(IncidentTimelineCard.WriteVerb, new() { ["incident"] = incident, ["text"] = Mark }, Mark);
        // Not what the buttons carry.
        await bot.PressAsync(IncidentTimelineCard.WriteVerb, new() { ["incident"] = new JsonArray(Mark), ["text"] = Mark }, Mark);
        await bot.PressAsync(IncidentTimelineCard.WriteVerb, new() { ["incident"] = Mark, ["text"] = Mark }, Mark);
        using var odd = await bot.PostAsync(bot.Message(Mark, Mark, conversationType: Mark));
        // The channel refuses, and says back what it refuses.
        var refused = 0;
        bot.Teams.Answer = call =>
            Interlocked.Increment(ref refused) == 1
                ? Results.Text($"{{\"error\":{{\"code\":\"Bad\",\"message\":\"{Mark}\"}}}}", statusCode: 400)
                : null;
        using var failed = await bot.PostAsync(bot.Message($"{Mark}のパスワード", Mark));
        var reference = Number().Match(bot.Teams.Messages[^1]["text"]!.ToString()).Value;
        Assert.NotEmpty(reference);
        var papers = await bot.PressAsync(IncidentCloseCard.PapersVerb, IncidentBot.Of(incident), Mark);
        var link = Link().Match(papers.ToJsonString()).Value;
        using var paper = await bot.Http.GetAsync(new Uri(link, UriKind.Relative));
        paper.EnsureSuccessStatusCode();
        return (reference, link.Split('/')[^1]);
    }

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex Number();

    [GeneratedRegex("Now listening on: (http://[0-9.:]+)")]
    private static partial Regex Listening();

    [GeneratedRegex("/downloads/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
