using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class OfficesFileTests
{
    private static readonly string Ours = File.ReadAllText(Path.Combine(KnowledgeCopy.Ours, "offices.md"));

    private readonly List<Finding> findings = [];

    [Fact]
    public void Ours_names_both_offices_and_a_clause_for_every_demand()
    {
        var offices = Read(Ours);

        Assert.Empty(findings);
        Assert.Equal(
            (new Office("広報広聴課", "市長公室広報広聴課長"), new Office("全庁ネットワーク管理者", "全庁ネットワーク管理者")),
            (offices.PublicRelations, offices.NetworkAdministrator)
        );
        Assert.All(Enum.GetValues<Demand>(), demand => Assert.NotNull(offices.ReasonOf(demand)));
    }

    [Theory]
    [InlineData("## public-relations", "## press", 3, "press は使われません。")]
    [InlineData("## public-relations", "## press", 1, "「## public-relations （部署の名）」が必要です。")]
    [InlineData("- あて先: 市長公室広報広聴課長", "", 3, "「あて先」を書いてください。")]
    [InlineData("- 条項: 4-5", "- 条項: 9-9", 22, "条項 9-9 はガイドラインにありません。")]
    [InlineData("- 条項: 4-5", "", 20, "「条項」を書いてください。")]
    [InlineData("## keep-list", "## list", 1, "「## keep-list （説明）」が必要です。")]
    public void A_fault_is_named_by_its_line(string words, string instead, int line, string message)
    {
        Read(Ours.Replace(words, instead, StringComparison.Ordinal));

        Assert.Contains(
            findings,
            finding => finding.IsError && finding.Line == line && finding.Message.StartsWith(message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_new_name_is_in_force_everywhere_that_names_the_office()
    {
        var folder = KnowledgeCopy.Whole();
        foreach (var file in new[] { "offices.md", "notices/start.md", "notices/change.md", "notices/end.md" })
            KnowledgeCopy.Write(
                folder,
                file,
                File.ReadAllText(Path.Combine(folder, file))
                    .Replace("（広報広聴課）", "（広報課）", StringComparison.Ordinal)
                    .Replace("提出先: 広報広聴課", "提出先: 広報課", StringComparison.Ordinal)
                    .Replace("市長公室広報広聴課長", "市長公室広報課長", StringComparison.Ordinal)
            );

        var knowledge = KnowledgeBase.Load(folder);

        Assert.Equal("広報課", knowledge.Offices.PublicRelations.Name);
        Assert.Equal(5, knowledge.Forms.Count);
        Assert.Equal(3, knowledge.Forms.Count(form => form.Addressee == "市長公室広報課長"));
    }

    private Offices Read(string text) =>
        OfficesFile.Read("offices.md", text, new HashSet<string> { "4-2", "4-5", "6-1-イ", "6-2-エ" }, findings);
}
