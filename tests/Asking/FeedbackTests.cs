using System.Text.Json.Nodes;
using GuidelineBot.Asking;
using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Asking;

public sealed class FeedbackTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Theory]
    [InlineData("役に立った", true)]
    [InlineData("役に立たなかった", false)]
    public async Task A_rating_is_kept_with_its_question_and_clause(string title, bool helpful)
    {
        var question = $"{AskingBot.ShortUrl}（{title}）";

        var rated = (await bot.PressAsync((await bot.SayAsync(question)).Card(), title)).Card();

        Assert.Contains($"「{title}」とのご回答、ありがとうございました。", rated.Words(), StringComparison.Ordinal);
        await using var database = asking.Open();
        var kept = await database.AnswerFeedback.SingleAsync(feedback => feedback.Question == question);
        Assert.Equal((ClauseId.Parse("5-1-d"), helpful, null), (kept.Clause, kept.Helpful, kept.Comment));
    }

    [Fact]
    public async Task A_comment_is_kept_and_thanked_for()
    {
        const string question = "短縮URLの注意点は？";
        var rated = await RatedAsync(question);

        var commented = (await bot.PressAsync(rated, "送信", new JsonObject { ["comment"] = "  具体例がほしいです。 " })).Card();

        Assert.Contains("コメントをお送りいただき、ありがとうございました。", commented.Words(), StringComparison.Ordinal);
        await using var database = asking.Open();
        Assert.Equal(
            1,
            await database.AnswerFeedback.CountAsync(feedback =>
                feedback.Question == question && feedback.Comment == "具体例がほしいです。" && !feedback.Helpful
            )
        );
    }

    [Fact]
    public async Task An_over_long_comment_is_refused_and_the_card_stays_as_it_is()
    {
        const string question = "URL短縮サービスの注意は？";
        var answer = await bot.PressAsync(await RatedAsync(question), "送信", new JsonObject { ["comment"] = new string('長', 501) });

        Assert.Equal("application/vnd.microsoft.activity.message", answer["type"]!.ToString());
        Assert.Equal("コメントが501文字あります。500文字以内に短くしてください。", answer["value"]!.ToString());
        await using var database = asking.Open();
        Assert.False(await database.AnswerFeedback.AnyAsync(feedback => feedback.Question == question && feedback.Comment != null));
    }

    [Fact]
    public async Task An_empty_comment_is_asked_for_again() =>
        Assert.Equal(
            "コメントが空です。お気付きの点をお書きになってから、もう一度「送信」を押してください。",
            (await bot.PressAsync(await RatedAsync("URL短縮は使える？"), "送信", new JsonObject { ["comment"] = " " }))["value"]!.ToString()
        );

    private async Task<JsonNode> RatedAsync(string question) =>
        (await bot.PressAsync((await bot.SayAsync(question)).Card(), "役に立たなかった")).Card();
}
