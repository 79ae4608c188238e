using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Slots;

public sealed class SlotReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SlotReader Reader = Create();

    [Theory]
    [InlineData(
        "start",
        "産業観光局観光振興課の三木です。来年1月15日よりInstagramアカウント「おかやま旅びより」を開設したく、様式1をお願いします。目的は観光客の誘致です。",
        "service=Instagram accountName=おかやま旅びより section=産業観光局観光振興課 person=三木 startDate=2027-01-15 purpose=観光客の誘致"
    )]
    [InlineData("start", "YouTube 開始 12/5 こども福祉課 山内", "service=YouTube section=こども福祉課 person=山内 startDate=2026-12-05")]
    [InlineData(
        "start",
        "まちづくり推進課でスレッズとブルースカイはじめます 担当は藤原みのりさん 年明け1月4日から",
        "service=Threads,Bluesky section=まちづくり推進課 person=藤原みのり startDate=2027-01-04"
    )]
    [InlineData(
        "start",
        "わし、北消防署の妹尾じゃけど、しあさってからX使うけん届出したいんじゃ",
        "service=X section=北消防署 person=妹尾 startDate=2026-11-26"
    )]
    [InlineData(
        "start",
        "東区役所農林水産振興課　担当：板野　アカウント名：おかやま東区の恵み　サービス：ｎｏｔｅ　開始日：令和8年12月10日",
        "service=note accountName=おかやま東区の恵み section=東区役所農林水産振興課 person=板野 startDate=2026-12-10"
    )]
    [InlineData(
        "start",
        "スポーツ振興課 原 インスタ 開始 １月から 目的：ファジアーノ応援",
        "service=Instagram section=スポーツ振興課 person=原 startDate=2027-01-01 purpose=ファジアーノ応援"
    )]
    [InlineData(
        "start",
        "https://www.instagram.com/Okayama_Zoo（インスタ）を来月1日から。担当は岡本 健",
        "service=Instagram url=https://www.instagram.com/Okayama_Zoo person=岡本_健 startDate=2026-12-01"
    )]
    [InlineData(
        "change",
        "インスタの担当者を岡本健から藤原みのりに変更する届を出したい",
        "service=Instagram oldPerson=岡本健 newPerson=藤原みのり"
    )]
    [InlineData(
        "change",
        "西大寺公民館のLINE公式、担当者 池田はるな → 黒住 一郎、令和9年1月1日付け",
        "service=LINE section=西大寺公民館 oldPerson=池田はるな newPerson=黒住_一郎 changeDate=2027-01-01"
    )]
    [InlineData(
        "change",
        "小野さんが12月から産休に入るため、Xの担当を井上に変えてください",
        "service=X oldPerson=小野 newPerson=井上 changeDate=2026-12-01"
    )]
    [InlineData(
        "change",
        "4月1日の人事異動で人権推進課のX担当が入江主任から二宮主事に変わります",
        "service=X section=人権推進課 oldPerson=入江 newPerson=二宮 changeDate=2027-04-01"
    )]
    [InlineData(
        "change",
        "市民病院広報係です。TikTokの運用を西村ゆうこが引き継ぐことになりました。これまでは島村です。1月付。",
        "service=TikTok section=市民病院広報係 oldPerson=島村 newPerson=西村ゆうこ changeDate=2027-01-01"
    )]
    [InlineData(
        "end",
        "2019年に開設したインスタを年度末で閉じます（健康づくり課・森）",
        "service=Instagram section=健康づくり課 person=森 endDate=2027-03-31"
    )]
    [InlineData(
        "end",
        "ｲﾝｽﾀ終了　１２月３１日　岡山シティミュージアム",
        "service=Instagram section=岡山シティミュージアム endDate=2026-12-31"
    )]
    [InlineData(
        "end",
        "岡山っ子育成局のFacebook、あさってで終わりにしたいです。頼んます 久米",
        "service=Facebook section=岡山っ子育成局 person=久米 endDate=2026-11-25"
    )]
    [InlineData(
        "unblock",
        "端末でYouTubeが見られないので解除申請したい。防災訓練の動画を確認するため。危機管理室の赤木",
        "service=YouTube section=危機管理室 person=赤木 purpose=防災訓練の動画を確認する"
    )]
    public void Facts_are_read_from_one_sentence(string kind, string message, string facts) =>
        Assert.Equal($"kind={kind} {facts}".Split(' ').Order(), Read(kind, message));

    [Theory]
    [InlineData(
        "start",
        "担当は山本、いや佐藤です。インスタじゃなくてTikTok、来月5日から",
        "service=TikTok person=佐藤 startDate=2026-12-05"
    )]
    [InlineData("start", "12月1日、いや10日からXを始めます", "service=X startDate=2026-12-10")]
    [InlineData("start", "12月3日に開設、ではなくて12月20日に開設でした。ピンタレスト", "service=Pinterest startDate=2026-12-20")]
    [InlineData("start", "今日この届を書いていますが、X開始は12月2日です", "service=X startDate=2026-12-02")]
    [InlineData(
        "end",
        "今日届出書を出します。利用終了は今月末、サービスはツイッター(https://twitter.com/okayama_test)、水道局総務課 牧野",
        "service=X url=https://twitter.com/okayama_test section=水道局総務課 person=牧野 endDate=2026-11-30"
    )]
    public void Corrections_win_and_the_day_of_filing_is_no_fact(string kind, string message, string facts) =>
        Assert.Equal($"kind={kind} {facts}".Split(' ').Order(), Read(kind, message));

    [Theory]
    [InlineData("オンライン講座のガイドラインを見ながらXLSで様式1を作りたい", "")]
    [InlineData("広報広聴課長あてに開始届を出したい", "")]
    [InlineData("目的は動物園の魅力発信、インスタの開始届", "service=Instagram purpose=動物園の魅力発信")]
    public void A_word_inside_another_is_no_fact(string message, string facts) =>
        Assert.Equal($"kind=start {facts}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Read("start", message));

    [Fact]
    public void Nothing_is_read_from_a_question() =>
        Assert.Empty(Reader.Of("来月1日からXを始めるときの担当は田中でいい？", Route.Answer, Today));

    private static IEnumerable<string> Read(string kind, string message) =>
        Reader
            .Of(message, new Route($"notice:{kind}"), Today)
            .Select(slot =>
                $"{slot.Key}={(slot.Value is IEnumerable<string> several ? string.Join(',', several) : slot.Value)}".Replace(' ', '_')
            )
            .Order();

    private static SlotReader Create()
    {
        var text = KnowledgeText.Read(KnowledgeCopy.Ours, new DateOnly(2026, 11, 24), []);
        return new SlotReader(text.Services, new Persons(text.Surnames), text.Offices.City.PlaceWords);
    }
}
