using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

public sealed class AnswerCardTests
{
    [Fact]
    public void The_quote_is_the_clause_word_for_word()
    {
        var quote = Assert.Single(
            CardTree.Walk(AnswerCard.Render(SampleCards.Password)).OfType<AdaptiveContainer>(),
            box => box.Style == AdaptiveContainerStyle.Emphasis
        );
        Assert.Equal(
            "⑤ 取得したアカウントへのログインパスワードの設定に当たっては、推測されやすいものは避け、第三者に知られることのないように厳重に管理し、定期的に変更することとする。",
            Words(quote)
        );
    }

    [Fact]
    public void An_emphasised_word_is_bold_and_not_only_coloured()
    {
        var runs = CardTree
            .Walk(AnswerCard.Render(SampleCards.Password))
            .OfType<AdaptiveRichTextBlock>()
            .SelectMany(block => block.Inlines)
            .OfType<AdaptiveTextRun>();
        Assert.Equal(
            ["ログインパスワード", "定期的に変更"],
            runs.Where(run => run.Highlight && run.Weight == AdaptiveTextWeight.Bolder).Select(run => run.Text)
        );
    }

    [Fact]
    public void Advice_that_is_not_in_the_guideline_says_so()
    {
        var notes = Assert.Single(CardTree.Walk(AnswerCard.Render(SampleCards.Flaming)).OfType<AdaptiveContainer>(), box => box.Separator);
        Assert.Equal("実務の目安（ガイドラインの定めではありません）", Assert.IsType<AdaptiveTextBlock>(notes.Items[0]).Text);
    }

    [Fact]
    public void A_clause_from_the_contents_asks_for_no_rating() =>
        Assert.DoesNotContain(AnswerCard.RateVerb, Verbs(SampleCards.Password with { Question = null }));

    [Fact]
    public void A_rated_answer_asks_for_a_comment_once()
    {
        var rated = SampleCards.Password with { Rated = AnswerCard.Rating.NotHelpful };
        Assert.Contains(AnswerCard.CommentVerb, Verbs(rated));
        Assert.DoesNotContain(AnswerCard.RateVerb, Verbs(rated));
        Assert.DoesNotContain(AnswerCard.CommentVerb, Verbs(rated with { Commented = true }));
    }

    [Fact]
    public void As_text_an_answer_names_its_clause_and_its_source() =>
        Assert.Equal(
            """
            4⑤（4 ソーシャルメディア利用の基本事項）
            ⑤ 取得したアカウントへのログインパスワードの設定に当たっては、推測されやすいものは避け、第三者に知られることのないように厳重に管理し、定期的に変更することとする。
            出典: 岡山市ソーシャルメディアの運用に関するガイドライン（令和5年4月改訂）4⑤
            アカウント: 利用するサービスにログインするための、利用者権限。（7 用語の解説『アカウント』）
            """,
            AnswerCard.PlainText(SampleCards.Password)
        );

    private static IEnumerable<string> Verbs(AnswerCard.Model model) =>
        CardTree.Walk(AnswerCard.Render(model)).OfType<AdaptiveExecuteAction>().Select(action => action.Verb);

    private static string Words(AdaptiveElement element) =>
        string.Concat(
            CardTree
                .Walk(element)
                .OfType<AdaptiveRichTextBlock>()
                .SelectMany(block => block.Inlines)
                .OfType<AdaptiveTextRun>()
                .Select(run => run.Text)
        );
}
