using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Polyfills;

public class ActivityTests
{
    private const string FromTeams = """
        {
          "type": "message", "id": "1700", "text": "<at>ガイドライン</at> ヘルプ", "locale": "ja-JP", "timestamp": "2026-12-01T00:30:00.123Z",
          "from": { "id": "29:u", "name": "岡本", "aadObjectId": "0000-1", "mood": "glad" },
          "recipient": { "id": "28:bot", "name": "ガイドライン" },
          "conversation": { "id": "19:c", "conversationType": "channel", "tenantId": "t-1", "isGroup": true },
          "entities": [
            { "type": "mention", "mentioned": { "id": "28:bot", "name": "ガイドライン" }, "text": "<at>ガイドライン</at>" },
            { "type": "clientInfo", "country": "JP" }
          ],
          "channelData": { "tenant": { "id": "t-1" }, "team": { "id": "19:team" }, "feedbackLoopEnabled": true },
          "value": { "verb": "incident.tick", "at": 3 },
          "somethingNew": { "deep": [1, 2] }
        }
        """;

    private static Activity Received => JsonConvert.DeserializeObject<Activity>(FromTeams)!;

    [Fact]
    public void Properties_unknown_today_survive_a_round_trip()
    {
        var again = JObject.FromObject(Received);

        Assert.Equal(2, again["somethingNew"]!["deep"]![1]);
        Assert.Equal("glad", again["from"]!["mood"]);
        Assert.Equal("JP", again["entities"]![1]!["country"]);
        Assert.Equal("incident.tick", again["value"]!["verb"]);
    }

    [Fact]
    public void Names_on_the_wire_are_camel_case()
    {
        var json = JObject.FromObject(new Activity(ActivityTypes.Message)
        {
            ReplyToId = "1",
            SuggestedActions = new SuggestedActions { Actions = [new CardAction(ActionTypes.ImBack, "はい", value: "はい")] },
            Attachments = [new Attachment("text/plain", contentUrl: "https://example.jp/")],
        });

        Assert.Equal("1", json["replyToId"]);
        Assert.Equal("imBack", json["suggestedActions"]!["actions"]![0]!["type"]);
        Assert.Equal("https://example.jp/", json["attachments"]![0]!["contentUrl"]);
    }

    [Fact]
    public void The_bots_own_mention_is_taken_out_of_the_text()
    {
        var activity = Received;

        Assert.Equal("ヘルプ", activity.RemoveRecipientMention());
        Assert.Equal("ヘルプ", activity.Text);
    }

    [Fact]
    public void Somebody_elses_mention_stays_in_the_text()
    {
        var activity = Received;
        activity.Recipient.Id = "28:another";

        Assert.Equal("<at>ガイドライン</at> ヘルプ", activity.RemoveRecipientMention());
    }

    [Fact]
    public void Channel_data_is_read_as_what_Teams_means_by_it()
    {
        var data = Received.GetChannelData<TeamsChannelData>();

        Assert.Equal("t-1", data.Tenant.Id);
        Assert.Equal("19:team", Received.TeamsGetTeamInfo().Id);
        Assert.True(Received.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
    }

    [Fact]
    public void A_reply_goes_back_to_where_the_message_came_from()
    {
        var incoming = Received;
        incoming.ServiceUrl = "https://smba.example/";
        incoming.ChannelId = "msteams";

        var reply = MessageFactory.Text("承りました。").ApplyConversationReference(incoming.GetConversationReference());

        Assert.Equal("1700", reply.ReplyToId);
        Assert.Equal("28:bot", reply.From.Id);
        Assert.Equal("29:u", reply.Recipient.Id);
        Assert.Equal(("19:c", "msteams", "https://smba.example/"), (reply.Conversation.Id, reply.ChannelId, reply.ServiceUrl));
    }

    [Fact]
    public void A_reference_kept_as_JSON_continues_the_conversation()
    {
        var kept = JsonConvert.SerializeObject(Received.GetConversationReference());
        var continuation = JsonConvert.DeserializeObject<ConversationReference>(kept)!.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (continuation.Type, continuation.Name));
        Assert.Equal(("19:c", "t-1"), (continuation.Conversation.Id, continuation.Conversation.TenantId));
        Assert.Equal("28:bot", continuation.Recipient.Id);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message/form", true)]
    [InlineData("messageReaction", false)]
    public void An_activity_shows_the_interface_of_its_type_only(string type, bool isMessage) =>
        Assert.Equal(isMessage, new Activity(type).AsMessageActivity() is not null);
}
