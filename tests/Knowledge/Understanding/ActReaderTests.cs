using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Understanding;

/// <summary>What a message does, in its situation.</summary>
public sealed class ActReaderTests(ActReaderTests.Ours ours) : IClassFixture<ActReaderTests.Ours>
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("お疲れさまです。観光課の藤原です。", "talk:hello")]
    [InlineData("ありがとうございました！", "talk:thanks")]
    [InlineData("あなたは誰ですか", "talk:who")]
    [InlineData("ばか", "talk:other")]
    [InlineData("4⑤", "answer")]
    [InlineData("６②イ見せて", "answer")]
    [InlineData("よその市の公式アカウントが炎上したとニュースで見ました", "talk:other")]
    [InlineData("うちのXに批判が殺到して炎上しています", "incident:flaming")]
    public void With_nothing_open(string message, string route) => Assert.Equal(route, Read(message, Situation.Empty).Route.Name);

    [Theory]
    [InlineData("もしXが乗っ取られたらどうすればいいですか")]
    [InlineData("弟のインスタが乗っ取られました")]
    [InlineData("なりすまし詐欺に注意っていうポスターをXに載せようと思っています")]
    public void What_has_not_happened_to_us_opens_nothing(string message) =>
        Assert.False(Read(message, Situation.Empty).Route.Name.StartsWith("incident:", StringComparison.Ordinal));

    [Theory]
    [InlineData("あ、Xじゃなくてインスタでした", "service", "Instagram")]
    [InlineData("アカウント名は「市公式」です", "accountName", "市公式")]
    [InlineData("情報発信の内容は花の開花状況です", "content", "花の開花状況")]
    [InlineData("担当は片山 剛です", "person", "片山 剛")]
    [InlineData("運用時間：平日9時から17時まで", "hours", "平日9時から17時まで")]
    [InlineData("意見への対応：個別の返信はしない", "replies", "個別の返信はしない")]
    [InlineData("開始日は来月15日で", "startDate", "2026-12-15")]
    [InlineData("12月20日から", "startDate", "2026-12-20")]
    public void A_field_of_the_open_paper_is_set(string message, string field, string value)
    {
        var act = Read(message, Open(NoticeKind.Start, null, ("service", "X")));

        Assert.Equal("draft:set", act.Route.Name);
        Assert.Equal(value, act.Fields.Values[field]);
    }

    [Theory]
    [InlineData("課長の大森 一郎です", "manager", "大森 一郎")]
    [InlineData("おかやま花だより", "accountName", "おかやま花だより")]
    public void The_field_asked_for_gets_its_answer(string message, string field, string value)
    {
        var act = Read(message, Open(NoticeKind.Start, field));

        Assert.Equal(("draft:set", value), (act.Route.Name, act.Fields.Values.GetValueOrDefault(field)));
    }

    [Theory]
    [InlineData("明日は雨らしいですよ")]
    [InlineData("今日の天気は？")]
    [InlineData("佐藤さんって今日休み？")]
    [InlineData("はい")]
    [InlineData("ありがとう")]
    [InlineData("今日はよく冷えますね")]
    [InlineData("来週は連休ですね")]
    [InlineData("Xはこの先も残します")]
    [InlineData("ログインのパスワードって定期的に変えるんでしたっけ")]
    public void What_is_no_matter_of_the_paper_changes_nothing(string message)
    {
        var act = Read(message, Open(NoticeKind.End, null, ("service", "Instagram"), ("endDate", "2027-03-31")));

        Assert.NotEqual("draft:set", act.Route.Name);
        Assert.Empty(act.Fields.Values);
    }

    [Theory]
    [InlineData(NoticeKind.Unblock, "今日はぶち冷えるなあ")]
    [InlineData(NoticeKind.UnblockEnd, "今年はよう雪が降りますねえ")]
    [InlineData(NoticeKind.Change, "うちの若手さん大丈夫かなあ、心配です")]
    [InlineData(NoticeKind.End, "12月はバタバタするねえ")]
    public void A_remark_fills_in_no_field(NoticeKind kind, string message) =>
        Assert.Empty(Read(message, Open(kind, null, ("service", "X"))).Fields.Values);

    [Theory]
    [InlineData(NoticeKind.Start, "アカウント名が間違っていました。正しくは「桃の里ニュース」です", "accountName", "桃の里ニュース")]
    [InlineData(NoticeKind.Start, "アカウント名のTAYORIはひらがなです。正式には「桃の里たより」", "accountName", "桃の里たより")]
    [InlineData(NoticeKind.Start, "開始日は2月1日月曜", "startDate", "2027-02-01")]
    [InlineData(NoticeKind.Start, "所属:河川課　担当者:虫明 はじめ", "person", "虫明 はじめ")]
    [InlineData(NoticeKind.Change, "新担当は片山 剛と難波 りくの二人になりました", "newPerson", "片山 剛、難波 りく")]
    [InlineData(NoticeKind.Start, "アカウント名は はなみずき便り に変更で", "accountName", "はなみずき便り")]
    [InlineData(NoticeKind.Change, "新しい担当は纏 守に替わります", "newPerson", "纏 守")]
    [InlineData(NoticeKind.Change, "前の人は妹尾 ひかるさん", "oldPerson", "妹尾 ひかる")]
    [InlineData(NoticeKind.Change, "担当が松ヶ瀬 亮から栗尾 あやのに代わります", "newPerson", "栗尾 あやの")]
    [InlineData(NoticeKind.End, "課の名前はスポーツ推進課に直してください", "section", "スポーツ推進課")]
    public void A_value_is_read_however_its_field_is_named(NoticeKind kind, string message, string field, string value) =>
        Assert.Equal(value, Read(message, Open(kind, null, ("service", "X"))).Fields.Values.GetValueOrDefault(field));

    [Theory]
    [InlineData("会議なので保存だけしておきます", "draft:save")]
    [InlineData("あの公園には花壇がありましたよね。行きたいなあ", "talk:other")]
    public void What_names_no_field_changes_none(string message, string route)
    {
        var act = Read(message, Open(NoticeKind.Change, null, ("service", "X"), ("newPerson", "片山 剛")));

        Assert.Equal((route, 0), (act.Route.Name, act.Fields.Values.Count));
    }

    [Theory]
    [InlineData("隣の課が春からTikTok始めるらしいですわ")]
    [InlineData("図書館がインスタをやめるみたいですね")]
    public void What_one_has_heard_begins_no_paper(string message) =>
        Assert.False(Read(message, Situation.Empty).Route.Name.StartsWith("notice:", StringComparison.Ordinal));

    [Theory]
    [InlineData("1月からTikTok開始、目的は水防の周知、河川課の大野です", "河川課")]
    [InlineData("来月1日からXを始めます。目的は選挙啓発、選管事務局の大野", "選管事務局")]
    public void Who_writes_behind_an_aim_is_no_part_of_it(string message, string section) =>
        Assert.Equal(section, Read(message, Situation.Empty).Slots["section"]);

    [Theory]
    [InlineData("なりすましだったら？", "5-2-イ")]
    [InlineData("様式3の方の期限は", "6-2-ウ")]
    [InlineData("様式2はいつまで？", "6-2-イ")]
    [InlineData("著作権についての条文も見せてください", "3-2")]
    public void A_few_words_are_about_what_they_name(string message, string clause)
    {
        var act = Read(message, Situation.Empty with { Topic = new Topic(ClauseId.Parse("6-1-イ"), "閲覧の廃止届は？") });

        Assert.Equal(clause, act.Clauses[0].Id.ToString());
    }

    [Theory]
    [InlineData("いや、3月末は早いか。5月31日にしてくれ")]
    [InlineData("4月末だと遅いかな。5月31日に変更して")]
    public void The_day_that_something_is_to_be_done_with_counts(string message) =>
        Assert.Equal("2027-05-31", Read(message, Open(NoticeKind.End, null, ("endDate", "2027-03-31"))).Fields.Values["endDate"]);

    [Theory]
    [InlineData("これ、誰に出すんじゃったかな")]
    [InlineData("これ出すの広報だっけ")]
    [InlineData("だれ宛")]
    [InlineData("出し先はどこでしたっけ")]
    public void Where_the_open_paper_goes_is_asked_of_it(string message)
    {
        var act = Read(message, Open(NoticeKind.Unblock, null, ("service", "X")));

        Assert.Equal(("follow:where", "6-1-ア"), (act.Route.Name, act.Clauses[0].Id.ToString()));
    }

    [Theory]
    [InlineData("すみません、8時ではなく9時からでした", "2026-11-29T21:00")]
    [InlineData("時刻は22時半です", "2026-11-29T22:30")]
    [InlineData("ごめんなさい、今朝の6時でした", "2026-11-30T06:00")]
    [InlineData("昨日の夜11時です", "2026-11-29T23:00")]
    [InlineData("昼の11時でした", "2026-11-29T11:00")]
    public void An_hour_corrects_the_time_that_was_told(string message, string since)
    {
        var act = Read(message, Situation.Empty with { IncidentForm = new("flaming", new DateTime(2026, 11, 29, 20, 0, 0)) });

        Assert.Equal(since, act.Slots["occurredAt"]);
    }

    [Theory]
    [InlineData("訓練です。Facebookの「おかやま給食だより」で炎上が起きた想定でチェックリストを始めたいです", "incident:flaming")]
    [InlineData("うちのYouTubeの動画に批判が何百件も殺到してます！！", "incident:flaming")]
    [InlineData("となり町の公式Xが炎上しとるらしいな", "talk:other")]
    [InlineData("担当者変更の届は何号様式でしたか？", "answer")]
    [InlineData("職員の心構えみたいなものはありますか", "answer")]
    public void A_word_within_another_or_beside_another_is_not_taken_for_it(string message, string route) =>
        Assert.Equal(route, Read(message, Situation.Empty).Route.Name);

    [Fact]
    public void A_quotation_behind_a_check_is_the_next_post()
    {
        var act = Read("じゃあこっちは？「本日も晴天、園内の紅葉が見頃です」", Situation.Empty with { Post = PostTalk.Checked });

        Assert.Equal((Route.DraftCheck, "本日も晴天、園内の紅葉が見頃です"), (act.Route, act.Text));
    }

    [Theory]
    [InlineData("著作権に気をつけるのってどの項目？", "3-2")]
    [InlineData("それって何条？", "6-2-ア")]
    public void A_question_for_a_clause_with_a_subject_of_its_own_leaves_the_topic(string message, string clause)
    {
        var act = Read(message, Situation.Empty with { Topic = new Topic(ClauseId.Parse("6-2-ア"), "始めるときの届は？") });

        Assert.Equal(clause, act.Clauses[0].Id.ToString());
    }

    [Theory]
    [InlineData("替わったあとに出すんじゃ遅いですか")]
    [InlineData("代わってからでもいいんでしょうか")]
    public void Whether_it_is_in_time_then_is_a_side_of_the_procedure(string message)
    {
        var act = Read(message, Situation.Empty with { Topic = new Topic(ClauseId.Parse("6-2-イ"), "担当が代わるときは？", "change") });

        Assert.Equal(("follow:when", "6-2-イ"), (act.Route.Name, act.Clauses[0].Id.ToString()));
    }

    [Theory]
    [InlineData("これで提出してください", "draft:submit")]
    [InlineData("いったんほぞんして", "draft:save")]
    [InlineData("今どこまで入ってますか", "draft:show")]
    [InlineData("ちょっと会議なのであとで", "draft:save")]
    [InlineData("やっぱり届出やめます", "draft:discard")]
    [InlineData("1月6日か8日か、まだ決めかねています", "draft:ask")]
    [InlineData("2月30日から", "draft:ask")]
    public void What_is_to_become_of_the_paper_is_understood(string message, string route) =>
        Assert.Equal(route, Read(message, Open(NoticeKind.Start, null, ("service", "X"))).Route.Name);

    [Theory]
    [InlineData("その次は？", "4-6")]
    [InlineData("一つ前に戻って", "4-4")]
    public void A_clause_is_told_by_its_place(string message, string clause)
    {
        var act = Read(message, Situation.Empty with { Topic = new Topic(ClauseId.Parse("4-5"), "パスワードの決まりは？") });

        Assert.Equal(("answer", clause), (act.Route.Name, act.Clauses[0].Id.ToString()));
    }

    /// <summary>The reader puts signs of private use in the place of full names.</summary>
    [Fact]
    public void Such_a_sign_that_somebody_sends_is_no_name() =>
        Assert.DoesNotContain("person", ours.Knowledge.Facts("\ue11fさんが担当します。開始届です", new Route("notice:start"), Today).Keys);

    [Theory]
    [InlineData(PostTalk.Awaited)]
    [InlineData(PostTalk.Checked)]
    public void Trouble_that_is_reported_is_no_post_to_look_over(PostTalk post) =>
        Assert.Equal("incident:flaming", Read("うちのXに批判が殺到して炎上しています", Situation.Empty with { Post = post }).Route.Name);

    [Fact]
    public void The_text_that_was_asked_for_is_a_post()
    {
        var act = Read("桃の花が見頃になりました、週末に足をのばしてはいかがでしょう", Situation.Empty with { Post = PostTalk.Awaited });

        Assert.Equal((Route.DraftCheck, "桃の花が見頃になりました、週末に足をのばしてはいかがでしょう"), (act.Route, act.Text));
    }

    [Fact]
    public void A_field_of_the_only_paper_that_was_put_aside_is_set()
    {
        var act = Read(
            "やっぱり担当は山田 花子に直して",
            Situation.Empty with
            {
                Drafts = [new("1", NoticeKind.Start, new Dictionary<string, string>())],
            }
        );

        Assert.Equal(("draft:set", "山田 花子"), (act.Route.Name, act.Fields.Values.GetValueOrDefault("person")));
    }

    [Fact]
    public void A_number_that_no_clause_has_is_said()
    {
        var act = Read("4⑨は？", Situation.Empty);

        Assert.Equal(("answer", "4", "4⑨"), (act.Route.Name, act.Clauses[0].Id.ToString(), act.Text));
    }

    [Fact]
    public void A_question_back_is_answered_by_yes_and_no()
    {
        var asked = Situation.Empty with
        {
            AskedBack = [new("はい、削除する", new Route("draft:drop")), new("いいえ、続ける", new Route("draft:resume"))],
        };

        Assert.Equal("draft:drop", Read("はい、消してください", asked).Route.Name);
        Assert.Equal("draft:resume", Read("いや、残しておいて", asked).Route.Name);
    }

    private Act Read(string message, Situation situation) => ours.Knowledge.Read(message, situation, Today);

    private static Situation Open(NoticeKind kind, string? asked, params (string Field, string Value)[] fields) =>
        Situation.Empty with
        {
            Drafts = [new("1", kind, fields.ToDictionary(one => one.Field, one => one.Value))],
            Draft = new OpenPaper(kind, fields.ToDictionary(one => one.Field, one => one.Value), asked) { Id = "1" },
        };

    public sealed class Ours
    {
        internal KnowledgeBase Knowledge { get; } = KnowledgeBase.Load(KnowledgeCopy.Ours);
    }
}
