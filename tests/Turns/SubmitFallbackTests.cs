using System.Text.Json.Nodes;
using GuidelineBot.Tests.Asking;
using Microsoft.AspNetCore.Http;

namespace GuidelineBot.Tests.Turns;

/// <summary>Clients without Action.Execute send the button's data as the value of a message.</summary>
public sealed class SubmitFallbackTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task A_submitted_press_redraws_the_message_that_holds_the_card()
    {
        var card = (await bot.SayAsync(AskingBot.ShortUrl)).Card();
        var call = await SubmitAsync(card.Button("役に立った"));

        Assert.Equal(("PUT", true), (call.Method, call.Path.EndsWith("/activities/the-card", StringComparison.Ordinal)));
        Assert.Contains("「役に立った」とのご回答、ありがとうございました。", call.Body!.Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_in_answer_to_it_is_a_message_of_its_own()
    {
        var call = await SubmitAsync(
            new JsonObject
            {
                ["fallback"] = new JsonObject
                {
                    ["data"] = new JsonObject { ["verb"] = "ask.open", ["clause"] = "9-9-9" },
                },
            }
        );

        Assert.Equal("POST", call.Method);
        Assert.StartsWith("この条文は今のガイドラインにはありません。", call.Body!["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_message_is_gone_a_new_one_holds_the_card()
    {
        await using var faulty = await BotHost.StartAsync();
        var card = (await faulty.SayAsync(AskingBot.ShortUrl)).Card();
        faulty.Teams.Answer = call => call.Method == "PUT" ? Results.StatusCode(StatusCodes.Status404NotFound) : null;
        var message = faulty.Message("");
        message.Remove("text");
        message["replyToId"] = "deleted";
        message["value"] = card.Button("役に立った")["fallback"]!["data"]!.DeepClone();

        using var response = await faulty.PostAsync(message);

        response.EnsureSuccessStatusCode();
        Assert.Contains("「役に立った」とのご回答", faulty.Teams.Taken.Last().Body!.Card().Words(), StringComparison.Ordinal);
        Assert.Equal("POST", faulty.Teams.Taken.Last().Method);
    }

    [Fact]
    public async Task A_damaged_one_is_said_to_be_unreadable()
    {
        var call = await SubmitAsync(
            new JsonObject
            {
                ["fallback"] = new JsonObject
                {
                    ["data"] = new JsonObject { ["verb"] = "ask.rate", ["clause"] = 4 },
                },
            }
        );

        Assert.StartsWith("このボタンの内容を読み取れませんでした。", call.Body!["text"]!.ToString(), StringComparison.Ordinal);
    }

    private async Task<OutgoingCall> SubmitAsync(JsonNode action)
    {
        var before = bot.Teams.Calls.Count;
        var message = bot.Message("");
        message.Remove("text");
        message["replyToId"] = "the-card";
        message["value"] = action["fallback"]!["data"]!.DeepClone();
        using var response = await bot.PostAsync(message);
        response.EnsureSuccessStatusCode();
        return Assert.Single(bot.Teams.Calls.Skip(before));
    }
}
