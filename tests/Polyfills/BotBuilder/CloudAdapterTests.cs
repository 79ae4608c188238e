using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Polyfills;

public class CloudAdapterTests
{
    private static CloudAdapter Anonymous => new(new ConfigurationBuilder().Build());

    [Fact]
    public async Task A_message_is_answered_200_after_its_replies_are_out()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, (turn, token) =>
            turn.SendActivityAsync("はい。", cancellationToken: token));

        var (status, body) = await bot.PostAsync(bot.Incoming("message", new { text = "届出", custom = 7 }));

        Assert.Equal((HttpStatusCode.OK, string.Empty), (status, body));
        var call = Assert.Single(bot.Channel.Calls);
        Assert.Equal(("POST", "/v3/conversations/a%3Achat%3B1/activities/in-1"), (call.Method, call.Path));
        Assert.Equal("はい。", call.Body!["text"]);
        Assert.Null(call.Body["summary"]);
        Assert.Null(call.Authorization);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("{\"text\":\"no type\"}")]
    [InlineData("")]
    public async Task What_is_no_activity_is_answered_400(string json)
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, (_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.BadRequest, (await bot.PostAsync(json)).Status);
    }

    [Fact]
    public async Task A_caller_without_a_token_is_answered_401_once_an_app_id_is_set()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("MicrosoftAppId", "00000000-0000-0000-0000-000000000001"), new("MicrosoftAppPassword", "secret")])
            .Build();
        var isReached = false;
        await using var bot = await LoopbackBot.StartAsync(new CloudAdapter(configuration), (_, _) =>
        {
            isReached = true;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(bot.Incoming("message"))).Status);
        Assert.False(isReached);
    }

    [Fact]
    public async Task An_invoke_nobody_knows_is_answered_501()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, new TeamsActivityHandler().OnTurnAsync);

        var unknown = bot.Incoming("invoke", new { name = "no/such" });
        var unhandled = bot.Incoming("invoke", new { name = "composeExtension/query", value = new { } });

        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(unknown)).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(unhandled)).Status);
    }

    [Fact]
    public async Task A_pressed_card_is_answered_with_the_next_card()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, new Pressed().OnTurnAsync);

        var (status, body) = await bot.PostAsync(Press("Action.Execute"));
        var answer = JObject.Parse(body);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Equal("incident.tick 3", answer["value"]!["text"]);

        JObject Press(string type) => bot.Incoming("invoke", new
        {
            name = "adaptiveCard/action",
            value = new { action = new { type, verb = "incident.tick", data = new { step = 3 } } },
        });
    }

    [Fact]
    public async Task A_submit_dressed_as_an_execute_is_answered_400()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, new Pressed().OnTurnAsync);
        var submit = new { name = "adaptiveCard/action", value = new { action = new { type = "Action.Submit", verb = "x" } } };

        Assert.Equal(HttpStatusCode.BadRequest, (await bot.PostAsync(bot.Incoming("invoke", submit))).Status);
    }

    [Fact]
    public async Task A_message_extension_is_answered_with_its_results()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, new Pressed().OnTurnAsync);
        var query = new
        {
            name = "composeExtension/query",
            value = new { commandId = "search", parameters = new[] { new { name = "q", value = "炎上" } } },
        };

        var (status, body) = await bot.PostAsync(bot.Incoming("invoke", query));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("search:炎上", JObject.Parse(body)["composeExtension"]!["text"]);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_response()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, async (turn, token) =>
        {
            await turn.SendActivityAsync("一", cancellationToken: token);
            await turn.SendActivityAsync("二", cancellationToken: token);
        });

        var (status, body) = await bot.PostAsync(bot.Incoming("message", new { deliveryMode = "expectReplies" }));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["一", "二"], JObject.Parse(body)["activities"]!.Select(activity => (string?)activity["text"]));
        Assert.Empty(bot.Channel.Calls);
    }

    [Fact]
    public async Task An_error_that_is_handled_is_still_answered_200()
    {
        var adapter = Anonymous;
        adapter.OnTurnError = (turn, error) => turn.SendActivityAsync($"失敗：{error.Message}");
        await using var bot = await LoopbackBot.StartAsync(adapter, (_, _) => throw new InvalidOperationException("故障"));

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(bot.Incoming("message"))).Status);
        Assert.Equal("失敗：故障", Assert.Single(bot.Channel.Calls).Body!["text"]);
    }

    [Fact]
    public async Task An_error_nobody_handles_is_answered_500()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, (_, _) => throw new InvalidOperationException("故障"));

        Assert.Equal(HttpStatusCode.InternalServerError, (await bot.PostAsync(bot.Incoming("message"))).Status);
    }

    [Fact]
    public async Task A_type_nobody_knows_is_answered_200()
    {
        await using var bot = await LoopbackBot.StartAsync(Anonymous, new TeamsActivityHandler().OnTurnAsync);

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(bot.Incoming("brandNew"))).Status);
    }

    private sealed class Pressed : TeamsActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.card.adaptive",
                Value = new { text = $"{invokeValue.Action.Verb} {((JObject)invokeValue.Action.Data)["step"]}" },
            });

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
            ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
            Task.FromResult(new MessagingExtensionResponse(new MessagingExtensionResult
            {
                Type = "message",
                Text = $"{query.CommandId}:{query.Parameters[0].Value}",
            }));
    }
}
