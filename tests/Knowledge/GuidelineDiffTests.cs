using GuidelineBot.Knowledge.Revisions;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Knowledge;

public sealed class GuidelineDiffTests
{
    private const string SixthOfThree = "- ⑥ ソーシャルメディアの利用規約や、会員規約に定める禁止行為については、絶対に行わないこと。";

    private static readonly string Own = Path.Combine(KnowledgeCopy.Ours, "guidelines", "guideline.txt");

    [Fact]
    public void The_same_text_has_no_changes() => Assert.Empty(GuidelineDiff.Compare(Own, Own, KnowledgeCopy.Ours));

    [Fact]
    public void What_is_added_changed_moved_and_removed_is_told_apart_and_what_points_at_it_is_named()
    {
        var revised = File.ReadAllText(Own)
            .Replace("定期的に変更することとする", "90日ごとに変更することとする", StringComparison.Ordinal)
            .Replace(
                SixthOfThree,
                $"- ⑥ 生成AIの利用に当たっては、別に定める基準に従うこと。\n{SixthOfThree.Replace('⑥', '⑦')}",
                StringComparison.Ordinal
            )
            .Replace(
                "- ・URL短縮サービスは、他の利用者に不安を与える恐れがあることに留意しなければならない。\n",
                "",
                StringComparison.Ordinal
            );
        var file = Path.Combine(TestFolder.New(), "next.txt");
        File.WriteAllText(file, revised);

        var changes = GuidelineDiff.Compare(Own, file, KnowledgeCopy.Ours);

        Assert.Equal(
            [
                ("3-6", ChangeKind.Added, null),
                ("3-7", ChangeKind.Moved, "3-6"),
                ("4-5", ChangeKind.Changed, null),
                ("5-1-d", ChangeKind.Removed, null),
            ],
            changes.Select(change => (change.Id.Path, change.Kind, change.Was?.Path))
        );
        Assert.Empty(changes[0].PointedAtBy);
        Assert.Contains(changes[1].PointedAtBy, pointer => pointer.StartsWith("questions/3.md: 例文（", StringComparison.Ordinal));
        Assert.Contains("checklists: アカウント乗っ取り・不正ログインの「パスワードの管理を見直す」", changes[2].PointedAtBy);
        Assert.Contains("定期的に", changes[2].Before, StringComparison.Ordinal);
        Assert.Contains("90日ごとに", changes[2].After, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_guideline_is_refused()
    {
        var file = Path.Combine(TestFolder.New(), "note.txt");
        File.WriteAllText(file, "");

        Assert.Contains(
            "ガイドラインとして読み取れません。",
            Assert.Throws<InvalidDataException>(() => GuidelineDiff.Compare(Own, file, KnowledgeCopy.Ours)).Message,
            StringComparison.Ordinal
        );
    }
}
