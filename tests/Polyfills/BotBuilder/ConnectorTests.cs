using System.Net;
using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace GuidelineBot.Tests.Polyfills;

public class ConnectorTests
{
    private const string Chat = "/v3/conversations/a%3Achat%3B1";

    [Fact]
    public async Task Updating_and_deleting_name_the_activity_in_the_path()
    {
        await using var bot = await StartAsync(async (turn, token) =>
        {
            var card = MessageFactory.Text("更新");
            card.Id = "old-1";
            await turn.UpdateActivityAsync(card, token);
            await turn.DeleteActivityAsync("old-2", token);
        });

        await bot.PostAsync(bot.Incoming("message"));

        Assert.Equal(
            [("PUT", $"{Chat}/activities/old-1"), ("DELETE", $"{Chat}/activities/old-2")],
            bot.Channel.Calls.Select(call => (call.Method, call.Path)));
        Assert.Equal("更新", bot.Channel.Calls[0].Body!["text"]);
    }

    [Fact]
    public async Task A_sent_activity_has_the_id_the_channel_gave_it()
    {
        string? id = null;
        await using var bot = await StartAsync(async (turn, token) =>
            id = (await turn.SendActivityAsync("はい。", cancellationToken: token)).Id);

        await bot.PostAsync(bot.Incoming("message"));

        Assert.Equal("sent-1", id);
    }

    [Fact]
    public async Task A_new_conversation_is_created_with_its_members_and_first_message()
    {
        await using var channel = await LoopbackChannel.StartAsync();
        channel.Answers["POST /v3/conversations"] = (201, """{"id":"a:new","activityId":"first"}""");
        using var client = await ConnectAsync(channel);

        var created = await client.Conversations.CreateConversationAsync(new ConversationParameters
        {
            Bot = new ChannelAccount("28:bot"),
            Members = [new ChannelAccount("29:user")],
            TenantId = "t-1",
            Activity = MessageFactory.Text("お知らせ"),
        });

        Assert.Equal(("a:new", "first"), (created.Id, created.ActivityId));
        var body = Assert.Single(channel.Calls).Body!;
        Assert.Equal("29:user", body["members"]![0]!["id"]);
        Assert.Equal("t-1", body["tenantId"]);
        Assert.Equal("お知らせ", body["activity"]!["text"]);
    }

    [Fact]
    public async Task A_message_that_replies_to_nothing_goes_to_the_conversation()
    {
        await using var channel = await LoopbackChannel.StartAsync();
        using var client = await ConnectAsync(channel);

        var sent = await client.Conversations.SendToConversationAsync("a:chat;1", MessageFactory.Text("お知らせ"));

        Assert.Equal("sent-1", sent.Id);
        Assert.Equal(("POST", $"{Chat}/activities"), (channel.Calls[0].Method, channel.Calls[0].Path));
    }

    [Fact]
    public async Task A_member_is_looked_up_in_the_chat()
    {
        string? mail = null;
        await using var bot = await StartAsync(async (turn, token) =>
            mail = (await TeamsInfo.GetMemberAsync(turn, "29:user", token)).UserPrincipalName);
        bot.Channel.Answers[$"GET {Chat}/members/29%3Auser"] = (200, """{"id":"29:user","name":"岡本","userPrincipalName":"okamoto@city.example"}""");

        await bot.PostAsync(bot.Incoming("message"));

        Assert.Equal("okamoto@city.example", mail);
    }

    [Fact]
    public async Task A_roster_is_read_page_by_page()
    {
        var names = new List<string>();
        await using var bot = await StartAsync(async (turn, token) =>
        {
            string? next = null;
            do
            {
                var page = await TeamsInfo.GetPagedMembersAsync(turn, 1, next, token);
                names.AddRange(page.Members.Select(member => member.Name));
                next = page.ContinuationToken;
            }
            while (next is not null);
        });
        bot.Channel.Answers[$"GET {Chat}/pagedmembers?pageSize=1"] = (200, """{"continuationToken":"p2","members":[{"id":"1","name":"岡本"}]}""");
        bot.Channel.Answers[$"GET {Chat}/pagedmembers?pageSize=1&continuationToken=p2"] = (200, """{"members":[{"id":"2","name":"岡田"}]}""");

        await bot.PostAsync(bot.Incoming("message"));

        Assert.Equal(["岡本", "岡田"], names);
    }

    [Fact]
    public async Task A_refusal_carries_the_channels_status_and_code()
    {
        ErrorResponseException? refusal = null;
        await using var bot = await StartAsync(async (turn, token) =>
            refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("はい。", cancellationToken: token)));
        bot.Channel.Answers[$"POST {Chat}/activities/in-1"] = (403, """{"error":{"code":"MessageWritesBlocked","message":"blocked"}}""");

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(bot.Incoming("message"))).Status);

        Assert.Equal(HttpStatusCode.Forbidden, refusal!.Response.StatusCode);
        Assert.Equal("MessageWritesBlocked", refusal.Body.Error.Code);
    }

    [Fact]
    public async Task A_kept_reference_lets_the_bot_speak_first()
    {
        await using var channel = await LoopbackChannel.StartAsync();
        var reference = new ConversationReference
        {
            ServiceUrl = channel.Url,
            ChannelId = "msteams",
            Bot = new ChannelAccount("28:bot"),
            User = new ChannelAccount("29:user"),
            Conversation = new ConversationAccount(id: "a:chat;1"),
        };
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build());

        await adapter.ContinueConversationAsync(
            new ClaimsIdentity(), reference, (turn, token) => turn.SendActivityAsync("お知らせ", cancellationToken: token), default);

        var call = Assert.Single(channel.Calls);
        Assert.StartsWith($"{Chat}/activities", call.Path, StringComparison.Ordinal);
        Assert.Equal(("お知らせ", "29:user"), ((string?)call.Body!["text"], (string?)call.Body["recipient"]!["id"]));
    }

    private static Task<LoopbackBot> StartAsync(BotCallbackHandler turn) =>
        LoopbackBot.StartAsync(new CloudAdapter(new ConfigurationBuilder().Build()), turn);

    private static Task<IConnectorClient> ConnectAsync(LoopbackChannel channel) =>
        new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build())
            .CreateConnectorFactory(new ClaimsIdentity())
            .CreateAsync(channel.Url, string.Empty, default);
}
