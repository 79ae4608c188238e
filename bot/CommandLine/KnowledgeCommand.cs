using System.CommandLine;
using System.Globalization;
using GuidelineBot.Knowledge;

namespace GuidelineBot.CommandLine;

/// <summary><c>knowledge check</c>: every fault in the knowledge files, by file and line.</summary>
internal static class KnowledgeCommand
{
    public static Command Create()
    {
        var folder = KnowledgeFolder.Option();
        var check = new Command("check", "知識ファイルを確かめ、直すべきところを ファイル:行 で示します。誤りがあれば終了コードは 1 です。") { folder };
        check.SetAction(parsed => Check(KnowledgeFolder.Of(parsed.GetValue(folder))));
        var calibrate = new Command("calibrate", "例文から、答えるか・候補を出すか・答えないかの境目を決め直し、calibration.json に書きます。例文を直したあとに行います。") { folder };
        calibrate.SetAction(parsed => Calibrate(KnowledgeFolder.Of(parsed.GetValue(folder))));
        var train = new Command("train", "例文から学んだ結果を trained.bin に書きます。ボットの起動が速くなります。なくても、例文が変わっていても動きます。") { folder };
        train.SetAction(parsed => KnowledgeBase.Train(KnowledgeFolder.Of(parsed.GetValue(folder))));
        return new Command("knowledge", "知識ファイルを扱います。") { check, calibrate, train };
    }

    private static void Calibrate(string folder)
    {
        var report = KnowledgeBase.Calibrate(folder);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"学ばせずに試した例文 {report.Examples} 件"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"対象外の文に答えなかった割合 {report.Refused:0.000}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"質問に条項を示した割合 {report.Covered:0.000}（答えとして {report.Answered:0.000}、うち正しい条項 {report.Right:0.000}）"));
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
