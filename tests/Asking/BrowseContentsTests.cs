namespace GuidelineBot.Tests.Asking;

public sealed class BrowseContentsTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task The_contents_lead_to_a_section_and_on_to_a_clause()
    {
        var contents = await bot.SayAsync("目次");
        Assert.Equal("目次: 岡山市ソーシャルメディアの運用に関するガイドライン", contents["summary"]!.ToString());

        var section = await bot.PressAsync(contents.Card(), "5 トラブルの防止と対応 を開く");
        Assert.Contains("5①・4", section.Card().Words(), StringComparison.Ordinal);

        var clause = await bot.PressAsync(section.Card(), "5①・4 を開く");
        Assert.Contains(
            "URL短縮サービスは、他の利用者に不安を与える恐れがあることに留意しなければならない。",
            clause.Card().Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_clause_of_the_guideline_can_be_reached_from_the_contents()
    {
        var reached = new HashSet<string>();
        var contents = (await bot.SayAsync("目次")).Card();
        foreach (var section in contents.Titles().Where(title => title.EndsWith(" を開く", StringComparison.Ordinal)))
        {
            var page = (await bot.PressAsync(contents, section)).Card();
            while (true)
            {
                reached.UnionWith(
                    page.Actions()
                        .Where(action => action["verb"]?.ToString() == "ask.open")
                        .Select(action => action["data"]!["clause"]!.ToString())
                );
                if (page.Titles().FirstOrDefault(title => title.StartsWith("次へ", StringComparison.Ordinal)) is not { } next)
                    break;
                page = (await bot.PressAsync(page, next)).Card();
            }
        }

        // A section that is a heading and nothing else is the page itself.
        Assert.Equal(
            asking
                .Knowledge.Own.Clauses.Where(clause => clause.Parent is not null || clause.Text.Contains('\n', StringComparison.Ordinal))
                .Select(clause => clause.Id.ToString())
                .Order(StringComparer.Ordinal),
            reached.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_section_leads_back_to_the_contents()
    {
        var contents = (await bot.SayAsync("目次")).Card();
        var section = (await bot.PressAsync(contents, "3 岡山市職員の利用に当たっての心構え を開く")).Card();

        Assert.Equal(contents.Words(), (await bot.PressAsync(section, "目次に戻る")).Card().Words());
    }

    [Fact]
    public async Task A_clause_opened_from_the_contents_asks_for_no_rating()
    {
        var section = (await bot.PressAsync((await bot.SayAsync("目次")).Card(), "4 ソーシャルメディア利用の基本事項 を開く")).Card();

        Assert.DoesNotContain("役に立った", (await bot.PressAsync(section, "4⑤ を開く")).Card().Titles());
    }
}
