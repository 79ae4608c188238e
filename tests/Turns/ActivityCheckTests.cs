using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Turns;

/// <summary>There is one way of reading an activity: what is checked at the door is what is used behind it.</summary>
public sealed class ActivityCheckTests : IAsyncLifetime, IDisposable
{
    private const string Elsewhere = "http://127.0.0.1:9/";

    private readonly CapturedLog log = new();
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync(services: log.Attach);

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    public void Dispose() => log.Dispose();

    /// <summary>Members by which somebody would be answered elsewhere, taken for another, or let in from outside.</summary>
    [Theory]
    [InlineData("ServiceUrl", $"\"{Elsewhere}\"")]
    [InlineData("serviceurl", $"\"{Elsewhere}\"")]
    [InlineData("serviceUrl", $"\"{Elsewhere}\"")]
    [InlineData("Conversation", """{"id":"a:other"}""")]
    [InlineData("conversation", """{"id":"a:other"}""")]
    [InlineData("ChannelId", "\"directline\"")]
    [InlineData("Type", "\"event\"")]
    [InlineData("Text", "\"はい\"")]
    [InlineData("Id", "\"a\\nb\"")]
    [InlineData("From", """{"id":"29:user-sato","aadObjectId":"33333333-3333-4333-8333-333333333330"}""")]
    [InlineData("Recipient", """{"id":"28:other"}""")]
    [InlineData("ChannelData", """{"tenant":{"id":"99999999-9999-4999-8999-999999999999"}}""")]
    [InlineData("ReplyToId", "\"card\"")]
    [InlineData("Value", """{"verb":"x"}""")]
    [InlineData("Entities", "[]")]
    [InlineData("MembersAdded", "[]")]
    public async Task A_member_that_stands_there_twice_is_refused(string name, string value)
    {
        var body = bot.Message("ヘルプ").ToJsonString();

        await AssertRefusedAsync($"{{\"{name}\":{value},{body[1..]}");
        await AssertRefusedAsync($"{body[..^1]},\"{name}\":{value}}}");
    }

