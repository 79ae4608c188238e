using GuidelineBot.Turns;
using Microsoft.Bot.Schema.Teams;

namespace GuidelineBot.Tests.Turns;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<span class=\"inline-compose-card\" itemid=\"0\" itemtype=\"http://schema.skype.com/InputExtension\"> <span>4⑤</span>")]
    [InlineData("<span class=\"inline-compose-card\" itemid=\"0\"> <span>4⑤</span></span>")]
    [InlineData("<attachment id=\"1\"></attachment>")]
    [InlineData("  ")]
    public async Task A_card_alone_is_no_question(string text)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Equal(
            "ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。",
            (await bot.SayAsync(text))["text"]!.ToString()
        );
    }

    [Fact]
    public async Task What_is_typed_beside_a_card_is_heard()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.StartsWith(
            "ヘルプ",
            (await bot.SayAsync("ヘルプ<attachment id=\"1\"></attachment>"))["summary"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<p>花</p><p>桃</p>", "花\n桃")]
    [InlineData("<table><tr><td>日</td><td>場所</td></tr><tr><td>5日</td><td>公園</td></tr></table>", "日　場所\n5日　公園")]
    [InlineData("<a href=\"https://a.example/\">https://a.example</a>", "https://a.example")]
    [InlineData("<a href=\"https://b.example/\">https://a.example</a>", "[https://a.example](https://b.example/)")]
    [InlineData("<a href=\"https://b.example/\">こちら</a>へ", "こちら（https://b.example/）へ")]
    public void A_message_says_what_its_reader_sees_and_where_its_links_lead(string html, string text) =>
        Assert.Equal(text, MessageText.Of(Message(html)));

    [Fact]
    public void A_subject_is_the_first_line()
    {
        var message = Message("<p>中止です</p>");
        message.Subject = "朝市のお知らせ";

        Assert.Equal("朝市のお知らせ\n中止です", MessageText.Of(message));
    }

    [Fact]
    public void A_quoted_message_is_found_in_the_markup()
    {
        const string reply =
            "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\"><strong>佐藤</strong><p itemprop=\"preview\">朝市です</p></blockquote><p>見て</p>";

        Assert.Equal("朝市です", MessageText.Quoted(reply));
        Assert.Equal("", MessageText.Quoted("<p>見て</p>"));
    }

    private static MessageActionsPayload Message(string html) => new() { Body = new MessageActionsPayloadBody("html", html) };
}
