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
    [InlineData("連絡は〇九〇－一二三四－五六七八へ", "phone", "〇九〇－一二三四－五六七八")]
    [InlineData("連絡は(080)1234 5678へ", "phone", "(080)1234 5678")]
    [InlineData("連絡は070・1234・5678へ", "phone", "070・1234・5678")]
    [InlineData("連絡は+81 90 1234 5678へ", "phone", "+81 90 1234 5678")]
    [InlineData("担当：山本まで", "staff-name", "山本")]
    [InlineData("担当は佐々木健太です", "staff-name", "佐々木健太")]
    [InlineData("担当者 岡本さんへ", "staff-name", "岡本")]
    [InlineData("#おかやま/くらし の情報", "hashtag-broken", "#おかやま/くらし")]
    [InlineData("#おかやま☆まつり です", "hashtag-broken", "#おかやま☆まつり")]
    [InlineData("開催中#岡山市", "hashtag-broken", "#岡山市")]
    [InlineData("詳しくは https://www.city.оkayama.jp/a へ", "lookalike-url", "https://www.city.оkayama.jp/a")]
    [InlineData("詳しくは https://www.city.okayama.com/ へ", "lookalike-url", "https://www.city.okayama.com/")]
    [InlineData("詳しくは https://city-okayama.jp/ へ", "lookalike-url", "https://city-okayama.jp/")]
    [InlineData("詳しくは https://www.lnstagram.com/okayama へ", "lookalike-url", "https://www.lnstagram.com/okayama")]
    [InlineData("詳しくは https://www.city.okayama.jp.example.net/ へ", "lookalike-url", "https://www.city.okayama.jp.example.net/")]
    [InlineData("詳しくは https://www.city.okayama。jp/kurashi へ", "url-broken", "https://www.city.okayama。jp/kurashi")]
    [InlineData("詳しくは https://www.city.oka\u200byama.jp/ へ", "url-broken", "https://www.city.oka\u200byama.jp/")]
    [InlineData("詳しくは ttps://www.city.okayama.jp/ へ", "url-broken", "ttps://www.city.okayama.jp/")]
    [InlineData(
        "[https://www.city.okayama.jp/](https://example.org/x)",
        "link-text",
        "[https://www.city.okayama.jp/](https://example.org/x)"
    )]
    [InlineData("中四国最大級の花火です", "claim", "中四国最大級")]
    [InlineData("参加すれば必ず上達します", "claim", "必ず上達し")]
    [InlineData("#(おかやま)の花です", "hashtag-broken", "#(おかやま)")]
    [InlineData("申込みは https//www.city.okayama.jp/a へ", "url-broken", "https//")]
    [InlineData("地図は https://www.city.okayama.jp/a/ map no1.pdf です", "url-broken", "https://www.city.okayama.jp/a/ map no1.pdf")]
    [InlineData("連絡はｈａｎａ＠ｍａｉｌ．ｅｘａｍｐｌｅへ", "email-wide", "ｈａｎａ＠ｍａｉｌ．ｅｘａｍｐｌｅ")]
    [InlineData("「倉敷 500 は 12-34」の車です", "plate", "「倉敷 500 は 12-34")]
    [InlineData("今度の土曜に掃除をします", "vague-date", "今度の土曜")]
    [InlineData("やっと終わった。帰って寝る。", "casual", "やっと終わった。")]
    [InlineData("たこあげ大会を開きます。10時から、操山公園です。", "missing-info", "大会を開きます")]
    [InlineData("誰でも参加することができます", "redundant", "することができ")]
    [InlineData("会場からよく見れます。花は見れます", "ra-nuki", "見れ")]
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
    [InlineData("今度の土曜、12月5日に掃除をします")]
    [InlineData("くわしくは窓口へどうぞ")]
    [InlineData("「もう疲れた」と言えずにいませんか")]
    [InlineData("たこあげ大会を1月9日（土）10時から、操山公園で開きます。")]
    [InlineData("大会にご参加いただき、ありがとうございました。10時から始まり、正午に終えました。")]
    [InlineData("ちびっこ広場です")]
    [InlineData("絶対に川に近づかないでください。大雨警報が出ています（岡山地方気象台 10時発表）")]
    [InlineData("「外人」という呼び方について考える講座です")]
    [InlineData("もう一度お読みください。一番上の段です")]
    [InlineData("担当：広報広聴課、電話086-803-1024")]
    [InlineData("担当課の窓口へ。担当者までお声がけください。担当：南区役所 総務課")]
    [InlineData("受付時間は0900から1700までです。受付番号は0800-12です")]
    [InlineData("作り方は市のサイトで。#岡山市 #おかやま・まつり #Okayama_City")]
    [InlineData("県の案内 https://www.pref.okayama.jp/site/a/#top 国の案内 https://www.mhlw.go.jp/")]
    [InlineData("市のサイト（https://www.city.okayama.jp）。Xでもお知らせします")]
    [InlineData("[市のサイト](https://www.city.okayama.jp/)をどうぞ")]
    [InlineData("最高気温は35度の見込みです。必ず水分をとってください")]
    [InlineData("1/2の確率で当たります。3.5（月）号を配っています")]
    [InlineData("Bring a drink. Dr. Mori and Prof. Oka will speak at 2 p.m. in Room 3. Admission is free. See you there.")]
    public void A_harmless_post_stays_quiet(string text) => Assert.Empty(Checker.Check(new Draft(text)).Findings);

    [Fact]
    public void What_is_mechanical_is_mended_and_the_rest_stays_as_it_was()
    {
        var report = Checker.Check(new Draft("㈱花屋の協力で①から③まで🎉🎉🎉 ｵｶﾔﾏ # 花まつり #岡山-花 外人も bit.ly/a"));

        Assert.Equal("(株)花屋の協力で(1)から(3)まで🎉 オカヤマ #花まつり #岡山_花 外国人も bit.ly/a", report.Mended);
        Assert.Null(Checker.Check(new Draft("花まつりです")).Mended);
        Assert.Equal(
            "今日は https://www.city.okayama.jp/a へ #花_桃 #岡山市 #倉敷市",
            Checker.Check(new Draft("今日は ｈｔｔｐｓ：／／www.city.okayama。jp/a へ #花/桃 #岡山市#倉敷市")).Mended
        );
    }

    [Theory]
    [InlineData("12月5日（日）に開催します", "weekday", "12月5日（日", "2026年12月5日は土曜日です。")]
    [InlineData("令和8年12月4日木曜に開催します", "weekday", "令和8年12月4日木曜", "2026年12月4日は金曜日です。")]
    [InlineData("12/6(土)に開催します", "weekday", "12/6(土", "2026年12月6日は日曜日です。")]
    [InlineData("12月5日（土）・6日（月）に開催します", "weekday", "6日（月", "2026年12月6日は日曜日です。")]
    [InlineData("2月30日に開催します", "weekday", "2月30日", "2月30日という日はありません。")]
    [InlineData("11月14日（土）に開催します", "past-date", "11月14日（土", "2026年11月14日は過ぎています。")]
    [InlineData("申込みは2025年12月20日まで", "past-date", "2025年12月20日", "2025年12月20日は過ぎています。")]
    [InlineData("期間：10月1日～11月20日", "past-date", "11月20日", "2026年11月20日は過ぎています。")]
    public void A_day_is_compared_with_the_calendar(string text, string rule, string at, string note)
    {
        var finding = Assert.Single(Checker.Check(Dated(text)).Findings);

        Assert.Equal((rule, at, note), (finding.Rule.Id, finding.In(text), finding.Note));
    }

    [Theory]
    [InlineData("12月5日（土）・6日（日）に開催します")]
    [InlineData("12月5日（土曜日）10時から、12/6(日・祝)も開催します")]
    [InlineData("11月14日（土）に開催した防災訓練の様子です")]
    [InlineData("募集期間は11月1日から12月20日までです")]
    [InlineData("11月1日（日）～12月20日（日）に開催します")]
    [InlineData("平成19年10月6日までに生まれた方は投票できます")]
    [InlineData("人口は11月1日現在で70万人の予定です")]
    [InlineData("昨年12月6日（土）に開催した朝市を、今年も開きます")]
    [InlineData("2月29日生まれの方へ。1月10日に開催します")]
    public void A_day_that_is_right_stays_quiet(string text) => Assert.Empty(Checker.Check(Dated(text)).Findings);

    [Fact]
    public void Without_a_day_of_its_own_a_text_is_compared_with_none_but_its_years()
    {
        Assert.Empty(Checker.Check(new Draft("12月5日（日）に開催します")).Findings);
        Assert.Equal("weekday", Assert.Single(Checker.Check(new Draft("2026年12月5日（日）に開催します")).Findings).Rule.Id);
    }

    private static Draft Dated(string text) => new(text) { Today = new DateOnly(2026, 11, 30) };

    [Fact]
    public void An_English_sentence_ends_with_its_full_stop()
    {
        const string sentence = "The autumn market opens at nine in the park beside the castle and closes when the lanterns are lit. ";

        Assert.Empty(Checker.Check(new Draft(string.Concat(Enumerable.Repeat(sentence, 6)))).Findings);
        Assert.Equal(
            "long-sentence",
            Assert.Single(Checker.Check(new Draft(string.Concat(Enumerable.Repeat(sentence.Replace('.', ','), 6)))).Findings).Rule.Id
        );
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
