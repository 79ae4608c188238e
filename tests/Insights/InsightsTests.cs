using System.Text.Json.Nodes;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Insights;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Insights;

public sealed class InsightsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_month_is_counted_without_drills_and_without_its_neighbours(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await Filed.EndAsync(bot, "sato");
        await bot.StartAsync();
        await bot.StartAsync(isDrill: true);
        await using (var database = bot.Open())
        {
            var now = DateTimeOffset.UtcNow;
            database.QuestionLog.AddRange(
                Asked("パスワードは？", "answer", "4-5", now),
                Asked("パスワードの変更は？", "answer", "4-5", now),
                Asked("=1+1 駐車場は？", "none", null, now),
                Asked("昔の質問", "none", null, now.AddDays(-70))
            );
            database.AnswerFeedback.Add(
                new AnswerFeedback
                {
                    At = now,
                    Question = "パスワードは？",
                    Clause = ClauseId.Parse("4-5"),
                    Helpful = false,
                }
            );
            await database.SaveChangesAsync();
        }
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.AddHours(9).DateTime);

        var rows = await bot.Services.GetRequiredService<InsightsReport>().OfAsync(new DateOnly(today.Year, today.Month, 1), default);

        Assert.Contains(new Insight("質問", "答えを示した", 2), rows);
        Assert.Contains(new Insight("多く示した条文", "4⑤", 2), rows);
        Assert.Equal(
            [new Insight("ガイドラインに見つからなかった質問", "=1+1 駐車場は？", 1)],
            rows.Where(row => row.Part == "ガイドラインに見つからなかった質問")
        );
        Assert.Contains(new Insight("「役に立たなかった」とされた条文", "4⑤", 1), rows);
        Assert.Contains(new Insight("届出・申請", "ソーシャルメディア利用終了届出書", 1), rows);
        Assert.Equal([new Insight("チェックリスト", "炎上", 1)], rows.Where(row => row.Part == "チェックリスト"));

        var card = (await bot.SayAsync("利用状況")).Card();
        Assert.Contains("2件　4⑤", card.Words(), StringComparison.Ordinal);
        var file = (await bot.PressAsync(card, "CSV")).Card();
        var csv = await bot.Http.GetStringAsync(new Uri(file.Button("CSV")["url"]!.GetValue<string>()).PathAndQuery);
        Assert.Contains("'=1+1 駐車場は？", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("sato", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_them_also_with_a_forged_press()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains("だけが行えます", (await bot.SayAsync("利用状況", "sato"))["text"]!.ToString(), StringComparison.Ordinal);
        foreach (var verb in new[] { InsightsCard.OpenVerb, InsightsCard.FileVerb })
            Assert.Contains(
                "だけが行えます",
                (await bot.PressAsync(verb, new JsonObject { ["month"] = "2026-11-01" }, "sato"))["value"]!.ToString(),
                StringComparison.Ordinal
            );
    }

    private static QuestionLogEntry Asked(string question, string route, string? clause, DateTimeOffset at) =>
        new()
        {
            AskedAt = at,
            Question = question,
            Route = route,
            Clause = clause is null ? null : ClauseId.Parse(clause),
            Score = 1,
            Conversation = ConversationKind.Personal,
        };
}
