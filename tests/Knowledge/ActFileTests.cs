using GuidelineBot.Knowledge;

namespace GuidelineBot.Tests.Knowledge;

public sealed class ActFileTests
{
    [Fact]
    public void A_heading_that_is_no_act_and_a_name_of_no_field_are_told_by_file_and_line()
    {
        var folder = KnowledgeCopy.Whole();
        var (talk, names) = (Path.Combine(folder, "acts", "talk.md"), Path.Combine(folder, "field-names.txt"));
        var lines = (Acts: File.ReadAllLines(talk).Length, Names: File.ReadAllLines(names).Length);
        File.AppendAllText(talk, "## draft:fly （とぶ）\n- 飛びます\n");
        File.AppendAllText(names, "nosuch = ほげ\n");

        var errors = KnowledgeBase.Check(folder).Where(finding => finding.IsError).ToList();

        Assert.Equal(
            [(Path.Combine("acts", "talk.md"), lines.Acts + 2), ("field-names.txt", lines.Names + 1)],
            errors.Select(error => (error.File, error.Line))
        );
        Assert.Contains("draft:fly", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("nosuch", errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_act_is_not_learnt()
    {
        var folder = KnowledgeCopy.Whole();
        File.AppendAllText(Path.Combine(folder, "acts", "talk.md"), "\n## draft:fly （とぶ）\n\n- ぱたぱた飛びます\n");

        var act = KnowledgeBase
            .Load(folder)
            .Read("ぱたぱた飛びます", GuidelineBot.Knowledge.Understanding.Situation.Empty, new(2026, 11, 30));

        Assert.NotEqual("draft:fly", act.Route.Name);
    }
}
