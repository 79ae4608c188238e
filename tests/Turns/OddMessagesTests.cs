using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Tests.Asking;

namespace GuidelineBot.Tests.Turns;

/// <summary>Messages in the shapes that clients really send: each is read as what it says.</summary>
public sealed class OddMessagesTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private const string Question = "パスワードはどれくらいで変えればいい？";
    private const string Answer = "4⑤";

    private static readonly Dictionary<string, Func<string, string>> Spellings = new()
    {
        ["decomposed kana"] = text => text.Normalize(NormalizationForm.FormD),
        ["half-width kana"] = text => text.Replace("パスワード", "ﾊﾟｽﾜｰﾄﾞ", StringComparison.Ordinal),
        ["half-width kana with its marks apart"] = text => text.Replace("パスワード", "ﾊ\u309aｽﾜｰﾄ\u3099", StringComparison.Ordinal),
        ["full-width marks"] = text => text.Replace("？", "?", StringComparison.Ordinal),
        ["zero width between the letters"] = text => string.Join('\u200b', text.ToCharArray()),
        ["joiners between the letters"] = text => string.Join('\u200d', text.ToCharArray()),
        ["a word joiner and a byte order mark"] = text => $"\ufeff{text.Insert(2, "\u2060")}",
        ["written from right to left"] = text => $"\u202e{text}\u202c",
        ["isolates"] = text => $"\u2067{text}\u2069\u200f",
        ["soft hyphens"] = text => text.Insert(3, "\u00ad"),
        ["non-breaking spaces as HTML writes them"] = text => $"&nbsp;{text.Insert(6, "&nbsp;")}&nbsp;",
        ["non-breaking spaces"] = text => $"\u00a0{text.Insert(6, "\u00a0")}",
        ["line ends of Windows"] = text => $"お疲れさまです\r\n\r\n{text}\r\n",
        ["line ends of old"] = text => $"{text}\r",
        ["line separators"] = text => $"{text.Insert(6, "\u2028")}\u2029",
        ["emoji of several people"] = text => $"{text}👨‍👩‍👧‍👦",
        ["emoji with a tone of skin and a selector"] = text => $"🙇🏽‍♀️{text}❤️",
        ["half a character"] = text => $"\ud83d{text}",
        ["control characters"] = text => $"\u0007{text}\u0000",
        ["a quotation in the text"] = text => $"<quoted messageId=\"1700000000000\"/>{text}",
        ["a quotation with an end"] = text => $"<quoted messageId=\"1\"></quoted>\n{text}",
        ["an attachment in the text"] = text => $"<attachment id=\"1\"></attachment>{text}",
        ["a mention that no entity tells of"] = text => $"<at>ガイドラインボット</at> {text}",
        ["a mention with an id"] = text => $"<at id=\"0\">ガイドラインボット</at>&nbsp;{text}",
        ["a greater sign as HTML writes it"] = text => $"&gt; {text}",
    };

    public static TheoryData<string> Spelt => [.. Spellings.Keys];

    [Theory, MemberData(nameof(Spelt))]
    public async Task However_a_question_is_spelt_it_is_answered(string spelling) =>
        Assert.Contains(Answer, await WordsAsync(asking.Bot.Message(Spellings[spelling](Question))), StringComparison.Ordinal);

    private static readonly Dictionary<string, string> Entities = new()
    {
        ["nothing"] = "[null]",
        ["nothing among others"] = """[null,{"type":"clientInfo","locale":"ja-JP"},null]""",
        ["a mention of nobody"] = """[{"type":"mention"}]""",
        ["a mention of null"] = """[{"type":"mention","mentioned":null,"text":null}]""",
        ["a mention that is a word"] = """[{"type":"mention","mentioned":"28:bot","text":"<at>x</at>"}]""",
        ["a mention without a text"] = """[{"type":"mention","mentioned":{"id":"28:bot","name":"ガイドラインボット"}}]""",
        ["an empty text"] = """[{"type":"mention","text":"","mentioned":{"id":"28:bot"}}]""",
        ["an entity without a type"] = """[{}]""",
        ["a quotation of nothing"] = """[{"type":"x","quotedReply":null},{"type":"x","quotedReply":{"preview":null}}]""",
    };

    public static TheoryData<string> Given => [.. Entities.Keys];

    [Theory, MemberData(nameof(Given))]
    public async Task Whatever_stands_beside_it_the_question_is_answered(string entities)
    {
        var activity = asking.Bot.Message(Question);
        activity["entities"] = JsonNode.Parse(Entities[entities]);

        Assert.Contains(Answer, await WordsAsync(activity), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>パスワードはどれくらいで変えればいい？</p>")]
    [InlineData("<blockquote><p>前の人の言葉</p></blockquote><p>パスワードは&nbsp;どれくらいで変えればいい？</p>")]
    [InlineData("<div><div>パスワードはどれくらいで<b>変えればいい</b>？</div></div>")]
    public async Task Where_the_text_is_left_out_its_HTML_is_read(string html)
    {
        foreach (var text in new JsonNode?[] { null, "", " " })
        {
            var activity = asking.Bot.Message("");
            activity["text"] = text?.DeepClone();
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = html });

            Assert.Contains(Answer, await WordsAsync(activity), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""[null]""")]
    [InlineData("""[{}]""")]
    [InlineData("""[{"contentType":null,"content":null}]""")]
    [InlineData("""[{"contentType":"text/html","content":{}}]""")]
    [InlineData("""[{"contentType":"text/html","content":"<p><img src=\"x\" alt=\"image\"></p>"}]""")]
    [InlineData("""[{"contentType":"text/html","content":"<blockquote>前の人の言葉</blockquote>"}]""")]
    [InlineData("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]""")]
    [InlineData("""[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":null}]""")]
    [InlineData("""[{"contentType":"messageReference","content":{"messagePreview":null}}]""")]
    public async Task Attachments_alone_are_answered_without_a_fault(string attachments)
    {
        var activity = asking.Bot.Message("");
        activity.Remove("text");
        activity["attachments"] = JsonNode.Parse(attachments);

        var words = await WordsAsync(activity);

        Assert.DoesNotContain("うまく処理できませんでした", words, StringComparison.Ordinal);
        Assert.DoesNotContain("image", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("か\u3099くえ\u3099ん", "がくえ\u3099ん")]
    [InlineData("ハ\u309aスワート\u3099", "パスワード")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("\ufa1b島", "\ufa1b島")]
    public void Marks_that_stand_apart_are_put_to_their_letters_and_names_keep_their_characters(string typed, string read) =>
        Assert.Equal(read, GuidelineBot.Turns.Typed.Clean(typed));

    private async Task<string> WordsAsync(JsonObject activity)
    {
        // By hand: an escape for each half of a character is what a client sends.
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await asking.Bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = asking.Bot.Teams.Messages.FirstOrDefault(message => message["replyToId"]?.ToString() == activity["id"]!.ToString());
        Assert.NotNull(answer);
        return $"{answer["text"]} {answer["summary"]} {(answer["attachments"] is null ? "" : answer.Card().Words())}";
    }
}
