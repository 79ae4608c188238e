using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Posts;

public sealed class DraftCheckerTests
{
    private static readonly DraftChecker Checker = KnowledgeBase.Load(KnowledgeCopy.Ours).Drafts;

    [Theory]
    [InlineData("申込みは bit.ly/3xYz9 からどうぞ", "shortener", "bit.ly/3xYz9")]
    [InlineData("申込みはｈｔｔｐｓ：／／ｂｉｔ．ｌｙ／ａｂｃから", "shortener", "ｈｔｔｐｓ：／／ｂｉｔ．ｌｙ／ａｂｃ")]
    [InlineData("連絡は０９０－１２３４－５６７８まで", "phone", "０９０－１２３４－５６７８")]
    [InlineData("番号は1234-5678-9018でした", "my-number", "1234-5678-9018")]
    [InlineData("外人さん歓迎です", "discrimination", "外人")]
    [InlineData("くわしくはhttps://shop.example.com/saleへ", "third-party-link", "https://shop.example.com/sale")]
    [InlineData("①開場 ②開演", "characters", "①")]
    public void A_finding_points_at_the_very_characters(string text, string rule, string at)
    {
        var finding = Checker.Check(new Draft(text)).Findings.First(finding => finding.Rule.Id == rule);

        Assert.Equal(at, finding.In(text));
    }

    [Theory]
    [InlineData("お問い合わせは広報広聴課（電話086-803-1024）へ")]
    [InlineData("メールはkoho@city.okayama.lg.jpまで。https://www.city.okayama.jp/")]
    [InlineData("受付番号は123456789010です")]
    [InlineData("対象は平成17年4月2日から平成18年4月1日までに生まれた方です。ご家族の皆さんもどうぞ")]
    [InlineData("会場は岡山市北区大供一丁目1-1、市民の皆さんのご参加をお待ちしています")]
    [InlineData("急な病気は#7119に電話で相談を")]
    [InlineData("絶対に川に近づかないでください。大雨警報が出ています（岡山地方気象台 10時発表）")]
    [InlineData("「外人」という呼び方について考える講座です")]
    [InlineData("もう一度お読みください。一番上の段です")]
    public void A_harmless_post_stays_quiet(string text) => Assert.Empty(Checker.Check(new Draft(text)).Findings);

    [Fact]
    public void What_is_mechanical_is_mended_and_the_rest_stays_as_it_was()
    {
        var report = Checker.Check(new Draft("㈱花屋の協力で①から③まで🎉🎉🎉 ｵｶﾔﾏ # 花まつり #岡山-花 外人も bit.ly/a"));

        Assert.Equal("(株)花屋の協力で(1)から(3)まで🎉 オカヤマ #花まつり #岡山_花 外国人も bit.ly/a", report.Mended);
        Assert.Null(Checker.Check(new Draft("花まつりです")).Mended);
    }

    [Fact]
    public void A_registered_account_is_no_third_party()
    {
        const string text = "動画は https://www.youtube.com/@okayama-hana/videos でどうぞ";

        Assert.Contains(Checker.Check(new Draft(text)).Findings, finding => finding.Rule.Id == "third-party-link");
        Assert.Empty(Checker.Check(new Draft(text) { OwnAddresses = ["https://www.youtube.com/@okayama-hana/"] }).Findings);
    }

    [Fact]
    public void Characters_that_two_rules_speak_of_are_the_more_telling_ones()
    {
        var findings = Checker.Check(new Draft("https://bit.ly/abc と https://x.com/someone/status/123")).Findings;

        Assert.Equal(["shortener", "quote"], findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_profile_needs_the_official_address_and_a_post_does_not()
    {
        Assert.Equal(
            "profile-site",
            Assert.Single(Checker.Check(new Draft("岡山市の花の情報をお届けします", IsProfile: true)).Findings).Rule.Id
        );
        Assert.Empty(Checker.Check(new Draft("岡山市の花の情報です https://www.city.okayama.jp/", IsProfile: true)).Findings);
        Assert.Empty(Checker.Check(new Draft("岡山市の花の情報をお届けします")).Findings);
    }

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Equal("a\ufffd", Checker.Check(new Draft("a\ud83c")).Draft.Text);

    [Fact]
    public void Every_rule_says_why_and_rests_on_a_clause_or_says_that_it_does_not() =>
        Assert.All(
            Checker.Rules,
            rule =>
            {
                Assert.EndsWith("。", rule.Why, StringComparison.Ordinal);
                Assert.InRange(rule.Title.Length, 2, 20);
            }
        );

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("花まつり", 8)]
    [InlineData("ｱｲｳ", 6)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("https://www.city.okayama.jp/some/very/long/path/index.html", 23)]
    [InlineData("花 https://www.city.okayama.jp/ 花", 29)]
    [InlineData("が", 2)]
    public void X_counts_as_it_publishes(string text, int length) => Assert.Equal(length, XLength.Of(text));

    [Fact]
    public void What_is_too_long_for_X_is_marked_from_where_it_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("花。", 69)) + "花" + "👨‍👩‍👧‍👦まつり";
        var finding = Assert.Single(Checker.Check(new Draft(text, "X")).Findings);

        Assert.Equal(("x-length", "まつり"), (finding.Rule.Id, finding.In(text)));
        Assert.Empty(Checker.Check(new Draft(text, "Instagram")).Findings);
    }
}
