using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.CommandLine;

[Slow]
public sealed class KnowledgeCommandTests
{
    [Fact]
    public async Task Our_own_knowledge_passes()
    {
        var run = await CommandRun.StartAsync("knowledge", "check", "--knowledge", KnowledgeCopy.Ours);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("誤り 0 件、", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_shown_by_file_and_line()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeCopy.Write(folder, "questions/9.md", "## 9-9\n\n- どこにもない条項の質問\n");
        KnowledgeCopy.Write(folder, "synonyms.txt", "# 注\n等号のない行\n");

        var run = await CommandRun.StartAsync("knowledge", "check", "--knowledge", folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{Path.Combine("questions", "9.md")}:3: 誤り: 条項 9-9 はガイドラインにありません。", run.Lines);
        Assert.Contains("synonyms.txt:2: 誤り: 「代表語 = 表記1, 表記2」の形で書いてください。", run.Lines);
        Assert.StartsWith("誤り 2 件、", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_the_citys_guideline_fails()
    {
        var folder = KnowledgeCopy.Small();
        File.Delete(Path.Combine(folder, "guidelines", "guideline.txt"));

        var run = await CommandRun.StartAsync("knowledge", "check", "--knowledge", folder);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            $"{Path.Combine("guidelines", "guideline.txt")}:1: 誤り: 市のガイドラインの本文がありません。",
            run.Lines[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_text_is_shown_as_it_was_cut()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeCopy.Write(folder, "guidelines/library.txt", "図書館SNS要領\n1 目的\n広く知らせる。\n- 1 -\n2 写真\n(1) 同意を得る。\n");

        var run = await CommandRun.StartAsync("knowledge", "clauses", Path.Combine(folder, "guidelines", "library.txt"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                """{"id":"0","label":"表紙","heading":"","text":"図書館SNS要領"}""",
                """{"id":"1","label":"1","heading":"目的","text":"1 目的\n広く知らせる。"}""",
                """{"id":"2","label":"2","heading":"写真","text":"2 写真"}""",
                """{"id":"2-1","label":"2(1)","heading":"","text":"(1) 同意を得る。"}""",
            ],
            run.Lines
        );
        Assert.Contains("「- 1 -」（4行目）", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_clauses_is_a_fault()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeCopy.Write(folder, "guidelines/notes.txt", "メモ\n番号のない文です。\n");

        var run = await CommandRun.StartAsync("knowledge", "clauses", Path.Combine(folder, "guidelines", "notes.txt"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("見出しの番号が見つかりません。", run.Error, StringComparison.Ordinal);
    }
}
