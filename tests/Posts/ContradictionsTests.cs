using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Posts;

/// <summary>Two things of which only one can be true, and blanks that were to be filled in.</summary>
public sealed class ContradictionsTests
{
    private static readonly DraftChecker Checker = KnowledgeBase.Load(KnowledgeCopy.Ours).Drafts;

    [Theory]
    [InlineData("期間は令和8年（2027年）2月1日からです", "contradiction", "令和8年(2027年")]
    [InlineData("会館で午後2時～午前11時に開きます", "contradiction", "午後2時~午前11時")]
    [InlineData("会館で15:00-13:30に開きます", "contradiction", "15:00-13:30")]
    [InlineData("開催日：12月19日（土）10時、公民館。申込期限：12月22日（火）", "contradiction", "12月22日(火")]
    [InlineData("市民会館の音楽会は入場無料です。入場料300円は受付で。", "contradiction", "入場料300円")]
    [InlineData("工事のため、○月○日に断水します", "placeholder", "○月○日")]
    [InlineData("●●町で断水します。水道局 086-234-XXXX", "placeholder", "●●")]
    public void What_cannot_be_is_found(string text, string rule, string at)
    {
        var draft = new Draft(text) { Today = new DateOnly(2026, 11, 30) };
        var plain = new DraftText(draft).Plain;

        Assert.Contains((rule, at), Checker.Check(draft).Findings.Select(finding => (finding.Rule.Id, finding.In(plain))));
    }

    [Theory]
    [InlineData("期間は令和8年（2026年）12月1日からです")]
    [InlineData("ライトアップは22時～5時です")]
    [InlineData("窓口は午後1時～3時です")]
    [InlineData("窓口は9時から17時15分までです")]
    [InlineData("開催日：12月19日（土）10時、公民館。申込期限：12月12日（土）")]
    [InlineData("美術館の入館料は500円、高校生以下は入館無料です。")]
    public void What_can_be_stays_quiet(string text) =>
        Assert.Empty(Checker.Check(new Draft(text) { Today = new DateOnly(2026, 11, 30) }).Findings);

    [Theory]
    [InlineData("手続きはこちら http://okayama-kyufu.top/login.php へ")]
    [InlineData("手続きはこちら https://kyufu-okayama.xyz/ へ")]
    public void An_address_under_any_domain_is_one(string text) =>
        Assert.Contains(Checker.Check(new Draft(text)).Findings, finding => finding.Rule.Id is "third-party-link" or "lookalike-url");
}
