using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class ExampleFileTests
{
    private readonly List<Finding> findings = [];

    [Fact]
    public void A_heading_names_clauses_and_the_lines_below_are_its_examples()
    {
        var examples = ExampleFile.Read(
            "questions/4.md",
            "# 4\r\n\r\n## 4-5、5-1-d （パスワード）\r\n\r\n- いつ変える？\r\n-  だれが？ \r\n",
            findings
        );

        Assert.Equal([("いつ変える？", 5), ("だれが？", 6)], examples.Select(example => (example.Text, example.Line)));
        Assert.All(examples, example => Assert.Equal(["4-5", "5-1-d"], example.Labels));
        Assert.Empty(findings);
    }

    [Fact]
    public void Headings_of_what_is_out_of_scope_are_free_text()
    {
        var example = Assert.Single(ExampleFile.Read("questions/out-of-scope.md", "## 勤務や給与のこと\n- 給料日は？", findings));

        Assert.Empty(example.Labels);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("## （番号なし）\n- 質問", 1, true, "見出し「## 」のあとに条項の番号がありません。例: ## 4-5 （パスワード）")]
    [InlineData("\n- 見出しより前の質問", 2, true, "例文の前に、見出し「## 条項の番号」が必要です。")]
    [InlineData("## 4-5\n\n・全角の点", 3, false, "例文として読まれません。行の先頭を「- 」（半角のハイフンと空白）にしてください。")]
    [InlineData("## 4-5\n-空白なし", 2, false, "例文として読まれません。行の先頭を「- 」（半角のハイフンと空白）にしてください。")]
    public void A_fault_is_reported_with_its_line(string text, int line, bool isError, string message)
    {
        ExampleFile.Read("questions/4.md", text, findings);

        Assert.Equal(new Finding("questions/4.md", line, isError, message), Assert.Single(findings));
    }

    [Fact]
    public void A_faulty_line_costs_that_line_only()
    {
        var examples = ExampleFile.Read("questions/4.md", "- 早すぎる\n## 4-5\n・点\n- 読まれる", findings);

        Assert.Equal(["読まれる"], examples.Select(example => example.Text));
    }

    [Fact]
    public void A_question_about_a_clause_that_does_not_exist_is_an_error_at_its_line()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeCopy.Write(folder, "questions/9.md", "## 4-5 9-99\n\n- どこにもない条項の質問\n");

        var error = Assert.Single(KnowledgeBase.Check(folder), finding => finding.IsError);

        Assert.Equal(new Finding(Path.Combine("questions", "9.md"), 3, true, "条項 9-99 はガイドラインにありません。"), error);
    }

    [Fact]
    public void Our_own_files_are_without_errors() =>
        Assert.DoesNotContain(KnowledgeBase.Check(KnowledgeCopy.Ours), finding => finding.IsError);
}
