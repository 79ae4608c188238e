using System.Text;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Turns;

namespace GuidelineBot.Load;

/// <summary>What a turn is made of, each piece alone.</summary>
internal static class Benchmarks
{
    public static void Run(string[] arguments) =>
        BenchmarkSwitcher
            .FromTypes([typeof(Pieces)])
            .Run(
                arguments.Length > 0 ? arguments : ["--filter", "*"],
                DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance))
            );
}

/// <summary>On this guideline.</summary>
[MemoryDiagnoser]
public class Pieces
{
    private readonly string folder = Path.Combine(Target.Root(), "knowledge");
    private readonly KnowledgeBase knowledge = KnowledgeBase.Load(Path.Combine(Target.Root(), "knowledge"));
    private readonly string[] questions =
    [
        .. File.ReadLines(Path.Combine(Target.Root(), "tests/Evaluation/messages.jsonl"))
            .Select(line => JsonNode.Parse(line)!["q"]!.GetValue<string>()),
    ];
    private readonly byte[] activity = Encoding.UTF8.GetBytes(
        """
        {"type":"message","id":"1","channelId":"msteams","serviceUrl":"https://smba.example/jp/",
        "from":{"id":"29:a","name":"山田","aadObjectId":"33333333-3333-4333-8333-333333333330"},
        "recipient":{"id":"28:bot","name":"ボット"},"conversation":{"id":"a:1","conversationType":"personal","tenantId":"11111111-1111-4111-8111-111111111111"},
        "channelData":{"tenant":{"id":"11111111-1111-4111-8111-111111111111"}},"text":"パスワードってどれくらいの頻度で変えるの？","locale":"ja-JP"}
        """
    );
    private int at;

    [Benchmark]
    public object Search() => knowledge.Search(questions[at++ % questions.Length]);

    [Benchmark]
    public object Understand() => knowledge.Understand(questions[at++ % questions.Length], new DateOnly(2026, 11, 24));

    [Benchmark]
    public object Load() => KnowledgeBase.Load(folder);

    [Benchmark]
    public object Card()
    {
        var clause = knowledge.Own.Clauses[at++ % knowledge.Own.Clauses.Count];
        return AnswerCard
            .Render(
                new AnswerCard.Model(
                    clause.Id.ToString(),
                    clause.Label,
                    [clause.Heading],
                    [
                        [new(clause.Text)],
                    ],
                    knowledge.Own.Name,
                    knowledge.Own.Revision
                )
                {
                    Question = "質問",
                }
            )
            .ToJson();
    }

    [Benchmark]
    public object Activity() => (ActivityCheck.Read(activity), ChannelJson.Read<Microsoft.Bot.Schema.Activity>(new MemoryStream(activity)));

    [Benchmark]
    public object Draft() =>
        knowledge.Drafts.Check(
            new Draft("花まつりは3月20日10時から後楽園で。詳しくは bit.ly/3abc へ。連絡は090-1234-5678、㈱花屋まで🌸🌸🌸 #岡山-花", "X")
        );
}
