using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class SynonymFileTests
{
    private readonly List<Finding> findings = [];

    [Fact]
    public void Every_spelling_names_its_group()
    {
        var book = SynonymFile.Read("synonyms.txt", "# 見出し\n\nアカウント = 垢, アカ、ＡＣＣＯＵＮＴ\r\nX ＝ ツイッター\n", findings);

        Assert.Equal(["アカウント"], book.NamedIn("課の垢を消す"));
        Assert.Equal(["アカウント"], book.NamedIn("my account"));
        Assert.Equal(["アカウント", "x"], book.NamedIn("ツイッターのアカウント").Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(book.NamedIn("パスワード"));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("アカウント = 垢\nアカウント、垢", 2)]
    [InlineData("アカウント =", 1)]
    [InlineData("# 注\n\n = 垢", 3)]
    [InlineData("アカウント = 、,", 1)]
    public void A_line_of_another_form_is_an_error_with_its_number(string text, int line)
    {
        SynonymFile.Read("synonyms.txt", text, findings);

        Assert.Equal(new Finding("synonyms.txt", line, true, "「代表語 = 表記1, 表記2」の形で書いてください。"), Assert.Single(findings));
    }
}
