using System.CommandLine;
using System.Globalization;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Evaluating;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Rehearsal;

namespace GuidelineBot.CommandLine;

/// <summary>How well a file of messages is understood: the metrics by kind, then the worst misses.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var folder = KnowledgeFolder.Option();
        var messages = new Argument<FileInfo>("messages")
        {
            Description = "望ましい受け取り方を添えた文の JSON 行（tests/Evaluation/messages.jsonl と同じ形）。",
        };
        var misses = new Option<int>("--misses") { Description = "示す誤りの数。", DefaultValueFactory = _ => 40 };
        var drafts = new Option<bool>("--drafts") { Description = "投稿チェックを測ります（tests/Posts/drafts.jsonl と同じ形）。" };
        var emphasis = new Option<bool>("--emphasis") { Description = "答えの太字を測ります（tests/Asking/emphasis.jsonl と同じ形）。" };
        var conversations = new Option<bool>("--conversations")
        {
            Description = "会話の台本を再生して測ります（tests/Conversations と同じ形）。",
        };
        var today = new Option<string?>("--today") { Description = "日付のない投稿案が書かれた日（2026-11-30 の形）。省くと今日です。" };
        var command = new Command("evaluate", "文をどれだけ正しく受け取れるかを、種類ごとの指標と誤りの一覧で示します。")
        {
            messages,
            folder,
            misses,
            drafts,
            emphasis,
            conversations,
            today,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(today) is { } day && !IsDay(day, out _))
                result.AddError("--today は 2026-11-30 の形で指定してください。");
        });
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(conversations))
                {
                    await RunConversationsAsync(
                        KnowledgeFolder.Of(parsed.GetValue(folder)),
                        parsed.GetValue(messages)!,
                        parsed.GetValue(misses),
                        cancellationToken
                    );
                    return;
                }
                Action<string, FileInfo, int> run =
                    parsed.GetValue(drafts) && JudgedDraft.IsIn(parsed.GetValue(messages)!.FullName)
                        ? (knowledge, file, most) => RunJudgedDrafts(knowledge, file, DayOf(parsed.GetValue(today)), most)
                    : parsed.GetValue(drafts) ? RunDrafts
                    : parsed.GetValue(emphasis) ? RunEmphasis
                    : Run;
                run(KnowledgeFolder.Of(parsed.GetValue(folder)), parsed.GetValue(messages)!, parsed.GetValue(misses));
            }
        );
        return command;
    }

    private static async Task RunConversationsAsync(string folder, FileInfo file, int most, CancellationToken cancellationToken)
    {
        var player = new ScriptPlayer(new LiveKnowledge(folder));
        var (turns, scripts, wrongTurns, wrongScripts, writes) = (0, 0, 0, 0, 0);
        var misses = new List<ScriptMiss>();
        foreach (var script in Script.ReadFile(file.FullName))
        {
            var found = ScriptJudge.Judge(script, await player.PlayAsync(script, cancellationToken));
            (turns, scripts) = (turns + script.Turns.Count, scripts + 1);
            wrongTurns += found.Select(miss => miss.Turn).Distinct().Count();
            wrongScripts += found.Count > 0 ? 1 : 0;
            writes += found.Where(miss => miss.IsWrite).Select(miss => miss.Turn).Distinct().Count();
            misses.AddRange(found);
        }
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"turns right           {1 - (double)wrongTurns / turns:0.000}  ({turns})")
        );
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"conversations right   {1 - (double)wrongScripts / scripts:0.000}  ({scripts})")
        );
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"wrong writes          {(double)writes / turns:0.000}  ({writes})")
        );
        foreach (var miss in misses.Take(most))
            Console.Out.WriteLine(
                $"{miss.Script.Id} {miss.Turn + 1} {SaidIn(miss.Script.Turns[miss.Turn])}  {(miss.IsWrite ? "!" : "")}{miss.What}"
            );
    }

    private static string SaidIn(ScriptTurn turn) => (turn.Say ?? $"[{turn.Press}]").ReplaceLineEndings("⏎");

    private static void RunDrafts(string folder, FileInfo drafts, int misses)
    {
        var evaluation = DraftEvaluation.Of(KnowledgeBase.Load(folder).Drafts, LabelledDraft.ReadFile(drafts.FullName));
        Console.Out.WriteLine($"{"rule", -20} precision recall  right needless missed");
        foreach (var (rule, figures) in evaluation.Rules.Append(new("(all)", evaluation.All)))
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rule, -20} {figures.Precision, 9:0.000} {figures.Recall, 6:0.000} {figures.Right, 6} {figures.Needless, 8} {figures.Missed, 6}"
                )
            );
        foreach (var (name, metric) in new[] { ("quiet", evaluation.Quiet), ("silent", evaluation.Silent), ("places", evaluation.Places) })
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -20} {metric.Value, 9:0.000}  ({metric.Count})"));
        foreach (var miss in evaluation.Misses.Take(misses))
            Console.Out.WriteLine(miss.ReplaceLineEndings("⏎"));
    }

    private static DateOnly DayOf(string? written) =>
        IsDay(written, out var day) ? day : DateOnly.FromDateTime(new JapanClock().GetLocalNow().DateTime);

    private static bool IsDay(string? written, out DateOnly day) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static void RunJudgedDrafts(string folder, FileInfo drafts, DateOnly today, int misses)
    {
        var evaluation = JudgedDraftEvaluation.Of(KnowledgeBase.Load(folder).Drafts, JudgedDraft.ReadFile(drafts.FullName), today);
        foreach (
            var (name, metric) in new[]
            {
                ("recall", evaluation.Recall),
                ("to be settled", evaluation.Settled),
                ("quiet", evaluation.Quiet),
                ("silent", evaluation.Silent),
            }
        )
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -20} {metric.Value, 9:0.000}  ({metric.Count})"));
        foreach (var miss in evaluation.Misses.Take(misses))
            Console.Out.WriteLine(miss.ReplaceLineEndings("⏎"));
    }

    private static void RunEmphasis(string folder, FileInfo questions, int misses)
    {
        var evaluation = EmphasisEvaluation.Of(KnowledgeBase.Load(folder), LabelledPassage.ReadFile(questions.FullName));
        foreach (
            var (name, count) in new[] { ("shown", evaluation.Shown), ("right", evaluation.Right), ("by words alone", evaluation.ByWords) }
        )
            Console.Out.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name, -20} {(double)count / evaluation.Questions:0.000}  ({count})")
            );
        foreach (var miss in evaluation.Misses.Take(misses))
            Console.Out.WriteLine(miss);
    }

    private static void Run(string folder, FileInfo messages, int misses)
    {
        var read = EvaluationMessage.ReadFile(messages.FullName);
        var evaluation = Evaluation.Of(KnowledgeBase.Load(folder), read);
        foreach (var (name, metric) in evaluation.Metrics.OrderBy(metric => metric.Key.Contains(':', StringComparison.Ordinal)))
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -32} {metric.Value:0.000}  ({metric.Count})"));
        Console.Out.WriteLine();
        foreach (var miss in evaluation.Misses.Take(misses))
        {
            Console.Out.WriteLine($"{miss.Message.Kind} {miss.Message.Id} {miss.Message.Q}");
            Console.Out.WriteLine($"    望ましい: {miss.Wanted}");
            Console.Out.WriteLine($"    受け取り: {Received(miss)}");
        }
    }

    private static string Received(Miss miss) =>
        string.Join(
            " ",
            (IEnumerable<string>)
                [
                    miss.Understood.Route.Name,
                    .. miss
                        .Understood.Clauses.Take(3)
                        .Select(clause => string.Create(CultureInfo.InvariantCulture, $"{clause.Id}({clause.Score:0.00})")),
                    .. miss.Understood.Slots.Select(slot =>
                        $"{slot.Key}={(slot.Value is IEnumerable<string> several ? string.Join(',', several) : slot.Value)}"
                    ),
                ]
        );
}
