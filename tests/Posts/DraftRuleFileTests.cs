using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Posts;

public sealed class DraftRuleFileTests
{
    private const string Rule = "# ことば\n\n## word （ことば）\n- 条項: 4-7\n- 重さ: 確認\n- 見方: ことば\n- 説明: 確認してください。\n";

    private readonly List<Finding> findings = [];

    [Fact]
    public void Words_are_found_where_the_conditions_hold()
    {
        Assert.Equal(["花"], Found(Rule + "> 花\n", "花が咲く"));
        Assert.Equal(["花火"], Found(Rule + "> 花\n> /花[火見]/\n", "花火です"));
        Assert.Equal(["花"], Found(Rule + "- 近く: 桜\n> 花\n", "桜の花。次の花。"));
        Assert.Equal(["花", "花"], Found(Rule + "- まわり: 桜\n> 花\n", "桜の花。次の花。"));
        Assert.Equal(["花"], Found(Rule + "- 除く: 桜\n> 花\n", "桜の花。次の花。"));
        Assert.Empty(Found(Rule + "- まわりで除く: 桜\n> 花\n", "桜の花。次の花。"));
        Assert.Empty(Found(Rule + "- 場面: 台風\n> 花\n", "花が咲く"));
        Assert.Equal(["花"], Found(Rule + "- 場面: /台風[0-9]号/\n> 花\n", "台風7号です。花が散る"));
    }

    [Theory]
    [InlineData("# ことば\n\n## word （ことば）\n- 重さ: 確認\n- 見方: ことば\n- 説明: 文。\n", 3, "「条項」に")]
    [InlineData("# ことば\n\n## word （ことば）\n- 条項: 9-9\n- 重さ: 確認\n- 見方: ことば\n- 説明: 文。\n", 4, "条項 9-9 は")]
    [InlineData("# ことば\n\n## word （ことば）\n- 条項: 4-7\n- 重さ: 大\n- 見方: ことば\n- 説明: 文。\n", 5, "「重さ」は")]
    [InlineData("# ことば\n\n## word （ことば）\n- 条項: 4-7\n- 重さ: 確認\n- 見方: 勘\n- 説明: 文。\n", 6, "「見方」は")]
    [InlineData("# ことば\n\n## word （ことば）\n- 条項: 4-7\n- 重さ: 確認\n- 見方: ことば\n", 3, "「説明」に")]
    [InlineData(Rule + "- 上限: 多め\n", 8, "「上限」は数字")]
    [InlineData(Rule + "> /[あ/\n", 3, "「/[あ/」は型として")]
    [InlineData(Rule + "- 除く: /[あ/\n", 3, "「/[あ/」は型として")]
    public void A_fault_is_named_by_its_line(string text, int line, string message)
    {
        Assert.Empty(DraftRuleFile.Read("rules.md", text, new HashSet<string> { "4-7" }, findings));

        var finding = Assert.Single(findings);
        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/(a+)+b/", "aaaab")]
    [InlineData("/(?:あ|ああ)+い/", "あああい")]
    [InlineData("/([0-9]+-?)*円/", "1-2-3円")]
    public void A_pattern_that_would_never_end_is_looked_for_without_going_back(string pattern, string found)
    {
        Assert.Equal([found], Found(Rule + $"> {pattern}\n", $"これは{found}です"));
        Assert.Empty(Found(Rule + $"> {pattern}\n", string.Concat(Enumerable.Repeat(found[..1], DraftChecker.LongestText))));
    }

    [Theory]
    [InlineData("/(?=(a+)+b)a/")]
    [InlineData("/(?<!x)(?:あ|ああ)+い/")]
    [InlineData("/(\\w+)+\\1!/")]
    public void One_that_cannot_be_is_named_and_the_other_rules_are_used(string pattern)
    {
        var rules =
            Rule.Replace("word", "runaway", StringComparison.Ordinal)
            + $"> {pattern}\n\n"
            + Rule[(Rule.IndexOf("##", StringComparison.Ordinal))..]
            + "> 花\n";

        var read = DraftRuleFile.Read("rules.md", rules, new HashSet<string> { "4-7" }, findings).ToList();

        Assert.Equal(["word"], read.Select(rule => rule.Id));
        var finding = Assert.Single(findings);
        Assert.Contains($"「{pattern}」は、文によっては終わらない", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["花"], new DraftChecker(read).Check(new Draft("花が咲く")).Findings.Select(one => one.In("花が咲く")));
    }

    private IEnumerable<string> Found(string rules, string text)
    {
        var checker = new DraftChecker([.. DraftRuleFile.Read("rules.md", rules, new HashSet<string> { "4-7" }, findings)]);
        Assert.Empty(findings);
        return checker.Check(new Draft(text)).Findings.Select(finding => finding.In(text));
    }
}
