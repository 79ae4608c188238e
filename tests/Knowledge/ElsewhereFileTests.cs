using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class ElsewhereFileTests
{
    private readonly List<Finding> findings = [];

    [Theory]
    [InlineData("公文書の開示請求はどこにする？", "情報公開")]
    [InlineData("有給の申請ってどうするの", "人事・服務")]
    [InlineData("ＢＧＭは使っていい？", "著作権・肖像権の相談")]
    [InlineData("パスワードはいつ変える？", null)]
    public void A_question_is_known_by_the_words_of_its_matter(string question, string? matter) =>
        Assert.Equal(matter, KnowledgeBase.Load(KnowledgeCopy.Ours).Elsewhere.For(question)?.Matter);

    [Fact]
    public void The_longest_word_decides()
    {
        var elsewhere = Read("# 題\n## a （甲）\n- ことば: 取材\n- あて先: 甲課\n## b （乙）\n- ことば: 取材の許可\n- あて先: 乙課\n");

        Assert.Equal("乙", elsewhere.For("取材の許可は？")!.Matter);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("# 題\n## a （甲）\n- あて先: 甲課\n", 2, "「ことば」")]
    [InlineData("# 題\n## a （甲）\n- ことば: 甲\n", 2, "「あて先」")]
    [InlineData("# 題\n## a （甲）\n- ことば: 甲\n- あて先: 甲課\n- 条項: 9-9\n", 5, "条項 9-9 は")]
    public void What_is_missing_is_named_with_its_line(string text, int line, string message)
    {
        Read(text);

        var finding = Assert.Single(findings);
        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    private Elsewhere Read(string text) => ElsewhereFile.Read("elsewhere.md", text, new HashSet<string> { "4-7" }, findings);
}
