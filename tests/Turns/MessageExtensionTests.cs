using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Knowledge;
using GuidelineBot.Packaging;
using GuidelineBot.Posts;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Turns;

/// <summary>Searching from the compose box, and checking a draft there or beside a message, as Teams calls it.</summary>
public sealed class MessageExtensionTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Theory]
    [InlineData("パスワード", "4⑤")]
    [InlineData("パスワ", "4⑤")]
    [InlineData("4⑤", "4⑤")]
    [InlineData("4-5", "4⑤")]
    [InlineData("５②ア", "5②ア")]
    [InlineData("炎上したらどうする？", "5②ア・1")]
    public async Task Clauses_are_found_while_one_types(string typed, string label)
    {
        var hits = await SearchAsync(typed);

        Assert.Contains(label, Labels(hits).Take(3));
        var hit = hits.First(hit => Labels([hit]).Single() == label)!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", hit["contentType"]!.ToString());
        Assert.Contains("出典: 岡山市ソーシャルメディアの運用に関するガイドライン", hit["content"]!.Words(), StringComparison.Ordinal);
        Assert.Empty(hit["content"]!.Titles());
    }

    [Theory]
    [InlineData("インスタを始めたいけど何からすればいい？", "SNSの利用を始めるときの手順")]
    [InlineData("担当者が代わる", "SNSの担当者が代わるときの手順")]
    public async Task A_procedure_is_found_and_taken_over_with_its_steps_revision_and_day(string typed, string title)
    {
        var hit = (await SearchAsync(typed))[0]!;

        Assert.Equal(title, Labels([hit]).Single());
        var words = hit["content"]!.Words();
        Assert.Contains("届を出す（6②", words, StringComparison.Ordinal);
        Assert.Contains("（令和5年4月改訂）", words, StringComparison.Ordinal);
        Assert.Contains("日時点", words, StringComparison.Ordinal);
        Assert.Empty(hit["content"]!.Titles());
    }

    [Fact]
    public async Task Before_anything_is_typed_stand_what_was_asked_last_and_what_is_asked_most()
    {
        await using var other = await BotHost.StartAsync();
        for (var i = 0; i < 3; i++)
            await other.SayAsync("炎上したとき、個人の判断で反論していい？", "sato", "a:sato");
        await other.SayAsync("パスワードってどれくらいの頻度で変えるの？");

        var labels = Labels(await SearchAsync("", on: other));

        Assert.Equal(["4⑤", "5②ア・1"], labels.Take(2));
        Assert.Equal(25, labels.Count);
        Assert.Distinct(labels);
    }

    [Fact]
    public async Task The_next_page_goes_on_where_the_last_one_ended()
    {
        var all = Labels(await SearchAsync("アカウント"));
        var first = Labels(await SearchAsync("アカウント", 0, 3));
        var second = Labels(await SearchAsync("アカウント", 3, 3));

        Assert.True(all.Count > 6);
        Assert.Equal(all.Take(6), first.Concat(second));
    }

    [Fact]
    public async Task Nothing_found_is_said_and_odd_requests_do_no_harm()
    {
        Assert.Equal(
            "見つかりませんでした。ことばを変えてお試しください。",
            (await CallAsync("composeExtension/query", Query("明日の天気は？", 0, 25)))["composeExtension"]!["text"]!.ToString()
        );
        Assert.Single(await SearchAsync("パスワード", 0, -5));
        Assert.NotEmpty(await SearchAsync("AND ( \" OR * ~ アカウント"));
        // As the Playground sends it: without a command.
        Assert.NotEmpty(
            (
                await CallAsync(
                    "composeExtension/query",
                    new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = "パスワード" }) }
                )
            )["composeExtension"]!["attachments"]!.AsArray()
        );
        foreach (
            var odd in (JsonNode?[])
                [null, new JsonArray(), new JsonObject { ["commandId"] = "unknown" }, new JsonObject { ["queryOptions"] = 3 }]
        )
        {
            using var response = await bot.PostAsync(Invoke("composeExtension/query", odd));
            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{odd}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_message_is_looked_over_from_beside_it()
    {
        var window = await CallAsync(
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = PostsSetup.CheckCommand,
                ["commandContext"] = "message",
                ["messagePayload"] = new JsonObject
                {
                    ["id"] = "1",
                    ["body"] = new JsonObject
                    {
                        ["contentType"] = "html",
                        ["content"] =
                            "<div><p>詳しくは&nbsp;bit.ly/abc へ<emoji alt=\"🎉\"></emoji></p><p>申込みは<b>外人</b>さんも<script>x</script></p></div>",
                    },
                },
            }
        );

        var card = window["task"]!["value"]!["card"]!["content"]!;
        Assert.Equal("詳しくは bit.ly/abc へ🎉\n申込みは外人さんも", card.Input("text")["value"]!.ToString());
        Assert.Contains("短縮URL", card.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);

        var data = (JsonObject)card.Button("直せるところを直す")["data"]!.DeepClone();
        data["text"] = card.Input("text")["value"]!.ToString();
        var mended = await CallAsync(
            "composeExtension/submitAction",
            new JsonObject { ["commandId"] = PostsSetup.CheckCommand, ["data"] = data }
        );
        Assert.Equal(
            "詳しくは bit.ly/abc へ🎉\n申込みは外国人さんも",
            mended["task"]!["value"]!["card"]!["content"]!.Input("text")["value"]!.ToString()
        );
    }

    [Fact]
    public async Task From_the_compose_box_an_empty_form_opens_and_roles_hold_there_too()
    {
        var window = await CallAsync(
            "composeExtension/fetchTask",
            new JsonObject { ["commandId"] = PostsSetup.CheckCommand, ["commandContext"] = "compose" }
        );
        Assert.Equal(
            ("continue", "ガイドラインボット"),
            (window["task"]!["type"]!.ToString(), window["task"]!["value"]!["title"]!.ToString())
        );
        Assert.Equal(["確認する"], window["task"]!["value"]!["card"]!["content"]!.Titles());

        var refused = await CallAsync(
            "composeExtension/submitAction",
            new JsonObject
            {
                ["commandId"] = PostsSetup.CheckCommand,
                ["data"] = new JsonObject { ["verb"] = "tickets.page", ["number"] = 0 },
            },
            "tanaka"
        );
        Assert.Equal(
            ("message", "この操作は、広報広聴課の担当者だけが行えます。"),
            (refused["task"]!["type"]!.ToString(), refused["task"]!["value"]!.ToString())
        );
    }

    [Fact]
    public async Task Deeply_nested_markup_does_no_harm()
    {
        var nested = string.Concat(Enumerable.Repeat("<div>", 6_000)) + "花";
        var window = await CallAsync(
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = PostsSetup.CheckCommand,
                ["messagePayload"] = new JsonObject
                {
                    ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = nested },
                },
            }
        );
        Assert.NotNull(window["task"]);
    }

    [Fact]
    public void The_manifest_names_the_commands_that_the_bot_answers()
    {
        using var zip = new System.IO.Compression.ZipArchive(
            new MemoryStream(AppPackage.Write(Guid.NewGuid(), "bot.example.jp", "1.0.0", KnowledgeBase.Load(KnowledgeCopy.Ours).Offices))
        );
        var commands = JsonNode.Parse(zip.GetEntry("manifest.json")!.Open())!["composeExtensions"]![0]!["commands"]!.AsArray();

        Assert.Equal(
            bot.Services.GetRequiredService<Routes>().Extensions.Order(),
            commands.Select(command => command!["id"]!.ToString()).Order()
        );
    }

    private async Task<JsonArray> SearchAsync(string typed, int skip = 0, int count = 25, BotHost? on = null) =>
        (await CallAsync("composeExtension/query", Query(typed, skip, count), on: on))["composeExtension"]!["attachments"]!.AsArray();

    private static JsonObject Query(string typed, int skip, int count) =>
        new()
        {
            ["commandId"] = Extension.Search,
            ["parameters"] = new JsonArray(
                typed.Length == 0
                    ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
                    : new JsonObject { ["name"] = "words", ["value"] = typed }
            ),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        };

    private static List<string> Labels(IEnumerable<JsonNode?> hits) =>
        [.. hits.Select(hit => hit!["preview"]!["content"]!["title"]!.ToString().Split('　')[0])];

    private JsonObject Invoke(string name, JsonNode? value, string person = "yamada", BotHost? on = null)
    {
        var activity = (on ?? bot).Message("", person);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value;
        activity.Remove("text");
        return activity;
    }

    private async Task<JsonNode> CallAsync(string name, JsonNode value, string person = "yamada", BotHost? on = null)
    {
        using var response = await (on ?? bot).PostAsync(Invoke(name, value, person, on));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
