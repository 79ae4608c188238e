using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Turns;

namespace GuidelineBot.Tests.Turns;

public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    [Theory]
    [InlineData("type")]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    [InlineData("from")]
    public async Task An_activity_without_what_is_needed_to_answer_is_refused_by_name(string missing)
    {
        var activity = bot.Message("こんにちは");
        activity.Remove(missing);
        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(missing, (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"こんにちは\"")]
    [InlineData("{\"type\":\"message\",\"channelId\":1}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\",\"channelId\":\"msteams\"}")]
    public async Task A_body_that_is_no_activity_is_refused_with_a_reason(string body)
    {
        using var response = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEqual("", (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!.ToString());
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(new string('[', 5000))).StatusCode);

    [Fact]
    public async Task A_body_over_the_limit_is_refused() =>
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await bot.PostAsync(bot.Message(new string('あ', MessagesEndpoint.LargestBody)))).StatusCode
        );

    [Fact]
    public async Task A_text_over_the_limit_is_refused() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await bot.PostAsync(bot.Message(new string('a', ActivityCheck.LongestText + 1)))).StatusCode
        );

    [Fact]
    public async Task Only_post_is_offered() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.Http.GetAsync(new Uri("/api/messages", UriKind.Relative))).StatusCode);

    [Fact]
    public async Task An_activity_of_an_unknown_type_is_taken_and_ignored()
    {
        var activity = bot.Message("こんにちは");
        activity["type"] = "somethingNew";

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(activity)).StatusCode);
        Assert.Empty(bot.Teams.Calls);
    }

    [Fact]
    public async Task News_whose_channel_data_is_no_object_is_refused_by_name()
    {
        var edited = bot.Message("こんにちは");
        edited["type"] = "messageUpdate";
        edited["channelData"] = "editMessage";

        using var response = await bot.PostAsync(edited);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "channelData",
            (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_invoke_is_answered_with_not_implemented()
    {
        var activity = bot.Message("");
        activity["type"] = "invoke";
        activity["name"] = "something/new";

        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(activity)).StatusCode);
    }

    [Fact]
    public async Task The_mention_of_the_bot_is_not_part_of_the_question()
    {
        var activity = bot.Message("<at>ガイドラインボット</at> ヘルプ", conversation: "19:group", conversationType: "groupChat");
        activity["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>ガイドラインボット</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
            }
        );
        await bot.PostAsync(activity);

        Assert.Contains("ヘルプ", Assert.Single(bot.Teams.Messages).Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_goes_out_as_a_reply_in_the_same_conversation()
    {
        await bot.SayAsync("ヘルプ");

        Assert.Contains(
            bot.Teams.Calls,
            call =>
                call.Method == "POST"
                    && call.Path.StartsWith("/v3/conversations/a%3Apersonal/activities/", StringComparison.OrdinalIgnoreCase)
                || call.Path.StartsWith("/v3/conversations/a:personal/activities/", StringComparison.Ordinal)
        );
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    private Task<HttpResponseMessage> PostAsync(string body) =>
        bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
}
