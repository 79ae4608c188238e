using GuidelineBot.Tests.Knowledge.Reading;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Knowledge;

/// <summary>A knowledge folder to edit.</summary>
internal static class KnowledgeCopy
{
    public static string Ours { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Samples.OwnGuideline)!, ".."));

    /// <summary>The city's guideline and a few questions: enough to learn from, and quickly loaded.</summary>
    public static string Small()
    {
        var folder = TestFolder.New();
        foreach (var part in (string[])["guidelines", "questions", "intents"])
            Directory.CreateDirectory(Path.Combine(folder, part));
        File.Copy(Samples.OwnGuideline, Path.Combine(folder, "guidelines", "guideline.txt"));
        File.Copy(Path.Combine(Ours, "offices.md"), Path.Combine(folder, "offices.md"));
        Write(folder, "synonyms.txt", "アカウント = 垢, アカ\n");
        Write(folder, "intents/commands.md", "## command:help\n\n- ヘルプ\n");
        Write(
            folder,
            "questions/4.md",
            """
            ## 4-5 （パスワード）

            - パスワードの決まりは？
            - パスワードはどれくらいで変える？
            - パスワードを変える頻度は？

            ## 5-1-d （短縮URL）

            - URL短縮サービスを使ってもいい？
            - 短縮URLの注意は？
            - 短縮URLは使える？

            """
        );
        Write(
            folder,
            "questions/out-of-scope.md",
            """
            ## 勤務

            - 有給休暇の申請方法は？
            - 給料日はいつ？
            - 食堂の献立は？

            """
        );
        return folder;
    }

    /// <summary>All of ours.</summary>
    public static string Whole()
    {
        var folder = TestFolder.New();
        foreach (var file in Directory.EnumerateFiles(Ours, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Ours, file);
            if (
                relative.Split(Path.DirectorySeparatorChar)
                    is not (
                        ["guidelines" or "questions" or "intents" or "acts" or "notices" or "checklists" or "drills" or "procedures", ..]
                        or [_]
                    )
                || Path.GetExtension(relative) is not (".txt" or ".json" or ".md" or ".png")
            )
                continue;
            var copy = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return folder;
    }

    public static void Write(string folder, string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
