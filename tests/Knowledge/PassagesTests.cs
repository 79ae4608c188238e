using GuidelineBot.Knowledge;

namespace GuidelineBot.Tests.Knowledge;

public sealed class PassagesTests
{
    [Theory]
    [InlineData("パスワードは？", "ログインパスワードを変更する。", "パスワード", true)]
    [InlineData("課の規約は？", "課題を解く", "課", false)]
    [InlineData("パスワードは？", "その、パスワードの変更", "パスワード", true)]
    [InlineData("url短縮は？", "ＵＲＬ短縮サービス", "ＵＲＬ短縮", true)]
    [InlineData("公式アカウントって？", "公式アカウント", "公式アカウント", true)]
    [InlineData("削除依頼", "必要な削除依頼を行い", "削除依頼", true)]
    public void What_the_question_names_is_found_where_it_stands(string question, string text, string passage, bool found)
    {
        var places = KnowledgeBase.Matches(question, text).Select(place => text[place.Start..place.End]);

        Assert.Equal(found ? [passage] : [], places);
    }

    [Fact]
    public void Places_are_in_order_within_the_text_and_do_not_overlap()
    {
        const string text = "①公式アカウント㈱の削除依頼と、公式アカウントの削除😀";
        var places = KnowledgeBase.Matches("公式アカウントの削除依頼", text);

        Assert.Equal(["公式アカウント", "削除依頼", "公式アカウント", "削除"], places.Select(place => text[place.Start..place.End]));
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Theory]
    [InlineData("", "本文")]
    [InlineData("質問", "")]
    [InlineData("してはいけないですか", "してはいけない。")]
    public void Without_a_word_in_common_there_is_no_place(string question, string text) =>
        Assert.Empty(KnowledgeBase.Matches(question, text));
}
