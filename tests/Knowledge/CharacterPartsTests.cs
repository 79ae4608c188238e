using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Tests.Knowledge;

public sealed class CharacterPartsTests
{
    // ます is in all texts, ごみ in one of a hundred.
    private readonly CharacterParts parts = CharacterParts.Learn(["ごみます", .. Enumerable.Repeat("します", 99)]);

    [Theory]
    [InlineData("市税", "市|税")]
    [InlineData("メールセンター", "メルセ|ルセン|センタ")]
    [InlineData("バス", "")]
    [InlineData("ごみ出します", "ごみ|出")]
    [InlineData("abc 12", "")]
    [InlineData("", "")]
    public void A_text_is_cut_into_kanji_katakana_in_threes_and_rare_hiragana_pairs(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', parts.Of(text)));
}
