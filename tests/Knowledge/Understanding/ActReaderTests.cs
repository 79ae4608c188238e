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
    [InlineData("これで提出してください", "draft:submit")]
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