    [Theory]
    [InlineData("from", "Id", "\"29:user-sato\"")]
    [InlineData("from", "AadObjectId", "\"33333333-3333-4333-8333-333333333330\"")]
    [InlineData("from", "id", "\"29:user-sato\"")]
    [InlineData("from", "Name", "\"佐藤\"")]
    [InlineData("recipient", "ID", "\"28:other\"")]
    [InlineData("conversation", "Id", "\"a:other\"")]
    [InlineData("conversation", "TenantId", "\"99999999-9999-4999-8999-999999999999\"")]
    [InlineData("conversation", "tenantid", "\"99999999-9999-4999-8999-999999999999\"")]
    [InlineData("conversation", "ConversationType", "\"personal\"")]
    [InlineData("channelData", "Tenant", """{"id":"99999999-9999-4999-8999-999999999999"}""")]
    [InlineData("channelData.tenant", "Id", "\"99999999-9999-4999-8999-999999999999\"")]
    public async Task Nor_may_it_stand_twice_further_within(string within, string name, string value)
    {
        var activity = bot.Message("ヘルプ");
        var level = within.Split('.').Aggregate((JsonNode)activity, (node, part) => node[part]!);
        var (whole, inner) = (activity.ToJsonString(), level.ToJsonString());

        await AssertRefusedAsync(whole.Replace(inner, $"{{\"{name}\":{value},{inner[1..]}", StringComparison.Ordinal));
        await AssertRefusedAsync(whole.Replace(inner, $"{inner[..^1]},\"{name}\":{value}}}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"a","Verb":"b","data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"a","data":{"incident":"1","Incident":"2"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"a","data":{}},"Action":{}}""")]
    [InlineData("""{"commandId":"searchClauses","CommandId":"checkDraft"}""")]
    [InlineData("""{"parameters":[{"name":"query","Name":"initialRun"}]}""")]
    public async Task Nor_in_what_was_pressed(string value)
    {
        var activity = bot.Message("");
        (activity["type"], activity["name"], activity["value"]) = ("invoke", "adaptiveCard/action", JsonNode.Parse(value));

        await AssertRefusedAsync(activity.ToJsonString());
    }

    /// <summary>Beside what the checks are about, people's cards may have any members.</summary>
    [Fact]
    public async Task A_card_of_another_app_in_a_message_is_no_reason_to_refuse_it()
    {
        var activity = bot.Message("ヘルプ");
        activity["attachments"] = JsonNode.Parse("""[{"contentType":"application/json","content":{"id":1,"Id":2}}]""");

        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bot.Teams.Messages);
    }

    [Fact]
    public async Task A_long_text_is_too_long_by_any_name_and_in_news_of_any_kind()
    {
        var longest = new string('a', ActivityCheck.LongestText + 1);
        foreach (var (name, type) in new[] { ("Text", "message"), ("TEXT", "message"), ("text", "event"), ("text", "messageUpdate") })
        {
            var activity = bot.Message("");
            activity.Remove("text");
            (activity["type"], activity[name]) = (type, longest);
            await AssertRefusedAsync(activity.ToJsonString());
        }
    }

    [Theory]
    [InlineData("id", "5")]
    [InlineData("channelId", "true")]
    [InlineData("text", "{}")]
    [InlineData("text", "5")]
    [InlineData("serviceUrl", "[]")]
    [InlineData("from", "\"29:user-sato\"")]
    [InlineData("channelData", "[]")]
    [InlineData("entities", "{}")]
    [InlineData("membersAdded", """[{"id":5}]""")]
    public async Task A_value_of_another_kind_is_not_bent_into_shape(string name, string value)
    {
        var activity = bot.Message("ヘルプ");
        activity[name] = JsonNode.Parse(value);

        await AssertRefusedAsync(activity.ToJsonString());
    }

    [Fact]
    public async Task A_directory_id_that_no_column_takes_is_none()
    {
        var activity = bot.Message("ヘルプ");
        activity["from"]!["aadObjectId"] = new string('a', 65);

        await AssertRefusedAsync(activity.ToJsonString());
    }

    /// <summary>They would be steps in the path of the call that answers.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Dots_alone_are_no_id(string id)
    {
        await AssertRefusedAsync(bot.Message("ヘルプ", conversation: id).ToJsonString());
        foreach (var name in (string[])["id", "replyToId"])
        {
            var activity = bot.Message("ヘルプ");
            activity[name] = id;
            await AssertRefusedAsync(activity.ToJsonString());
        }
    }

    [Theory]
    [InlineData("28:bot")]
    [InlineData("28:00000000-0000-4000-8000-000000000000")]
    public async Task A_bot_is_not_answered(string id)
    {
        var activity = bot.Message("ヘルプ");
        activity["from"]!["id"] = id;

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(activity)).StatusCode);
        Assert.Empty(bot.Teams.Calls);
    }

    [Theory]
    [InlineData("19:meeting@thread.v2", "meeting", false)]
    [InlineData("19:x@thread.v2", "Personal", false)]
    [InlineData("19:x@thread.v2", "", false)]
    [InlineData("19:x@thread.v2", null, false)]
    [InlineData("a:x", "somethingNew", false)]
    [InlineData("a:x", "personal", true)]
    [InlineData("a:x", null, true)]
    public async Task What_is_personal_is_not_said_in_a_chat_of_an_unknown_kind(string chat, string? kind, bool isPersonal)
    {
        var activity = bot.Message("届出状況", conversation: chat);
        activity["conversation"]!["conversationType"] = kind;
        await bot.PostAsync(activity);

        await using var database = bot.Open();
        Assert.Equal(isPersonal, (await database.KnownConversations.SingleAsync()).PersonId is not null);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_date_stays_a_text()
    {
        const string Like = "2026-01-01T00:00:00Z";
        var read = ChannelJson.Read<Microsoft.Bot.Schema.Activity>(
            new MemoryStream(Encoding.UTF8.GetBytes($$$"""{"value":{"a":"{{{Like}}}"}}"""))
        )!;

        Assert.Equal(Like, ((Newtonsoft.Json.Linq.JObject)read.Value)["a"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(bot.Message(Like))).StatusCode);
    }

    private async Task AssertRefusedAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);

        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode}: {body[..Math.Min(body.Length, 500)]}");
        Assert.NotEqual("", (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!.ToString());
        Assert.Empty(bot.Teams.Calls);
        Assert.DoesNotContain(log.Entries, entry => entry.Text.Contains('\n', StringComparison.Ordinal));
    }
}
