using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Tests.Knowledge;

public sealed class TokensTests
{
    [Theory]
    [InlineData("広報広聴課", "広報 報広 広聴 聴課")]
    [InlineData("課", "課")]
    [InlineData("ソーシャルメディアの利用", "ソシヤルメデイア 利用")]
    [InlineData("url短縮", "url 短縮")]
    [InlineData("しなければならない", "")]
    [InlineData("ー、。", "")]
    [InlineData("", "")]
    public void Terms_by_script(string folded, string terms) =>
        Assert.Equal(terms, string.Join(' ', Tokens.Of(folded).Select(token => token.Term)));

    [Theory]
    [InlineData("なりすましの削除依頼")]
    [InlineData("インスタを始めるときに出す届は?")]
    [InlineData("炎上したらxで謝罪する😀")]
    public void Every_token_stands_where_it_says(string folded)
    {
        Assert.All(Tokens.Of(folded), token => Assert.InRange(token.Start, 0, token.End - 1));
        Assert.All(
            Tokens.Of(folded).Where(token => token.Term.All(c => c is not (>= '\u30a1' and <= '\u30ff'))),
            token => Assert.Equal(token.Term, folded[token.Start..token.End])
        );
    }
}
