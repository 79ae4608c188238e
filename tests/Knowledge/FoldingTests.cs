using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Tests.Knowledge;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("ｶｲｼﾄﾄﾞｹ", "カイシトドケ")]
    [InlineData("ＵＲＬ　Ｗｅｂ", "url web")]
    [InlineData("①㈱", "1(株)")]
    [InlineData("９時〜１７時", "9時-17時")]
    [InlineData("a\u200bb\ufeffc\u0007", "abc")]
    [InlineData("が", "が")]
    [InlineData("", "")]
    public void Spellings_of_one_word_become_equal(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("ポリシー", "ポリーシ")]
    [InlineData("フォロワー", "フオロワ")]
    [InlineData("ヴァイオレット", "バイオレット", false)]
    [InlineData("チェックリスト", "チエツクリスト", false)]
    [InlineData("コミュニケーション", "コミュニケイション", false)]
    public void Katakana_is_compared_by_its_skeleton(string one, string other, bool same = true) =>
        Assert.Equal(same, Folding.Katakana(one) == Folding.Katakana(other));

    [Theory]
    [InlineData("前\ud83d後")]
    [InlineData("\ude00")]
    [InlineData("\ud83d\ud83d\ude00")]
    public void A_lone_surrogate_does_no_harm(string broken)
    {
        var folded = Folding.Fold(broken);

        Assert.NotEmpty(folded);
        Assert.NotNull(Tokens.Of(folded).ToList());
    }
}
