using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge;

public sealed class LiveKnowledgeTests
{
    private readonly string folder = KnowledgeCopy.Small();

    [Fact]
    public void Without_a_change_there_is_nothing_to_refresh()
    {
        var live = new LiveKnowledge(folder);
        var first = live.Current;

        Assert.False(live.Refresh());
        Assert.Same(first, live.Current);
    }

    [Fact]
    public void An_edited_file_counts_after_a_refresh()
    {
        var live = new LiveKnowledge(folder);
        Assert.NotEqual(Route.Command("contents"), live.Current.Understand("もくじ", default).Route);

        KnowledgeCopy.Write(folder, "intents/commands.md", "## command:contents\n\n- もくじ\n");

        Assert.True(live.Refresh());
        Assert.Equal(Route.Command("contents"), live.Current.Understand("もくじ", default).Route);
    }

    [Fact]
    public void A_broken_file_keeps_the_old_state_and_is_reported_until_it_is_mended()
    {
        var live = new LiveKnowledge(folder);
        var before = live.Current;

        KnowledgeCopy.Write(folder, "synonyms.txt", "アカウント = 垢\n壊れた行\n");
        Assert.True(live.Refresh());
        Assert.Same(before, live.Current);
        Assert.Equal(("synonyms.txt", 2), Assert.Single(live.Rejected.Select(finding => (finding.File, finding.Line))));

        KnowledgeCopy.Write(folder, "synonyms.txt", "アカウント = 垢, 直した行\n");
        Assert.True(live.Refresh());
        Assert.NotSame(before, live.Current);
        Assert.Empty(live.Rejected);
    }

    [Fact]
    public void Without_the_citys_guideline_the_old_one_stays_in_force()
    {
        var live = new LiveKnowledge(folder);
        Assert.NotEmpty(live.Current.Own.Clauses);

        File.Delete(Path.Combine(folder, "guidelines", "guideline.txt"));

        Assert.True(live.Refresh());
        Assert.Equal("岡山市ソーシャルメディアの運用に関するガイドライン", live.Current.Own.Name);
        Assert.Contains("guideline.txt", Assert.Single(live.Rejected).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_guideline_cannot_be_loaded_at_all()
    {
        File.Delete(Path.Combine(folder, "guidelines", "guideline.txt"));

        var fault = Assert.Throws<InvalidDataException>(() => KnowledgeBase.Load(folder));
        Assert.Contains("guideline.txt", fault.Message, StringComparison.Ordinal);
    }
}
