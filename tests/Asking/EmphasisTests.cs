using GuidelineBot.Asking;
using GuidelineBot.CommandLine;
using GuidelineBot.Knowledge;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Asking;

public sealed class EmphasisTests
{
    private static readonly KnowledgeBase Ours = KnowledgeBase.Load(KnowledgeCopy.Ours);

    [Fact]
    public void The_sentence_that_answers_is_the_emphasised_one()
    {
        var file = Path.GetFullPath(Path.Combine(KnowledgeCopy.Ours, "../tests/Asking/emphasis.jsonl"));

        var evaluation = EmphasisEvaluation.Of(Ours, LabelledPassage.ReadFile(file));

        Assert.True(evaluation.Right >= 0.9 * evaluation.Questions, string.Join('\n', evaluation.Misses));
    }

    [Fact]
    public void A_full_stop_in_brackets_ends_no_sentence()
    {
        var runs = Emphasis.In(["職員（以下「職員」という。）が書く。課長が見る。"], "課長は何をする？")[0];

        Assert.Equal("課長が見る。", Assert.Single(runs, run => run.Emphasised).Text);
        Assert.Equal("職員（以下「職員」という。）が書く。", Assert.Single(runs, run => !run.Emphasised).Text);
    }

    [Fact]
    public void Where_no_sentence_has_a_word_of_the_question_none_is_emphasised() =>
        Assert.DoesNotContain(Emphasis.In(["犬が走る。猫が眠る。"], "予算は？")[0], run => run.Emphasised);

    [Fact]
    public void A_passage_that_the_guideline_has_not_is_named()
    {
        var folder = KnowledgeCopy.Whole();
        KnowledgeCopy.Write(folder, "passages.md", "## 4-3 アカウント名\n\n- 名前\n\n## 4-3 予算の額\n\n- いくら\n");

        var finding = Assert.Single(KnowledgeBase.Check(folder), finding => finding.File == "passages.md");

        Assert.Equal((7, false), (finding.Line, finding.IsError));
        Assert.Contains("予算の額", finding.Message, StringComparison.Ordinal);
    }
}
