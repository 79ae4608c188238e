using System.Text.Json.Nodes;
using GuidelineBot.Tests.Asking;

namespace GuidelineBot.Tests.Tickets;

/// <summary>「自分の質問」, and when an answer can be expected.</summary>
public sealed class OwnTicketsTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task One_sees_ones_own_questions_and_when_an_answer_can_be_expected()
    {
        var none = (await bot.SayAsync(asking.UnansweredQuestion, "oka", "a:oka")).Card();
        var form = (await bot.PressAsync(none, "広報広聴課に質問する", person: "oka")).Card();
        var sent = (
            await bot.PressAsync(form, "送信", new JsonObject { ["question"] = asking.UnansweredQuestion, ["note"] = "" }, "oka")
        ).Card();
        Assert.Matches("回答　令和[0-9]+年[0-9]+月[0-9]+日までに回答の見込み", sent.Words());

        var list = (await bot.SayAsync("自分の質問", "oka", "a:oka")).Card();
        Assert.Contains(asking.UnansweredQuestion, list.Words(), StringComparison.Ordinal);
        Assert.Matches("未対応（令和[0-9]+年[0-9]+月[0-9]+日までに回答の見込み）", list.Words());
        var opened = (await bot.PressAsync(list, list.Titles().First(), person: "oka")).Card();
        Assert.Contains("状態　未対応", opened.Words(), StringComparison.Ordinal);

        Assert.Contains(
            "送った質問はありません。",
            (await bot.SayAsync("自分の質問", "abe", "a:abe")).Card().Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task In_a_group_the_list_is_not_shown()
    {
        var activity = bot.Message("自分の質問", "oka", "19:own@thread.v2", "groupChat");
        await bot.PostAsync(activity);

        var answer = bot.Teams.Messages.First(message => message["replyToId"]?.ToString() == activity["id"]!.ToString());
        Assert.Contains("個人チャット", answer["text"]!.ToString(), StringComparison.Ordinal);
    }
}
