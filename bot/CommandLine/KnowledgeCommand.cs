using System.CommandLine;
using System.Globalization;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Revisions;
using GuidelineBot.KnowledgeUpdates;

namespace GuidelineBot.CommandLine;

/// <summary>The commands for whoever edits the knowledge: <c>knowledge check</c>, <c>calibrate</c>, <c>train</c>, <c>diff</c>, …</summary>
internal static class KnowledgeCommand
{
    public static Command Create()
    {
        var folder = KnowledgeFolder.Option();
        var check = new Command("check", "知識ファイルを確かめ、直すべきところを ファイル:行 で示します。誤りがあれば終了コードは 1 です。")
        {
            folder,
        };
        check.SetAction(parsed => Check(KnowledgeFolder.Of(parsed.GetValue(folder))));
        var calibrate = new Command(
            "calibrate",
            "例文から、答えるか・候補を出すか・答えないかの境目を決め直し、calibration.json に書きます。例文を直したあとに行います。"
        )
        {
            folder,
        };
        calibrate.SetAction(parsed => Calibrate(KnowledgeFolder.Of(parsed.GetValue(folder))));
        var train = new Command(
            "train",
            "例文から学んだ結果を trained.bin に書きます。ボットの起動が速くなります。なくても、例文が変わっていても動きます。"
        )
        {
            folder,
        };
        train.SetAction(parsed => KnowledgeBase.Train(KnowledgeFolder.Of(parsed.GetValue(folder))));
        var (before, after) = (
            new Argument<FileInfo>("old") { Description = "前の本文。" },
            new Argument<FileInfo>("new") { Description = "新しい本文。" }
        );
        var diff = new Command("diff", "ガイドラインの改訂を比べ、変わった条文と、それを指している例文・様式・手順を示します。")
        {
            before,
            after,
            folder,
        };
        diff.SetAction(parsed => Diff(parsed.GetValue(before)!, parsed.GetValue(after)!, KnowledgeFolder.Of(parsed.GetValue(folder))));
        var export = new Command("export", "職員の質問から加えた知識を、supplements.md に書き出します。") { folder };
        export.SetAction((parsed, cancellationToken) => ExportAsync(KnowledgeFolder.Of(parsed.GetValue(folder)), cancellationToken));
        var text = new Argument<FileInfo>("file") { Description = "ガイドラインの本文。" };
        var clauses = new Command(
            "clauses",
            "本文がどう条項に分かれたかを {\"id\",\"label\",\"heading\",\"text\"} の JSON 行で示します。誤りがあれば終了コードは 1 です。"
        )
        {
            text,
        };
        clauses.SetAction(parsed => ClausesCommand.Run(parsed.GetValue(text)!));
        return new Command("knowledge", "知識ファイルを扱います。") { check, calibrate, train, diff, clauses, export };
    }

    /// <summary>What the file has and the database has not stays.</summary>
    private static Task<int> ExportAsync(string folder, CancellationToken cancellationToken) =>
        StorageCommands.RunAsync(
            async (database, clock) =>
            {
                var all = KnowledgeBase
                    .Load(folder, added: await Supplements.AllAsync(database, clock.LocalTimeZone, cancellationToken))
                    .Additions;
                var file = Path.Combine(folder, "supplements.md");
                await File.WriteAllTextAsync(file, KnowledgeBase.Write(all), cancellationToken);
                Console.Out.WriteLine($"{file} に {all.Count} 件を書き出しました。");
                return 0;
            },
            cancellationToken
        );

    private static void Calibrate(string folder)
    {
        var report = KnowledgeBase.Calibrate(folder);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"学ばせずに試した例文 {report.Examples} 件"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"対象外の文に答えなかった割合 {report.Refused:0.000}"));
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"質問に条項を示した割合 {report.Covered:0.000}（答えとして {report.Answered:0.000}、うち正しい条項 {report.Right:0.000}）"
            )
        );
    }

    private static void Diff(FileInfo before, FileInfo after, string folder)
    {
        foreach (var missing in new[] { before, after }.Where(file => !file.Exists))
            throw new FileNotFoundException($"ファイル {missing} がありません。");
        var changes = GuidelineDiff.Compare(before.FullName, after.FullName, folder);
        foreach (var change in changes)
        {
            Console.Out.WriteLine($"{Word(change)} {change.Id.Path}（{change.Label}）");
            if (change.Before.Length > 0 && change.Kind is not ChangeKind.Moved)
                Console.Out.WriteLine($"  前: {OneLine(change.Before)}");
            if (change.After.Length > 0)
                Console.Out.WriteLine($"  {(change.Kind is ChangeKind.Added or ChangeKind.Changed ? "後: " : "")}{OneLine(change.After)}");
            foreach (var pointer in change.PointedAtBy)
                Console.Out.WriteLine($"  確かめる: {pointer}");
        }
        Console.Out.WriteLine(
            $"追加 {Count(ChangeKind.Added)} 件、変更 {Count(ChangeKind.Changed)} 件、移動 {Count(ChangeKind.Moved)} 件、削除 {Count(ChangeKind.Removed)} 件"
        );

        int Count(ChangeKind kind) => changes.Count(change => change.Kind == kind);

        static string OneLine(string text) =>
            string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        static string Word(ClauseChange change) =>
            change.Kind switch
            {
                ChangeKind.Added => "追加",
                ChangeKind.Changed => "変更",
                ChangeKind.Moved => $"移動（{change.Was?.Path} から）",
                _ => "削除",
            };
    }

    private static int Check(string folder)
    {
        var findings = KnowledgeBase.Check(folder);
        foreach (var finding in findings)
            Console.Out.WriteLine($"{finding.File}:{finding.Line}: {(finding.IsError ? "誤り" : "注意")}: {finding.Message}");

        var errors = findings.Count(finding => finding.IsError);
        Console.Out.WriteLine($"誤り {errors} 件、注意 {findings.Count - errors} 件");
        return errors > 0 ? 1 : 0;
    }
}
