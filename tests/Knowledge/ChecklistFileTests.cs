using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class ChecklistFileTests
{
    private const string Head =
        "# 炎上\n\n- 条項: 5-2-ア\n- 状況報告: 30分\n- ことば: 炎上 叩かれ\n- 初めに: 一人で言い返さないでください。\n";
    private const string Step = "\n## hold （反論しない）\n\n- 条項: 5-2-ア-a\n- 役割: 全員\n- 期限: すぐ\n";

    private readonly List<Finding> findings = [];

    [Fact]
    public void A_checklist_is_read_with_its_steps()
    {
        var checklist = Read(
            Head
                + Step
                + "\n## press （報道へ答える）\n\n- 条項: 実務の目安\n- 役割: 統括\n- 期限: 2時間\n- 条件: 問い合わせがあったとき\n- 説明: 窓口を決めます。\n- 証拠: 社名\n> {サービス}の件\n> 窓口：{所属}\n"
        )!;

        Assert.Empty(findings);
        Assert.Equal(("flaming", "炎上", TimeSpan.FromMinutes(30)), (checklist.Key, checklist.Title, checklist.StatusEvery));
        Assert.Equal(["炎上", "叩かれ"], checklist.Cues);
        Assert.Equal(
            ("hold", "反論しない", "5-2-ア-a", StepRole.Everyone, TimeSpan.FromMinutes(5)),
            (
                checklist.Steps[0].Id,
                checklist.Steps[0].Title,
                checklist.Steps[0].Clause.ToString(),
                checklist.Steps[0].Role,
                checklist.Steps[0].Due
            )
        );
        Assert.Equal(
            new ChecklistStep(
                "press",
                "報道へ答える",
                null,
                StepRole.Lead,
                TimeSpan.FromHours(2),
                "窓口を決めます。",
                "社名",
                "問い合わせがあったとき",
                "{サービス}の件\n窓口：{所属}"
            ),
            checklist.Steps[1]
        );
    }

    [Theory]
    [InlineData("", 1, "「# 題名」と")]
    [InlineData(Head, 1, "「# 題名」と")]
    [InlineData("# 炎上\n\n- 条項: 9-9\n" + Step, 3, "条項 9-9 は")]
    [InlineData("# 炎上\n\n- 状況報告: たまに\n" + Step, 3, "「状況報告」は")]
    [InlineData(Head + "\n## hold （反論しない）\n- 役割: 全員\n- 期限: すぐ\n", 8, "「条項」に条項の番号か")]
    [InlineData(Head + "\n## hold （反論しない）\n- 条項: 9-9\n- 役割: 全員\n- 期限: すぐ\n", 9, "条項 9-9 は")]
    [InlineData(Head + "\n## hold （反論しない）\n- 条項: 実務の目安\n- 役割: 市長\n- 期限: すぐ\n", 10, "「役割」は")]
    [InlineData(Head + "\n## hold （反論しない）\n- 条項: 実務の目安\n- 役割: 全員\n- 期限: そのうち\n", 11, "「期限」は")]
    [InlineData(Head + Step + "> {市長}より\n", 8, "文例の {市長} は")]
    [InlineData(Head + Step + Step, 14, "hold が二つ")]
    public void A_fault_is_named_by_its_line(string text, int line, string message)
    {
        Assert.Null(Read(text));

        var finding = Assert.Single(findings);
        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flaming", "5-2-ア-a", "5-2-ア-b", "5-1-a", "4-6")]
    [InlineData("impersonation", "5-2-イ", "5-1-c")]
    [InlineData("mistake", "5-1-a", "3-4")]
    [InlineData("takeover", "4-5", "5-1-a")]
    public void Ours_have_a_step_for_each_duty_of_the_guideline(string key, params string[] clauses) =>
        Assert.Empty(
            clauses.Except(KnowledgeBase.Load(KnowledgeCopy.Ours).ChecklistOf(key)!.Steps.Select(step => step.Clause?.ToString() ?? ""))
        );

    [Fact]
    public void Impersonation_has_the_three_duties_of_its_clause()
    {
        var steps = KnowledgeBase
            .Load(KnowledgeCopy.Ours)
            .ChecklistOf("impersonation")!
            .Steps.Where(step => step.Clause?.ToString() == "5-2-イ");

        Assert.Collection(
            steps,
            step => Assert.Contains("削除依頼", step.Title, StringComparison.Ordinal),
            step => Assert.Contains("周知", step.Title, StringComparison.Ordinal),
            step => Assert.Contains("報道機関", step.Title, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Wording_takes_the_facts_that_are_known() =>
        Assert.Equal(
            "おかやま花だより（○○）",
            Wording.Fill("{アカウント名}（{URL}）", new Dictionary<string, string> { ["アカウント名"] = "おかやま花だより", ["URL"] = "" })
        );

    private Checklist? Read(string text) =>
        ChecklistFile.Read("checklists/flaming.md", text, new HashSet<string> { "5-2-ア", "5-2-ア-a" }, findings);
}
