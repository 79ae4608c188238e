using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Asking;

public sealed class AnswerQuestionTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private const string Quoted = "URL短縮サービスは、他の利用者に不安を与える恐れがあることに留意しなければならない。";

    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task An_answer_quotes_the_clause_word_for_word_under_its_number() =>
        Assert.Contains(Quoted, await WordsAsync(AskingBot.ShortUrl), StringComparison.Ordinal);

    [Fact]
    public async Task An_answer_names_the_guideline_and_its_revision() =>
        Assert.Contains(
            "出典: 岡山市ソーシャルメディアの運用に関するガイドライン（令和5年4月改訂）5①・4",
            await WordsAsync(AskingBot.ShortUrl),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_answer_shows_where_in_the_guideline_the_clause_stands() =>
        Assert.Contains("5 トラブルの防止と対応 › ① トラブル防止のために", await WordsAsync(AskingBot.ShortUrl), StringComparison.Ordinal);

    [Fact]
    public async Task Terms_of_the_clause_are_explained_in_place() =>
        Assert.Contains(
            "URL　ウェブサイトのアドレス。（7 用語の解説『URL』）",
            await WordsAsync(AskingBot.ShortUrl),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Two_questions_in_one_message_have_both_answers_on_one_card()
    {
        var message = await bot.SayAsync("コメントには必ず返信せんといけんのん？あと短縮URLは使ってもいいですか？");

        Assert.Equal("4⑥と5①・4に定めがあります。[1]", message["text"]!.ToString());
        var words = message.Card().Words();
        Assert.Contains("発信した情報に対する意見や質問に対する返信の対応は、各所属で決定する", words, StringComparison.Ordinal);
        Assert.Contains(Quoted, words, StringComparison.Ordinal);
        Assert.Contains("）4⑥、5①・4", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_above_the_card_cites_the_clause()
    {
        var message = await bot.SayAsync(AskingBot.ShortUrl);

        Assert.Equal("5①・4に定めがあります。[1]", message["text"]!.ToString());
        var entity = Assert.Single(message["entities"]!.AsArray(), entity => entity!["type"]!.ToString() == "https://schema.org/Message")!;
        Assert.Equal(("Message", "https://schema.org"), (entity["@type"]!.ToString(), entity["@context"]!.ToString()));
        var claim = Assert.Single(entity["citation"]!.AsArray())!;
        Assert.Equal(("Claim", 1), (claim["@type"]!.ToString(), claim["position"]!.GetValue<int>()));
        Assert.Equal("DigitalDocument", claim["appearance"]!["@type"]!.ToString());
        Assert.Equal("岡山市ソーシャルメディアの運用に関するガイドライン 5①・4", claim["appearance"]!["name"]!.ToString());
        Assert.Contains(Quoted, claim["appearance"]!["abstract"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_clause_is_cited_within_what_Teams_allows()
    {
        var appearance = (await bot.SayAsync("なりすましが発生した場合にしなければならないことは？"))["entities"]![0]!["citation"]![0]![
            "appearance"
        ]!;

        Assert.InRange(appearance["name"]!.ToString().Length, 1, 80);
        Assert.InRange(appearance["abstract"]!.ToString().Length, 1, 160);
    }

    [Fact]
    public async Task Where_no_card_can_be_shown_the_summary_says_the_same()
    {
        var summary = (await bot.SayAsync(AskingBot.ShortUrl))["summary"]!.ToString();

        Assert.Contains("5①・4", summary, StringComparison.Ordinal);
        Assert.Contains(Quoted, summary, StringComparison.Ordinal);
        Assert.Contains("（令和5年4月改訂）", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_button_carries_a_fallback_for_clients_without_Execute()
    {
        var executes = (await bot.SayAsync(AskingBot.ShortUrl))
            .Card()
            .Actions()
            .Where(action => action["type"]!.ToString() == "Action.Execute")
            .ToList();

        Assert.NotEmpty(executes);
        Assert.All(executes, action => Assert.True(JsonNode.DeepEquals(action["data"], action["fallback"]!["data"])));
    }

    [Fact]
    public async Task A_question_of_twenty_thousand_characters_is_answered()
    {
        var message = await bot.SayAsync("URL短縮サービス" + new string('あ', 19_900));

        Assert.True(message.ToJsonString().Length < 28 * 1024);
    }

    private async Task<string> WordsAsync(string question) => (await bot.SayAsync(question)).Card().Words();
}
