using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Revisions;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Knowledge;

public sealed class ProcedureFileTests
{
    private const string Head = "# 始めるとき\n\n- 条項: 6-2-ア\n";
    private const string Step =
        "\n## notice （開始届を出す）\n\n- 条項: 6-2-ア\n- 様式: start\n- いつまで: 利用開始前\n- だれが: 利用する所属\n";

    private static readonly KnowledgeBase Ours = KnowledgeBase.Load(KnowledgeCopy.Ours);

    private readonly List<Finding> findings = [];

    [Fact]
    public void A_procedure_is_read_with_its_steps_in_order()
    {
        var procedure = Read(Head + Step + "\n## tell （知らせる）\n- 条項: 実務の目安\n- 説明: 投稿で知らせます。\n")!;

        Assert.Empty(findings);
        Assert.Equal(("start", "始めるとき", "6-2-ア"), (procedure.Key, procedure.Title, procedure.Main.ToString()));
        Assert.Equal(["開始届を出す", "知らせる"], procedure.Steps.Select(step => step.Title));
        Assert.Equal((NoticeKind.Start, (NoticeKind?)null), (procedure.Steps[0].Form, procedure.Steps[1].Form));
        Assert.Null(procedure.Steps[1].Clause);
        Assert.Equal("投稿で知らせます。", procedure.Steps[1].Help);
    }

    [Fact]
    public void A_paper_goes_where_its_form_says_unless_the_step_says_otherwise()
    {
        Assert.Equal("市長公室広報広聴課長", Read(Head + Step)!.Steps[0].Where.Text);
        Assert.Equal("窓口", Read(Head + Step + "- どこに: 窓口\n")!.Steps[0].Where.Text);
    }

    [Fact]
    public void What_the_clause_does_not_say_in_these_words_is_ours()
    {
        var step = Read(Head + Step)!.Steps[0];

        Assert.Equal((false, false, true), (step.When.IsOurs, step.Where.IsOurs, step.Who.IsOurs));
        Assert.True(Read(Head + Step.Replace("利用開始前", "利用開始の3日前", StringComparison.Ordinal))!.Steps[0].When.IsOurs);
    }

    [Theory]
    [InlineData("", 1, "「# 題名」と")]
    [InlineData(Head, 1, "「# 題名」と")]
    [InlineData("# 始めるとき\n" + Step, 1, "「条項」に、初めに")]
    [InlineData("# 始めるとき\n- 条項: 9-9\n" + Step, 2, "条項 9-9 は")]
    [InlineData(Head + "\n## notice （出す）\n- 様式: start\n", 5, "「条項」に条項の番号か")]
    [InlineData(Head + "\n## notice （出す）\n- 条項: 9-9\n", 6, "条項 9-9 は")]
    [InlineData(Head + "\n## notice （出す）\n- 条項: 6-2-ア\n- 様式: begin\n", 7, "begin という様式は")]
    [InlineData(Head + "\n## notice （出す）\n- 条項: 6-2-ア\n- 期日: 前\n", 7, "「期日」は使えません")]
    [InlineData(Head + Step + Step, 12, "notice が二つ")]
    public void A_fault_is_named_by_its_line(string text, int line, string message)
    {
        Assert.Null(Read(text));

        var finding = Assert.Single(findings);
        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_steps_than_a_card_can_show_are_told()
    {
        Read(Head + string.Concat(Enumerable.Range(1, Procedure.MostSteps + 1).Select(n => $"\n## s{n} （する）\n- 条項: 実務の目安\n")));

        Assert.StartsWith("手順は 8 まで", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_act_shows_and_an_act_that_no_file_has_are_told_by_check()
    {
        var folder = KnowledgeCopy.Whole();
        var file = Path.Combine(folder, "procedures", "end.md");
        File.Move(file, Path.Combine(folder, "procedures", "stop.md"));

        var findings = KnowledgeBase.Check(folder);

        var error = Assert.Single(findings, finding => finding.IsError);
        Assert.Equal(Path.Combine("procedures", "stop.md"), error.File);
        Assert.Contains("procedure:stop という動きはありません。", error.Message, StringComparison.Ordinal);
        var note = Assert.Single(findings, finding => finding.File == Path.Combine("acts", "procedures.md"));
        Assert.Contains(Path.Combine("procedures", "end.md"), note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_file_a_procedure_is_never_an_act()
    {
        var folder = KnowledgeCopy.Whole();
        const string asked = "SNSをやめる手順を教えてください";
        var before = KnowledgeBase.Load(folder).Read(asked, Situation.Empty, new(2026, 11, 30)).Route.Name;
        File.Delete(Path.Combine(folder, "procedures", "end.md"));

        var after = KnowledgeBase.Load(folder).Read(asked, Situation.Empty, new(2026, 11, 30)).Route.Name;

        Assert.Equal("procedure:end", before);
        Assert.NotEqual("procedure:end", after);
    }

    [Fact]
    public void A_revision_names_the_steps_that_point_at_what_it_changed()
    {
        var next = Path.Combine(TestFolder.New(), "next.txt");
        File.WriteAllText(
            next,
            File.ReadAllText(Path.Combine(KnowledgeCopy.Ours, "guidelines", "guideline.txt"))
                .Replace("利用終了前に市長公室", "利用終了の10日前までに市長公室", StringComparison.Ordinal)
        );

        var change = Assert.Single(
            GuidelineDiff.Compare(Path.Combine(KnowledgeCopy.Ours, "guidelines", "guideline.txt"), next, KnowledgeCopy.Ours)
        );

        Assert.Contains("procedures: SNSの利用を終えるときの手順の「終了届を出す」", change.PointedAtBy);
    }

    [Theory]
    [InlineData("start", "6-1-ア", "4-1", "4-2", "6-2-ア")]
    [InlineData("change", "6-2-イ")]
    [InlineData("end", "6-2-ウ", "6-1-イ")]
    [InlineData("unblock", "6-1-ア", "6-1-イ")]
    public void Ours_have_a_step_for_each_duty_of_the_guideline(string key, params string[] clauses) =>
        Assert.Empty(clauses.Except(Ours.ProcedureOf(key)!.Steps.Select(step => $"{step.Clause}")));

    [Fact]
    public void Ours_quote_the_guideline_on_where_and_by_when_for_each_of_the_three_papers() =>
        Assert.All(
            ((string Key, string When)[])[("start", "利用開始前"), ("change", "変更前"), ("end", "利用終了前")],
            expected =>
            {
                var procedure = Ours.ProcedureOf(expected.Key)!;
                var paper = procedure.Steps.Single(step => step.Clause == procedure.Main);
                Assert.Equal((new Fact(expected.When, false), new Fact("市長公室広報広聴課長", false)), (paper.When, paper.Where));
            }
        );

    private Procedure? Read(string text) =>
        ProcedureFile.Read(
            "procedures/start.md",
            text,
            Ours.Own.Clauses.ToDictionary(clause => clause.Id.ToString()),
            Ours.Forms,
            findings
        );
}
