using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Tests;

namespace GuidelineBot.Load;

/// <summary>What people do at the bot. Each call is one act, of one turn or several.</summary>
internal sealed class Mixes(Sink sink)
{
    private const int IncidentSteps = 5;
    private const int Helpers = 5;
    private const string Submit = "提出する";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Commands = ["ヘルプ", "目次", "届出状況", "下書き", "台帳", "チェックリスト"];
    private static readonly string[] Steps = ["hold", "capture", "chief", "office", "facts"];

    private readonly string[] questions =
    [
        .. File.ReadLines(Path.Combine(Target.Root(), "tests/Evaluation/messages.jsonl"))
            .Select(line => JsonNode.Parse(line)!)
            .Where(message => message["kind"]!.GetValue<string>() is "question" or "oos")
            .Select(message => message["q"]!.GetValue<string>()),
    ];

    private readonly Lock opening = new();
    private int filed;
    private int written;
    private readonly Dictionary<string, Task<string?>> incidents = [];

    /// <summary>Notices whose submission was acknowledged.</summary>
    public int Filed => filed;

    /// <summary>Entries of timelines that were acknowledged.</summary>
    public int Written => written;

    public static IReadOnlyList<string> Names { get; } = ["questions", "commands", "search", "notices", "incidents", "mixed"];

    public Task ActAsync(string mix, Person person) =>
        mix switch
        {
            "questions" => person.SayAsync(Any(person, questions)),
            "commands" => person.SayAsync(Any(person, Commands)),
            "search" => person.SearchAsync(Beginning(Any(person, questions))),
            "notices" => FileAsync(person),
            "incidents" => WorkAsync(person),
            "mixed" => ActAsync(
                person.Random.Next(100) switch
                {
                    < 60 => "questions",
                    < 70 => "commands",
                    < 80 => "search",
                    < 90 => "incidents",
                    _ => "notices",
                },
                person
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(mix), mix, $"One of {string.Join(", ", Names)}."),
        };

    /// <summary>As far as somebody has typed.</summary>
    private static string Beginning(string question) => question[..Math.Min(6, question.Length)];

    private static string Any(Person person, string[] texts) => texts[person.Random.Next(texts.Length)];

    /// <summary>From a sentence to a submitted end notice: six turns or so.</summary>
    private async Task FileAsync(Person person)
    {
        sink.Kept.TryAdd(person.Chat, []);
        var card = await person.SayAsync(
            $"Xのアカウント「負荷試験{person.Number}-{person.Random.Next(1_000_000)}」を来月末で終了する届を出したい。観光課の岡本健です"
        );
        var inputs = new Dictionary<string, string>
        {
            ["f_endDate"] = "2099-03-31",
            ["f_lateReason"] = "",
            ["f_url"] = "https://x.com/load_test",
        };
        for (var turn = 0; card is not null && turn < 8; turn++)
        {
            if (Next(card) is not { } title)
                break;
            card = await person.PressAsync(card, title, inputs);
            if (title == Submit && card?.ToJsonString(Readable).Contains(CrowdActs.Submitted, StringComparison.Ordinal) == true)
                Interlocked.Increment(ref filed);
        }
        // Nothing typed later shall go to a form that stayed open.
        await person.SayAsync("中止");
    }

    private static string? Next(JsonNode card) =>
        new[] { Submit, "内容を確認する", "次へ" }.FirstOrDefault(title =>
            card.Actions().Any(action => action["title"]?.ToString() == title)
        );

    /// <summary>One of twenty people at a checklist in a group chat, four at a time: takes a step, settles it, or writes down what happened.</summary>
    private async Task WorkAsync(Person person)
    {
        person.BecomeSomebody(Helpers);
        var group = $"19:load-{person.Number / 4}@thread.v2";
        if (await IncidentAsync(person, group) is not { } incident)
            return;
        if (person.Random.Next(3) == 0)
        {
            var entry = CrowdActs.Write(incident, $"{person.Name}の記録 {person.Random.Next()}");
            if (
                (await person.PressAsync(entry, group))?.ToJsonString(Readable).Contains(CrowdActs.Written, StringComparison.Ordinal)
                == true
            )
                Interlocked.Increment(ref written);
            return;
        }
        var does = new[] { "take", "release", "done", "undo" }[person.Random.Next(4)];
        await person.PressAsync(CrowdActs.Step(incident, Steps[person.Random.Next(IncidentSteps)], does, "確かめた。"), group);
    }

    private Task<string?> IncidentAsync(Person person, string group)
    {
        lock (opening)
            return incidents.TryGetValue(group, out var known) ? known : incidents[group] = StartAsync(person, group);
    }

    private static async Task<string?> StartAsync(Person person, string group) =>
        CrowdActs.IncidentOf(Person.CardOf(await person.PressAsync(CrowdActs.Start(), group)));
}
