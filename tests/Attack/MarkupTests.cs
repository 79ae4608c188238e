using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Tests.Incidents;

namespace GuidelineBot.Tests.Attack;

/// <summary>Markup in every text that people can give, on its way through every feature to whatever the bot shows.</summary>
public sealed class MarkupTests
{
    private const string Link = "[押す](https://evil.example)";
    private const string Typed = $"**太字** {Link} <b>x</b><script>alert(1)</script>\n# 見出し\n- 項目";

    private static readonly string[] People = ["yamada", "sato", "mallory"];
    private static readonly string[] Texts =
    [
        "届出一覧",
        "届出状況",
        "下書き",
        "台帳",
        "チェックリスト",
        "質問一覧",
        "利用状況",
        "配信状況",
        "改訂内容",
        Typed,
        $"この投稿チェックして\n{Typed}",
        $"「{Typed}」の偽アカウントがある",
    ];

    [Fact]
    public async Task No_markup_that_somebody_typed_is_read_as_markup()
    {
        await using var bot = await BotHost.StartAsync();
        var seeds = await Seeds.PrepareAsync(bot);
        var answers = new List<JsonNode>();
        await bot.SayAsync("ここに届ける", conversation: "19:koho");
        await bot.PressAsync(
            IncidentStartCard.StartVerb,
            new JsonObject
            {
                ["checklist"] = "flaming",
                ["accountName"] = Typed,
                ["seen"] = Typed,
            }
        );
        await bot.PressAsync(EscalateCard.SendVerb, new JsonObject { ["question"] = Typed, ["note"] = Typed }, "sato", "a:sato");
        for (var round = 0; round < 3; round++)
        {
            var dice = new Random(round);
            foreach (var verb in seeds.Verbs)
            {
                var press = seeds.Press(verb, dice, People[round], round == 0 ? IncidentBot.Group : "a:sato", Typed);
                press["from"]!["name"] = Typed;
                using var answer = await bot.PostAsync(press);
                answers.Add((await answer.Content.ReadFromJsonAsync<JsonNode>())!);
            }
            foreach (var text in Texts)
            {
                var message = bot.Message(text, People[round], $"a:{People[round]}");
                message["from"]!["name"] = Typed;
                (await bot.PostAsync(message)).Dispose();
            }
        }
        await using (var database = bot.Open())
            await IncidentBot.DrawnAsync(database);

        JsonNode[] shown = [.. answers, .. bot.Teams.Calls.Select(call => call.Body).OfType<JsonNode>()];
        var nodes = shown.SelectMany(Objects).ToList();
        Assert.True(
            nodes.Count(node => node["type"]?.ToString() == "TextRun" && node["text"]!.ToString().Contains(Link, StringComparison.Ordinal))
                > 50
        );
        // Teams reads Markdown in these.
        Assert.Empty(
            nodes.Where(node => node["type"]?.ToString() == "TextBlock" && Holds(node["text"])).Select(node => node.ToString()).Distinct()
        );
        Assert.DoesNotContain(
            nodes,
            node => node["facts"] is JsonArray facts && facts.Any(fact => Holds(fact!["title"]) || Holds(fact["value"]))
        );
        Assert.DoesNotContain(
            nodes,
            node => node["type"]?.ToString() == "message" && Holds(node["text"]) && node["textFormat"]?.ToString() != "plain"
        );
        // Neither where cards cannot be shown, nor where they are read out.
        Assert.DoesNotContain(
            nodes,
            node =>
                ((string[])["fallbackText", "speak"]).Any(member =>
                    node[member] is JsonValue text
                    && (text.ToString().Contains("](", StringComparison.Ordinal) || text.ToString().Contains('<', StringComparison.Ordinal))
                )
        );
        // No address that somebody typed is ever one that is opened by a press, and nothing is shown from afar.
        Assert.DoesNotContain(nodes, node => node["type"]?.ToString() is "Action.OpenUrl" or "Image" or "Media" && Holds(node["url"]));
    }

    private static bool Holds(JsonNode? text) => text?.ToString().Contains("evil.example", StringComparison.Ordinal) == true;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
            JsonArray items => items.SelectMany(Objects),
            _ => [],
        };
}
