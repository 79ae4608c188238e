using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Turns;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Tests.Turns;

/// <summary>What comes in over the wire and what goes out, byte by byte where it matters.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task What_goes_out_has_its_card_whole_and_no_empty_lists()
    {
        await bot.SayAsync("パスワードってどれくらいの頻度で変えるの？");

        var sent = Assert.Single(bot.Teams.Messages);
        Assert.Equal("AdaptiveCard", sent["attachments"]![0]!["content"]!["type"]!.ToString());
        Assert.Equal("28:bot", sent["from"]!["id"]!.ToString());
        Assert.DoesNotContain(sent.AsObject(), member => member.Value is null or JsonArray { Count: 0 });
    }

    [Fact]
    public async Task The_answer_to_a_press_is_json_in_utf8()
    {
        var help = await bot.SayAsync("目次");
        using var response = await bot.PostAsync(bot.Press(help.Card().Actions().First(action => action["verb"] is not null)));

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(200, (int)(await response.Content.ReadFromJsonAsync<JsonNode>())!["statusCode"]!);
    }

    [Theory]
    [InlineData("$type", "System.IO.FileInfo, System.Runtime")]
    [InlineData("$type", "MemoryStream")]
    [InlineData("$ref", "1")]
    [InlineData("$id", "1")]
    public async Task What_names_a_type_or_a_reference_is_data(string name, string value)
    {
        foreach (
            var place in (string[])["", "from", "conversation", "channelData", "entities", "attachments", "attachments.content", "value"]
        )
        {
            var activity = bot.Message("ヘルプ");
            var named = new JsonObject { [name] = value, ["buffer"] = null };
            JsonObject within = place switch
            {
                "" => activity,
                "entities" => List("entities"),
                "attachments" => List("attachments"),
                "attachments.content" => Member(List("attachments"), "content"),
                "from" or "conversation" or "channelData" => (JsonObject)activity[place]!,
                _ => Member(activity, place),
            };
            foreach (var (member, data) in named)
                within[member] = data?.DeepClone();

            using var response = await bot.PostAsync(activity);

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{place}: {response.StatusCode}");
            JsonObject List(string list) => Into(activity, list);
        }

        static JsonObject Into(JsonObject activity, string list)
        {
            var item = new JsonObject();
            activity[list] = new JsonArray(item);
            return item;
        }

        static JsonObject Member(JsonObject parent, string member)
        {
            var child = new JsonObject();
            parent[member] = child;
            return child;
        }
    }

    [Fact]
    public void Many_small_objects_in_an_attachment_cost_what_they_cost_elsewhere()
    {
        var objects = string.Join(',', Enumerable.Repeat("""{"a":1}""", 12_000));
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 30)) + $"[{objects}]" + new string('}', 30);

        var ratio =
            Cost($$"""{"type":"message","attachments":[{"content":{{deep}}}]}""") / Cost($$"""{"type":"message","value":{{deep}}}""");

        // Level by level anew, as the SDK reads it, it would be thirty.
        Assert.InRange(ratio, 0, 2);

        // Not timed: what is read again is allocated again, on a busy machine, too.
        static double Cost(string json)
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            ChannelJson.Read<Activity>(new MemoryStream(bytes));
            var before = GC.GetAllocatedBytesForCurrentThread();
            ChannelJson.Read<Activity>(new MemoryStream(bytes));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("a:会話")]
    [InlineData("a:café")]
    [InlineData("a:\u00a0b")]
    public async Task A_conversation_whose_id_fits_into_no_header_is_refused_with_a_reason(string conversation)
    {
        using var response = await bot.PostAsync(bot.Message("ヘルプ", conversation: conversation));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "conversation.id",
            (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "<at>ガイドラインボット</at> ヘルプ",
        """{"type":"mention","text":"<at>ガイドラインボット</at>","mentioned":{"id":"28:bot","name":"ガイドラインボット"}}"""
    )]
    [InlineData("<at>ガイドラインボット</at> ヘルプ", """{"type":"mention","mentioned":{"id":"28:bot","name":"ガイドラインボット"}}""")]
    [InlineData("<AT>Bot</AT>ヘルプ", """{"type":"mention","text":"<at>bot</at>","mentioned":{"id":"28:bot"}}""")]
    [InlineData("ヘルプ", """{"type":"mention","mentioned":{"id":"28:bot"}}""")]
    [InlineData("<at>ヘルプ</at>", """{"type":"mention"}""")]
    [InlineData("<at>ヘルプ</at>", """{"type":"mention","mentioned":"28:bot","text":7}""")]
    [InlineData("ヘルプ", "null")]
    public async Task The_bots_mention_is_no_part_of_the_text_and_others_are_names(string text, string entity)
    {
        var activity = bot.Message(text, conversation: "19:group", conversationType: "groupChat");
        activity["entities"] = new JsonArray(JsonNode.Parse(entity));

        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("ふだんの言葉で質問できます。", Assert.Single(bot.Teams.Messages).Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_twelve_hundred_messages_in_one_group_at_once_each_is_answered_once()
    {
        const int Messages = 1_200;
        var answers = new Dictionary<string, int>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Messages),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) =>
            {
                var activity = bot.Message("目次", $"person{number % 16}", "19:group", "groupChat");
                using var response = await bot.PostAsync(activity);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                lock (answers)
                    answers[activity["id"]!.ToString()] = 0;
            }
        );

        foreach (var message in bot.Teams.Messages)
            answers[message["replyToId"]!.ToString()]++;
        Assert.Equal(Messages, answers.Count);
        Assert.All(answers.Values, count => Assert.Equal(1, count));
    }
}
