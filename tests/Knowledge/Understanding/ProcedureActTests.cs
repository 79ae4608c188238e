using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Understanding;

/// <summary>Whether a message asks for a whole procedure, for one side of it, or wishes to file.</summary>
public sealed class ProcedureActTests(ActReaderTests.Ours ours) : IClassFixture<ActReaderTests.Ours>
{
    [Theory]
    [InlineData("インスタ始めたいんだけど何すればいい？", "procedure:start")]
    [InlineData("新しいXを立ち上げるまでの段取りを教えていただけますか。", "procedure:start")]
    [InlineData("お疲れさまです。LINE公式を開設する流れ", "procedure:start")]
    [InlineData("担当が変わるときって何すればいいの", "procedure:change")]
    [InlineData("SNS担当の引き継ぎの手順", "procedure:change")]
    [InlineData("やめるときの流れ", "procedure:end")]
    [InlineData("公式フェイスブックを閉じたい、どうすりゃええん", "procedure:end")]
    [InlineData("職場でインスタを見られるようにする手順は？", "procedure:unblock")]
    public void All_that_is_to_be_done_is_a_procedure(string message, string route) =>
        Assert.Equal(route, Read(message, Situation.Empty).Route.Name);

    [Theory]
    [InlineData("開始届はいつまでに出す？")]
    [InlineData("終了届の提出先は？")]
    [InlineData("様式2は何に使う紙？")]
    [InlineData("パスワードはいつ変えればいい？")]
    [InlineData("運用ポリシーには何を書けばいい？")]
    [InlineData("来月からXを使うことになりました。運用ポリシーには何を書けばよいでしょうか。")]
    public void One_detail_is_a_clause(string message) => Assert.Equal("answer", Read(message, Situation.Empty).Route.Name);

    [Theory]
    [InlineData("開始届を出したい", "notice:start")]
    [InlineData("来月からインスタ始めます、担当は岡本健です", "notice:start")]
    [InlineData("Xの担当が林から森に代わったので変更届を作りたい", "notice:change")]
    [InlineData("フェイスブックをやめるので終了届をお願いします", "notice:end")]
    public void A_wish_to_file_opens_the_paper(string message, string route) =>
        Assert.Equal(route, Read(message, Situation.Empty).Route.Name);

    [Theory]
    [InlineData("避難所を開設するときの手順を教えて")]
    [InlineData("旅費を精算する流れは？")]
    [InlineData("転入届の手続きを教えてください")]
    [InlineData("SNSの手続きを全部見せて")]
    [InlineData("炎上したときの対応の流れ")]
    [InlineData("乗っ取られたらまず何をする？")]
    public void The_steps_of_something_else_or_of_no_occasion_are_no_procedure(string message) =>
        Assert.DoesNotContain("procedure:", Read(message, Situation.Empty).Route.Name, StringComparison.Ordinal);

    [Fact]
    public void Beside_an_open_paper_it_is_answered_and_writes_nothing()
    {
        var paper = new OpenPaper(NoticeKind.Start, new Dictionary<string, string> { ["service"] = "X" }, "startDate");

        var act = Read("アカウントをやめるときの手順も知りたいです", Situation.Empty with { Draft = paper });

        Assert.Equal("procedure:end", act.Route.Name);
        Assert.Empty(act.Fields.Values);
    }

    [Theory]
    [InlineData("じゃあやめるときは？", "procedure:end")]
    [InlineData("担当が替わる場合は？", "procedure:change")]
    public void After_a_procedure_another_occasion_is_the_next(string message, string route) =>
        Assert.Equal(route, Read(message, After("start")).Route.Name);

    [Fact]
    public void After_the_clause_of_one_occasion_too() =>
        Assert.Equal(
            "procedure:end",
            Read(
                "じゃあやめるときは？",
                Situation.Empty with
                {
                    Topic = new Topic(ClauseId.Parse("6-2-ア"), "開始届はいつまで？"),
                }
            ).Route.Name
        );

    [Theory]
    [InlineData("公式ウェブサイトのページを新しく作るときの操作の手順")]
    public void A_website_is_no_account(string message) =>
        Assert.DoesNotContain("procedure:", Read(message, Situation.Empty).Route.Name, StringComparison.Ordinal);

    [Theory]
    [InlineData("じゃあやめるときは？")]
    [InlineData("終了届はいつまで？")]
    public void A_detail_or_the_same_occasion_is_not(string message) =>
        Assert.DoesNotContain("procedure:", Read(message, After("end")).Route.Name, StringComparison.Ordinal);

    [Fact]
    public void The_main_clause_is_told_first_and_those_of_the_steps_follow()
    {
        var act = Read("インスタを始めるときの手順", Situation.Empty);

        Assert.Equal("6-2-ア", act.Clauses[0].Id.ToString());
        Assert.Subset(act.Clauses.Select(clause => clause.Id.ToString()).ToHashSet(), new HashSet<string> { "6-1-ア", "4-1", "4-2" });
        Assert.Equal(act.Clauses.OrderByDescending(clause => clause.Score), act.Clauses);
    }

    private static Situation After(string procedure) =>
        Situation.Empty with
        {
            Topic = new Topic(ClauseId.Parse("6-2-ア"), "SNSを始めるときの手順は？", procedure),
        };

    private Act Read(string message, Situation situation) => ours.Knowledge.Read(message, situation, new(2026, 11, 30));
}
