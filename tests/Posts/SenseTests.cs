using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Evaluating;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Posts;

/// <summary>What no word betrays: learnt from <c>draft-examples/</c>, tried on sentences that stand in no file.</summary>
public sealed class SenseTests
{
    private static readonly DraftChecker Checker = KnowledgeBase.Load(KnowledgeCopy.Ours).Drafts;

    [Theory]
    [InlineData("公園の桜が見頃です🌸 お花見中のご家族を、気づかれないように後ろから撮らせてもらいました。", "consent")]
    [InlineData("図書館の催しの申込みです。参加する方は、コメントに氏名と電話番号を書いてください。", "personal-form")]
    [InlineData("水泳教室を開きます。人気漫画の主人公をまねて職員がポスターを描きました。許可は取っていません。", "copyright")]
    [InlineData("来場者は40人でしたが、見栄えがしないので400人としておきます。", "falsehood")]
    public void A_sentence_is_found_by_its_sense(string text, string rule) =>
        Assert.Contains(Checker.Check(new Draft(text)).Findings, finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("公園の桜が見頃です🌸 写真は、ご本人とご家族の了解を得て掲載しています。")]
    [InlineData("図書館の催しの申込みです。氏名などの個人情報は、コメントに書かないでください。")]
    [InlineData("水泳教室を開きます。ポスターは、市内の中学生が描いてくれました。")]
    [InlineData("来場者は40人でした。お越しいただいた皆さん、ありがとうございました。")]
    public void Its_harmless_twin_is_left_alone(string text) => Assert.Empty(Checker.Check(new Draft(text)).Findings);

    [Fact]
    public void Where_a_word_has_already_been_found_the_sense_adds_nothing() =>
        Assert.Single(
            Checker.Check(new Draft("反対している人たちは、ただ騒ぎたいだけの連中なのでしょう。")).Findings,
            finding => !finding.Rule.IsHint
        );

    [Fact]
    public void A_heading_that_is_no_rule_is_named_and_its_examples_left_out()
    {
        var findings = new List<Finding>();
        var rules = new[] { new DraftRule("slander", "悪口", null, false, "確認してください。") };
        var examples = ExampleFile.Read(
            "a.md",
            "## slander （悪口）\n- ひどい店です\n\n## harmless （よい）\n- 晴れです\n\n## other\n- 花\n",
            findings
        );

        Assert.Equal(["ひどい店です", "晴れです"], DraftExampleFile.Known(examples, rules, findings).Select(example => example.Text));
        Assert.Equal(("a.md", 8, true), (Assert.Single(findings) is var finding ? (finding.File, finding.Line, finding.IsError) : default));
    }

    [Fact]
    public void A_verdict_without_a_rule_can_be_measured_against()
    {
        var evaluation = JudgedDraftEvaluation.Of(
            Checker,
            [
                new("詳しくは bit.ly/abc へ", true),
                new("花まつりです", true, "何か", "理由"),
                new("今日は晴れです", false),
                new("①へどうぞ", false),
            ],
            new DateOnly(2026, 11, 30)
        );

        Assert.Equal(
            (0.5, 0.5, 1, 0.5),
            (evaluation.Recall.Value, evaluation.Settled.Value, evaluation.Quiet.Value, evaluation.Silent.Value)
        );
        Assert.Equal(["見落とし 何か（理由）　花まつりです", "余分 characters「①」　①へどうぞ"], evaluation.Misses);
    }
}
