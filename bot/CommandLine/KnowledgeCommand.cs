using System.CommandLine;
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
        return new Command("knowledge", "知識ファイルを扱います。") { check };
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
