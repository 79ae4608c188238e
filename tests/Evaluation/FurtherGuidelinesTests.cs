using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Evaluating;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Tests.Knowledge;
using Measured = GuidelineBot.Knowledge.Evaluating.Evaluation;

namespace GuidelineBot.Tests.Evaluation;

/// <summary>Five further guidelines in five styles, in force at once; nobody has written example questions for them.</summary>
[Slow]
public sealed class FurtherGuidelinesTests
{
    private const double Wanted = 0.85;
    private const double Tolerance = 0.03;
    private static readonly string Folder = Path.GetFullPath(Path.Combine(KnowledgeCopy.Ours, "../tests/Evaluation"));
    private static readonly Lazy<KnowledgeBase> Together = new(() => KnowledgeBase.Load(WithFurther()));

    [Fact]
    public void Their_clauses_are_among_the_first_three()
    {
        var asked = File.ReadLines(Path.Combine(Folder, "guidelines", "questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Asked>(line, JsonSerializerOptions.Web)!)
            .ToList();

        var missed = asked.Where(one => !Shown(one.Q).Intersect(one.Clauses).Any()).Select(one => $"{one.Id} {one.Q}").ToList();

        Assert.True(missed.Count <= (1 - Wanted) * asked.Count, string.Join('\n', missed));
    }

    [Fact]
    public void The_citys_own_messages_are_understood_as_before()
    {
        var messages = EvaluationMessage.ReadFile(Path.Combine(Folder, "messages.jsonl"));
        var recorded = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(Folder, "recorded.json")))!;

        var evaluation = Measured.Of(Together.Value, messages);

        Assert.All(recorded, figure => Assert.True(evaluation.Metrics[figure.Key].Value >= figure.Value - Tolerance, figure.Key));
    }

    [Theory]
    [InlineData("見晴市立博物館情報発信規程の第4条", "museum:4")]
    [InlineData("博物館の規程の第3条第2項を見せて", "museum:3-2")]
    [InlineData("動画・SNS発信の手引きの2の(4)", "school:2-4")]
    [InlineData("水道局SNS運用要領 第3の2", "waterworks:3-2")]
    [InlineData("災害時SNS活用マニュアルの第4章2②", "disaster:4-2-2")]
    public void A_clause_named_by_guideline_and_number_is_shown(string message, string clause)
    {
        var act = Together.Value.Read(message, Situation.Empty, new DateOnly(2026, 11, 23));

        Assert.Equal((Route.Answer, clause), (act.Route, act.Clauses[0].Id.ToString()));
    }

    [Theory]
    [InlineData("4⑤")]
    [InlineData("ガイドラインの4の5を見せて")]
    public void A_number_alone_is_that_of_the_citys_own(string message) =>
        Assert.Equal("4-5", Together.Value.Read(message, Situation.Empty, new DateOnly(2026, 11, 23)).Clauses[0].Id.ToString());

    [Theory]
    [InlineData("博物館のインスタのパスワードはどのくらいで変える？", "4-5")]
    [InlineData("水道局です。なりすましを見つけました。条文を教えて", "5-2-イ")]
    public void A_place_of_work_names_no_guideline(string message, string clause) => Assert.Contains(clause, Shown(message));

    private static IEnumerable<string> Shown(string question)
    {
        var understood = Together.Value.Understand(question, new DateOnly(2026, 11, 23));
        return understood.Clauses.Take(understood.Route == Route.Answer ? 1 : 3).Select(clause => clause.Id.ToString());
    }

    /// <summary>
    /// Five texts and 75 questions by people who knew nothing of the bot, in everyday words. Of these the first measurement is in
    /// docs/knowledge.md; what is held here is what was reached after they had been read.
    /// </summary>
    [Theory]
    [InlineData(false, 0.53)]
    [InlineData(true, 0.79)]
    public void Nor_are_clauses_of_texts_by_others_far_away(bool named, double wanted)
    {
        var knowledge = KnowledgeBase.Load(WithFurther("guidelines-by-others"));
        var asked = File.ReadLines(Path.Combine(Folder, "guidelines-by-others", "questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<AskedOfOthers>(line, JsonSerializerOptions.Web)!)
            .ToList();

        var missed = asked.Where(one => !IsShown(knowledge, one, named)).Select(one => $"{one.Id} {one.Q}").ToList();

        Assert.True(missed.Count <= (1 - wanted) * asked.Count, $"{missed.Count}\n{string.Join('\n', missed)}");
    }

    private static bool IsShown(KnowledgeBase knowledge, AskedOfOthers asked, bool named)
    {
        var guideline = knowledge.Guidelines.First(guideline => $"{guideline.Key}.txt" == asked.File);
        var question = named ? $"{guideline.Name}では、{asked.Q}" : asked.Q;
        var act = knowledge.Read(question, Situation.Empty, new DateOnly(2026, 11, 23));
        return act
            .Clauses.Take(act.Route == Route.Answer ? 1 : 3)
            .Select(clause => guideline.Find(clause.Id))
            .OfType<Clause>()
            .Any(clause => asked.Right.Any(words => Bare(clause.Text).Contains(Bare(words), StringComparison.Ordinal)));
    }

    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static string WithFurther(string texts = "guidelines")
    {
        var folder = KnowledgeCopy.Whole();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder, texts), "*.txt"))
            File.Copy(path, Path.Combine(folder, "guidelines", Path.GetFileName(path)));
        return folder;
    }

    private sealed record AskedOfOthers(string Id, string File, string Q, string[] Right);

    private sealed record Asked(string Id, string Q, string[] Clauses);
}
