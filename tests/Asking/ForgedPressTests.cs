using System.Net;
using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Asking;

public sealed class ForgedPressTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private const string Gone = "この条文は今のガイドラインにはありません。";
    private const string Unreadable =
        "このボタンの内容を読み取れませんでした。お手数ですが、新しく表示したカードからもう一度お試しください。";

    private readonly BotHost bot = asking.Bot;

    [Theory]
    [InlineData("ask.open", """{"clause":"9-9-9"}""", Gone + "「目次」と入力すると、今の条文をご覧いただけます。")]
    [InlineData("ask.open", """{"clause":"' OR 1=1"}""", Gone + "「目次」と入力すると、今の条文をご覧いただけます。")]
    [InlineData("ask.rate", """{"clause":"x:1","question":"Q","helpful":true}""", Gone)]
    [InlineData("ask.comment", """{"clause":"","question":"Q","helpful":true,"comment":"C"}""", Gone)]
    [InlineData("no.such.verb", "{}", "このボタンは今は使えません。「ヘルプ」と入力すると、できることをご覧いただけます。")]
    public async Task A_forged_payload_gets_a_sentence(string verb, string data, string sentence)
    {
        var answer = await PressAsync(verb, data);

        Assert.Equal((200, sentence), (answer["statusCode"]!.GetValue<int>(), answer["value"]!.ToString()));
    }

    [Theory]
    [InlineData("ask.open", "{}")]
    [InlineData("ask.open", """{"clause":5}""")]
    [InlineData("ask.open", """{"clause":null}""")]
    [InlineData("ask.open", """{"clause":{"id":"5-1-d"}}""")]
    [InlineData("ask.rate", """{"clause":"5-1-d"}""")]
    [InlineData("ask.rate", """{"clause":"5-1-d","helpful":true}""")]
    [InlineData("ask.rate", """{"clause":"5-1-d","question":"Q","helpful":"yes"}""")]
    [InlineData("ask.comment", """{"clause":"5-1-d","question":"Q","helpful":true,"comment":[]}""")]
    [InlineData("ask.none", "{}")]
    [InlineData("ask.escalate", "{}")]
    [InlineData("ask.example", """{"question":null}""")]
    [InlineData("tickets.page", """{"number":"x"}""")]
    [InlineData("contents.open", """{"page":1.5}""")]
    public async Task A_damaged_payload_is_said_to_be_unreadable(string verb, string data)
    {
        var answer = await PressAsync(verb, data);

        Assert.Equal((400, Unreadable), (answer["statusCode"]!.GetValue<int>(), answer["value"]!["message"]!.ToString()));
    }

    [Theory]
    [InlineData("""{"verb":{"a":1}}""")]
    [InlineData("""{"verb":["ask.open"],"key":{"b":2}}""")]
    [InlineData("{}")]
    public async Task A_verb_of_another_shape_leads_nowhere(string data)
    {
        var action = new JsonObject { ["verb"] = "ask.open", ["data"] = JsonNode.Parse(data) };
        using var response = await bot.PostAsync(bot.Press(action));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.OK, 200), (response.StatusCode, answer["statusCode"]!.GetValue<int>()));
        Assert.Contains("このボタンは今は使えません。", answer["value"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"ask.open"}}""")]
    [InlineData("""{"action":{"type":["Action.Execute"],"data":{}}}""")]
    [InlineData("""{"action":"Action.Execute"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task An_invoke_without_a_readable_action_is_refused(string value)
    {
        var activity = bot.Press(AskingBot.Forged("ask.open", []));
        activity["value"] = JsonNode.Parse(value);
        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "ボタンの内容を読み取れませんでした。",
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!["value"]!["message"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"id":"no-such-section"}""")]
    [InlineData("""{"id":":","page":2147483647}""")]
    [InlineData("""{"page":-1}""")]
    public async Task Contents_that_are_not_there_show_the_contents_that_are(string data)
    {
        var answer = await PressAsync("contents.open", data);

        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        Assert.Contains("5 トラブルの防止と対応", answer.Card().Words(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> PressAsync(string verb, string data)
    {
        using var response = await bot.PostAsync(bot.Press(AskingBot.Forged(verb, (JsonObject)JsonNode.Parse(data)!)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
