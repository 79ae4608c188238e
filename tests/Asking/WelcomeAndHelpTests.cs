namespace GuidelineBot.Tests.Asking;

public sealed class WelcomeAndHelpTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task The_welcome_says_what_the_bot_does_and_what_it_keeps()
    {
        var words = (await bot.SayAsync("こんにちは")).Card().Words();

        Assert.Contains("ガイドラインボットです", words, StringComparison.Ordinal);
        Assert.Contains(
            "「岡山市ソーシャルメディアの運用に関するガイドライン」（令和5年4月改訂）の条文を、そのままの文でお答えします。ふだんの言葉でご質問ください。",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ご質問の文は、お名前を付けずに記録し、ガイドラインの改善に使います。個人情報は書かないでください。",
            words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_example_on_the_welcome_card_is_answered_in_a_new_message()
    {
        var card = (await bot.SayAsync("こんにちは")).Card();
        var sent = bot.Teams.Messages.Count;

        var answer = await bot.PressAsync(card, "「投稿が炎上したらどうする？」と質問する");

        Assert.Equal("下に表示しました。", answer["value"]!.ToString());
        Assert.Contains(
            "出典: 岡山市ソーシャルメディアの運用に関するガイドライン",
            bot.Teams.Messages[sent].Card().Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Help_lists_what_one_can_type()
    {
        var help = await bot.SayAsync("ヘルプ", "sato");

        Assert.Contains("目次\nガイドラインを章ごとにご覧いただけます。", help.Card().Words(), StringComparison.Ordinal);
        Assert.StartsWith("ヘルプ: 「質問を文で（例: ", help["summary"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yamada", true)]
    [InlineData("sato", false)]
    public async Task Rows_for_reviewers_are_shown_to_reviewers_only(string person, bool shown)
    {
        var words = (await bot.SayAsync("ヘルプ", person)).Card().Words();

        Assert.Equal(
            shown,
            words.Contains("質問一覧\n職員から広報広聴課へのご質問をご覧いただき、回答できます。", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Help_opens_in_the_place_of_the_welcome()
    {
        var answer = await bot.PressAsync((await bot.SayAsync("こんにちは")).Card(), "ヘルプ");

        Assert.Contains("こう書くと", answer.Card().Words(), StringComparison.Ordinal);
    }
}
