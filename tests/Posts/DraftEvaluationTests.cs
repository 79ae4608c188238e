using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Evaluating;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Posts;

public sealed class DraftEvaluationTests
{
    private const double Tolerance = 0.02;

    private static readonly string Folder = Path.GetFullPath(Path.Combine(KnowledgeCopy.Ours, "../tests/Posts"));

    /// <summary>The figures of <c>recorded.json</c> are those of the last change that was meant to move them; of a rule, precision and recall.</summary>
    [Fact]
    public void Drafts_are_checked_as_well_as_they_were()
    {
        var recorded = JsonSerializer.Deserialize<Dictionary<string, double[]>>(File.ReadAllText(Path.Combine(Folder, "recorded.json")))!;

        var evaluation = DraftEvaluation.Of(
            KnowledgeBase.Load(KnowledgeCopy.Ours).Drafts,
            LabelledDraft.ReadFile(Path.Combine(Folder, "drafts.jsonl"))
        );

        var measured = evaluation.Rules.ToDictionary(rule => rule.Key, rule => (double[])[rule.Value.Precision, rule.Value.Recall]);
        measured["quiet"] = [evaluation.Quiet.Value];
        measured["places"] = [evaluation.Places.Value];
        Assert.Equal(recorded.Keys.Order(StringComparer.Ordinal), measured.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            recorded,
            figure =>
                Assert.All(
                    figure.Value.Index(),
                    was =>
                        Assert.True(
                            measured[figure.Key][was.Index] >= was.Item - Tolerance,
                            $"{figure.Key} is {string.Join('/', measured[figure.Key])}; it was {string.Join('/', figure.Value)}"
                        )
                )
        );
    }

    [Fact]
    public void The_figures_are_counted_by_draft()
    {
        var checker = KnowledgeBase.Load(KnowledgeCopy.Ours).Drafts;
        LabelledDraft[] drafts =
        [
            new("1", "", "post", "bit.ly/abc と bit.ly/def", [new("shortener", "bit.ly/abc")]),
            new("2", "", "post", "090-1234-5678", []),
            new("3", "", "post", "花まつりです", [new("slander", "花まつり")]),
            new("4", "", "post", "晴れです", []),
        ];

        var evaluation = DraftEvaluation.Of(checker, drafts);

        Assert.Equal(new DraftFigures(1, 0, 0), evaluation.Rules["shortener"]);
        Assert.Equal(new DraftFigures(0, 1, 0), evaluation.Rules["phone"]);
        Assert.Equal(new DraftFigures(0, 0, 1), evaluation.Rules["slander"]);
        Assert.Equal((0.5, 0.5, 0.5), (evaluation.All.Precision, evaluation.All.Recall, evaluation.Quiet.Value));
        Assert.Equal(
            ["余分 2 phone", "見落とし 3 slander"],
            evaluation.Misses.Select(miss => string.Join(' ', miss.Split(' ', '「').Take(3)))
        );
    }

    [Fact]
    public void A_line_that_is_no_draft_is_named()
    {
        var file = Path.Combine(Storage.TestFolder.New(), "drafts.jsonl");
        File.WriteAllText(file, "\n{}");

        Assert.Contains(
            "2 行目",
            Assert.Throws<InvalidDataException>(() => LabelledDraft.ReadFile(file)).Message,
            StringComparison.Ordinal
        );
    }
}
