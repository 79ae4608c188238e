using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Evaluating;
using GuidelineBot.Tests.Knowledge;
using Measured = GuidelineBot.Knowledge.Evaluating.Evaluation;

namespace GuidelineBot.Tests.Evaluation;

[Slow]
public sealed class EvaluationTests
{
    /// <summary>Changing one example moves the figures a little; more than this is a loss.</summary>
    private const double Tolerance = 0.02;

    private static readonly string Folder = Path.GetFullPath(Path.Combine(KnowledgeCopy.Ours, "../tests/Evaluation"));

    /// <summary>The figures of <c>recorded.json</c> are those of the last change that was meant to move them.</summary>
    [Fact]
    public void Messages_are_understood_as_well_as_they_were()
    {
        var recorded = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(Folder, "recorded.json")))!;

        var evaluation = Measured.Of(
            KnowledgeBase.Load(KnowledgeCopy.Ours),
            EvaluationMessage.ReadFile(Path.Combine(Folder, "messages.jsonl"))
        );

        Assert.Equal(["coverage", "hit@1", "hit@3", "intents", "nDCG@10", "refusal", "slots"], recorded.Keys.Order());
        Assert.All(
            recorded,
            figure =>
                Assert.True(
                    evaluation.Metrics[figure.Key].Value >= figure.Value - Tolerance,
                    $"{figure.Key} is {evaluation.Metrics[figure.Key].Value:0.000}; it was {figure.Value:0.000}"
                )
        );
    }

    [Fact]
    public void The_metrics_are_those_of_the_literature()
    {
        var knowledge = KnowledgeBase.Load(KnowledgeCopy.Ours);
        EvaluationMessage[] messages =
        [
            new(
                "1",
                "question",
                "パスワードはどれくらいの頻度で変えればいいですか",
                null,
                new Dictionary<string, int> { ["4-5"] = 2 },
                null,
                null
            ),
            new(
                "2",
                "question",
                "パスワードはどれくらいの頻度で変えればいいですか",
                null,
                new Dictionary<string, int> { ["7-炎上"] = 2 },
                null,
                null
            ),
            new("3", "oos", "有給休暇は何日もらえますか", null, null, null, null),
            new("4", "intent", "開始届を出したい", null, null, "notice:start", null),
            new(
                "5",
                "slots",
                "様式1を作って。12月1日からX",
                new DateOnly(2026, 11, 23),
                null,
                null,
                JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""{"kind":"start","service":["X"],"startDate":"2026-12-02"}""")
            ),
        ];

        var evaluation = Measured.Of(knowledge, messages);

        Assert.Equal(new Metric(0.5, 2), evaluation.Metrics["hit@1"]);
        Assert.Equal(new Metric(1, 2), evaluation.Metrics["coverage"]);
        Assert.Equal(new Metric(1, 1), evaluation.Metrics["refusal"]);
        Assert.Equal(new Metric(1, 1), evaluation.Metrics["intents:notice:start"]);
        Assert.Equal(new Metric(2d / 3, 3), evaluation.Metrics["slots"]);
        Assert.Equal(["2", "5"], evaluation.Misses.Select(miss => miss.Message.Id));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"id":"1","q":"あ"}""")]
    [InlineData("""{"id":"1","kind":"question","q":"あ"}""")]
    public void A_line_that_is_no_message_is_named(string line)
    {
        var file = Path.Combine(Storage.TestFolder.New(), "messages.jsonl");
        File.WriteAllText(file, "\n" + line);

        Assert.Contains(
            "2 行目",
            Assert.Throws<InvalidDataException>(() => EvaluationMessage.ReadFile(file)).Message,
            StringComparison.Ordinal
        );
    }
}
