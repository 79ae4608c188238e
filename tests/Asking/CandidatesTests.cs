namespace GuidelineBot.Tests.Asking;

public sealed class CandidatesTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task An_unsure_answer_offers_at_most_three_clauses_and_one_press_opens_one()
    {
        var card = (await bot.SayAsync(asking.UnsureQuestion)).Card();
        Assert.Contains("次のどれについてのご質問ですか？", card.Words(), StringComparison.Ordinal);
        var rows = card.Titles().Where(title => title.EndsWith(" を開く", StringComparison.Ordinal)).ToList();
        Assert.InRange(rows.Count, 1, 3);

        var clause = (await bot.PressAsync(card, rows[0])).Card();

        Assert.Contains($"（令和5年4月改訂）{rows[0][..^" を開く".Length]}", clause.Words(), StringComparison.Ordinal);
        Assert.Contains("役に立った", clause.Titles());
    }

    [Fact]
    public async Task The_candidates_are_read_out_too() =>
        Assert.StartsWith(
            "次のどれについてのご質問ですか？ ",
            (await bot.SayAsync(asking.UnsureQuestion))["summary"]!.ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task When_none_of_them_was_meant_the_question_can_go_to_the_public_relations_section()
    {
        var question = asking.UnsureQuestion;
        var card = (await bot.SayAsync(question)).Card();

        var none = (await bot.PressAsync(card, "どれでもない")).Card();

        Assert.Contains("ガイドラインに該当する定めは見つかりませんでした", none.Words(), StringComparison.Ordinal);
        var form = (await bot.PressAsync(none, "広報広聴課に質問する")).Card();
        Assert.Equal(question, form.Input("question")["value"]!.ToString());
    }
}
