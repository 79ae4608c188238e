using System.Text.Encodings.Web;
using System.Text.Json;

namespace GuidelineBot.Tests.Asking;

public sealed class ShowProcedureTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private const string Start = "新しくSNSを始めるときの手順を一通り知りたい";
    private const string StartTitle = "SNSの利用を始めるときの手順";

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly BotHost bot = asking.Bot;

    [Theory]
    [InlineData(Start, StartTitle, "開始届を作る", "利用開始前に市長公室広報広聴課長へ様式 1")]
    [InlineData(
        "担当が変わるときって何すればいいの",
        "SNSの担当者が代わるときの手順",
        "変更届を作る",
        "変更前に市長公室広報広聴課長へ様式 2"
    )]
    [InlineData("やめるときの流れ", "SNSの利用を終えるときの手順", "終了届を作る", "利用終了前に市長公室広報広聴課長へ様式 3")]
    [InlineData(
        "閲覧解除のやり方を教えて",
        "庁内のパソコンで見られるようにする手順",
        "閲覧解除申請を作る",
        "全庁ネットワーク管理者（※3）へ提出し"
    )]
    public async Task The_whole_procedure_is_one_answer(string asked, string title, string paper, string quote)
    {
        var card = (await bot.SayAsync(asked)).Card();

        Assert.Equal(title, card["body"]![0]!["text"]!.ToString());
        Assert.Contains(quote, card.Words(), StringComparison.Ordinal);
        var first = card.Actions().First(action => action["style"] is not null);
        Assert.Equal((paper, "positive", "notice.start"), ($"{first["title"]}", $"{first["style"]}", $"{first["verb"]}"));
    }

    [Fact]
    public async Task What_the_guideline_does_not_say_is_marked()
    {
        var words = (await bot.SayAsync("アカウントを閉じるまでの流れを教えてください")).Card().Words();

        Assert.Contains("速やかに", words, StringComparison.Ordinal);
        Assert.DoesNotContain("速やかに（実務の目安）", words, StringComparison.Ordinal);
        Assert.Contains("利用担当者（実務の目安）", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_opens_its_clause_and_from_there_the_way_leads_back()
    {
        var card = (await bot.SayAsync(Start)).Card();

        var clause = (await bot.PressAsync(card, "6①ア を開く")).Card();
        Assert.Contains("閲覧の許可を得ること", clause.Words(), StringComparison.Ordinal);

        var back = (await bot.PressAsync(clause, "手順に戻る")).Card();
        Assert.Equal(StartTitle, back["body"]![0]!["text"]!.ToString());
    }

    [Fact]
    public async Task The_paper_begins_with_its_button()
    {
        var card = (await bot.SayAsync(Start, "kimura", "a:kimura")).Card();

        await bot.PressAsync(card, "開始届を作る", person: "kimura");

        Assert.Contains("様式1", bot.Teams.Messages[^1].ToJsonString(Unescaped), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clause_of_a_procedure_offers_it()
    {
        var card = (await bot.SayAsync("6②ウ")).Card();

        Assert.Equal("SNSの利用を終えるときの手順", (await bot.PressAsync(card, "手順を見る")).Card()["body"]![0]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_procedure_that_is_gone_is_said()
    {
        using var response = await bot.PostAsync(
            bot.Press(AskingBot.Forged("procedure.open", new() { ["procedure"] = "nosuch" }), "yamada", conversation: "a:gone")
        );

        Assert.Contains("この手順は今はありません。", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("どこに出すの", "市長公室広報広聴課長", "全庁ネットワーク管理者")]
    [InlineData("様式は？", "様式1　ソーシャルメディア利用開始届出書", "Webページの閲覧解除申請書")]
    [InlineData("いつまで？", "利用開始前", "あらかじめ")]
    [InlineData("だれがするん", "所属長", "利用する所属（実務の目安）")]
    [InlineData("なんで？", "6②ア", "4②")]
    [InlineData("根拠は？", "6②ア", "4②")]
    [InlineData("原文見せて", "定期的に変更することとする", "閲覧の許可を得ること")]
    public async Task What_is_asked_of_it_next_is_answered_from_its_steps(string asked, params string[] expected)
    {
        var chat = $"a:side-{(int)asked[0]}";
        await bot.SayAsync(Start, conversation: chat);

        var words = (await bot.SayAsync(asked, conversation: chat)).Card().Words();

        Assert.All(expected, text => Assert.Contains(text, words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("じゃあやめるときは？", "SNSの利用を終えるときの手順")]
    [InlineData("担当が替わる場合は", "SNSの担当者が代わるときの手順")]
    public async Task Another_occasion_named_next_shows_its_procedure(string asked, string title)
    {
        var chat = $"a:turned-{asked.Length}";
        await bot.SayAsync(Start, conversation: chat);
        await bot.SayAsync("いつまで？", conversation: chat);

        Assert.Equal(title, (await bot.SayAsync(asked, conversation: chat)).Card()["body"]![0]!["text"]!.ToString());
    }

    [Fact]
    public async Task One_detail_of_another_occasion_is_its_clause()
    {
        await bot.SayAsync(Start, conversation: "a:detail");

        var words = (await bot.SayAsync("終了届はいつまでに出す？", conversation: "a:detail")).Card().Words();

        Assert.Contains("利用終了前に", words, StringComparison.Ordinal);
        Assert.DoesNotContain("手順です", words, StringComparison.Ordinal);
    }
}
