using GuidelineBot.Tests.Incidents;

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
    public async Task Help_is_the_home_card_whose_rows_can_be_pressed()
    {
        var help = await bot.SayAsync("ヘルプ", "sato", "a:sato");

        Assert.StartsWith("ヘルプ: ", help["summary"]!.ToString(), StringComparison.Ordinal);
        foreach (
            var (row, opened) in new[]
            {
                ("投稿チェック", "出す前の文をここに貼ってください。"),
                ("トラブル対応", "チェックリスト"),
                ("台帳", "アカウント"),
                ("自分の質問", "送った質問はありません。"),
                ("届出状況", "該当する届出はありません。"),
                ("保存した投稿", "保存した投稿はありません。"),
            }
        )
            Assert.Contains(opened, (await bot.OpenAsync(help.Card(), row, "sato")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_opens_below_the_home_card_as_often_as_it_is_pressed_and_in_a_group_for_the_presser_alone()
    {
        var help = (await bot.SayAsync("ヘルプ", "sato", "a:below")).Card();
        foreach (var row in new[] { "投稿チェック", "トラブル対応", "届出・申請", "届出・申請", "投稿チェック" })
            await bot.OpenAsync(help, row, "sato");

        var shared = (await bot.SayAsync("ヘルプ", "sato", IncidentBot.Group)).Card();
        var before = bot.Teams.Messages.Count;
        var press = bot.Press(shared.Button("トラブル対応"), "sato", conversation: IncidentBot.Group);
        press["conversation"]!["conversationType"] = "groupChat";
        var shown = await bot.AnswerAsync(press);
        Assert.Contains("起きていることを選ぶと", shown["value"]!.Words(), StringComparison.Ordinal);
        Assert.Equal(before, bot.Teams.Messages.Count);
    }

    [Theory]
    [InlineData("yamada", true)]
    [InlineData("sato", false)]
    public async Task Rows_for_reviewers_are_shown_to_reviewers_only(string person, bool shown)
    {
        var titles = (await bot.SayAsync("ヘルプ", person)).Card().Titles();

        Assert.Equal(shown, titles.Any(title => title.StartsWith("質問一覧", StringComparison.Ordinal)));
        Assert.Equal(shown, titles.Any(title => title.StartsWith("届出一覧", StringComparison.Ordinal)));
        Assert.Equal(shown, titles.Contains("利用状況"));
    }

    [Fact]
    public async Task What_is_open_is_counted_for_its_owner_in_their_own_chat_alone()
    {
        await bot.SayAsync("来月1日から観光課でTikTok始めます", "mori", "a:mori");

        Assert.Contains("下書き（1件）", (await bot.SayAsync("ヘルプ", "mori", "a:mori")).Card().Titles());
        Assert.DoesNotContain("下書き（1件）", (await bot.SayAsync("ヘルプ", "tani", "a:tani")).Card().Titles());
        var shared = bot.Message("ヘルプ", "mori", "19:home@thread.v2", "groupChat");
        await bot.PostAsync(shared);
        var card = bot.Teams.Messages.First(message => message["replyToId"]?.ToString() == shared["id"]!.ToString()).Card();
        Assert.DoesNotContain("下書き（1件）", card.Titles());
    }

    [Fact]
    public async Task Each_row_says_in_one_line_what_it_is_for()
    {
        var card = (await bot.SayAsync("ヘルプ", "yamada", "a:lines")).Card();

        Assert.All(
            card.Words().Split('\n').Where(line => line.EndsWith("ます", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 1, GuidelineBot.Cards.HomeCard.LongestExplanation)
        );
    }
}
