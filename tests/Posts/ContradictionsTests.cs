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
    [InlineData("映画の上映は13:00開始、12:10終了です", "contradiction", "13:00開始、12:10終了")]
    [InlineData("日時：12月12日（土）10時\n公民館で餅をつきます。\n12月13日（日）にお待ちしています。", "contradiction", "12月13日(日")]
    [InlineData("12月9日（水）22時から停電します。停電は10日22時に始まります。", "contradiction", "10日22時に始ま")]
    [InlineData("{{課名}}からのお知らせです", "placeholder", "{{課名}}")]
    [InlineData("申込みは[URL]から。", "placeholder", "[URL]")]
    [InlineData("会場は〈ここに地図を貼り付け〉のとおりです", "placeholder", "〈ここに地図を貼り付け〉")]
    [InlineData("受付は〇時からです", "placeholder", "〇時")]
    [InlineData("橋の工事のお知らせです。通行される方は、係員の案内に従って", "cut-short", "通行される方は、係員の案内に従って")]
    [InlineData("道路を閉じます。ご不便をおかけしますが、", "cut-short", "ご不便をおかけしますが、")]
    [InlineData("陶芸教室を開きます。場所：北公民館。定員：12人（先着順）。電話086-000-1234", "missing-info", "教室を開きます")]
    [InlineData("モニターを募集します。締め切りを過ぎたものは受け付けません。広聴課へ", "missing-info", "募集します")]
    [InlineData("川柳を募集します。1月15日（金）消印有効、はがきに書いてお送りください。", "missing-info", "募集します")]
    [InlineData("お城の梅が見頃です。\n#姫路城 #岡山市", "hashtag-elsewhere", "#姫路城")]
    [InlineData("【1月16日（土）開催】どんど焼き\n集合：1月17日（日）9:00 神社前", "contradiction", "1月17日(日")]
    [InlineData("受講無料の講座です。定員10人。\n受講料：大人800円を当日に", "contradiction", "受講料:大人800円")]
    [InlineData("会場：東区役所1階\n10時から北区役所で健康相談を行います。", "contradiction", "北区")]
    [InlineData("夕べの音楽会を開きます！\n場所は桃の広場。入場無料です。", "missing-info", "音楽会を開きます")]
    [InlineData("冬の防火講座を開きます。お申し込みは市ホームペ", "cut-short", "ホームペ")]
    [InlineData("図書館は12月7日（月）に休みます。ご迷惑をおかけしますが、よろしくお願いいた", "cut-short", "お願いいた")]
    [InlineData("星空の会\n12月19日（土）18:30 学校の庭\n申込締切：12月23日（水）必着", "contradiction", "12月23日(水")]
    [InlineData("親子教室の参加者を募集します！先着順です。", "missing-info", "参加者を募集")]
    [InlineData("資料は smb://share02/soumu/案.docx にあります", "internal", "smb://share02/soumu/案.docx")]
    [InlineData("資料は http://kyoyu-sv/soumu/ にあります", "internal", "http://kyoyu-sv/soumu/")]
    public void What_cannot_be_is_found(string text, string rule, string at)
    {
        var draft = new Draft(text) { Today = new DateOnly(2026, 11, 30) };
        var plain = new DraftText(draft).Plain;

        Assert.Contains((rule, at), Checker.Check(draft).Findings.Select(finding => (finding.Rule.Id, finding.In(plain))));
    }

    [Theory]
    [InlineData("期間は令和8年（2026年）12月1日からです")]
    [InlineData("ライトアップは22時～5時です")]
    [InlineData("会場：北区役所。南区にお住まいの方も参加できます。")]
    [InlineData("説明会：12月19日（土）14時、北公民館。申込みは12月11日（金）まで")]
    [InlineData("申込みは12月1日（火）9時から受け付けます。\n講座は12月9日（水）です。申込締切：12月4日（金）")]
    [InlineData("つなごう、まちの未来へ。\nみんなで守ろう、子どもたちの笑顔を")]
    [InlineData("夏の旅は、瀬戸内のちいさなしま")]
    [InlineData("【12月12日（土）開催】おはなし会\n申込み：12月4日（金）から")]
    [InlineData("夕べの音楽会を開きます。日程は来週お知らせします。")]
    [InlineData("窓口は午後1時～3時です")]
    [InlineData("窓口は9時から17時15分までです")]
    [InlineData("開催日：12月19日（土）10時、公民館。申込期限：12月12日（土）")]
    [InlineData("美術館の入館料は500円、高校生以下は入館無料です。")]
    [InlineData("映画の上映は13:00開始、15:10終了です")]
    [InlineData("夜の観察会は22時開始、翌2時終了です")]
    [InlineData("日時：12月12日（土）・13日（日）10時\n公民館で餅をつきます。\n12月13日（日）にお待ちしています。")]
    [InlineData("日時：12月12日（土）10時\n公民館で餅をつきます。\n雨天の場合は12月13日（日）にお越しください。")]
    [InlineData("12月9日（水）22時から停電します。停電は9日22時に始まります。")]
    [InlineData("【訂正】「12月5日（日）」と投稿しましたが、正しくは「12月5日（土）」です。")]
    [InlineData("誤：12月6日（土）\n正：12月6日（日）")]
    [InlineData("市長賞に選ばれました。\nみんなの力を合わせて\n#岡山市")]
    [InlineData("すぐに切りましょう。迷ったら #9110 か188へ。")]
    [InlineData("モニターを募集します。締め切りは1月15日（金）、広聴課へ")]
    [InlineData("姫路市との交流展を開いています。\n#姫路市 #岡山市")]
    [InlineData("差し替えた地図は {北区} と {中区} の分です")]
    public void What_can_be_stays_quiet(string text) =>
        Assert.Empty(Checker.Check(new Draft(text) { Today = new DateOnly(2026, 11, 30) }).Findings);

    [Theory]
    [InlineData("手続きはこちら http://okayama-kyufu.top/login.php へ")]
    [InlineData("手続きはこちら https://kyufu-okayama.xyz/ へ")]
    public void An_address_under_any_domain_is_one(string text) =>
        Assert.Contains(Checker.Check(new Draft(text)).Findings, finding => finding.Rule.Id is "third-party-link" or "lookalike-url");
}
