using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Understanding;

/// <summary>A few words behind the steps that were shown, or behind the clause that they are about.</summary>
public sealed class SideOfProcedureTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.Load(KnowledgeCopy.Ours);

    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("start", "提出先は？", "follow:where", "6-2-ア")]
    [InlineData("start", "何番のやつ", "follow:form", "6-2-ア")]
    [InlineData("change", "何ていう用紙ですか", "follow:form", "6-2-イ")]
    [InlineData("change", "替わってからでも間に合う？", "follow:when", "6-2-イ")]
    [InlineData("end", "前ですか、あとですか", "follow:when", "6-2-ウ")]
    [InlineData("end", "どなた宛てでしょう", "follow:who", "6-2-ウ")]
    [InlineData("unblock", "どこの課に言うの", "follow:where", "6-1-ア")]
    [InlineData("share", "誰がするん", "follow:who", "6-2-エ")]
    public void One_side_is_told_of_the_steps_shown(string procedure, string message, string route, string clause)
    {
        var act = Knowledge.Read(message, After(procedure), Today);

        Assert.Equal((route, clause), (act.Route.Name, act.Clauses[0].Id.ToString()));
    }

    [Theory]
    [InlineData("6-2-エ", "どなたがするんですか", "follow:who")]
    [InlineData("6-2-ア", "様式どれ", "follow:form")]
    public void So_it_is_behind_the_clause_that_they_are_about(string clause, string message, string route)
    {
        var act = Knowledge.Read(message, new Situation { Topic = new Topic(ClauseId.Parse(clause), "届の写し") }, Today);

        Assert.Equal((route, clause), (act.Route.Name, act.Clauses[0].Id.ToString()));
    }

    [Theory]
    [InlineData("change", "ほかにすることある？")]
    public void What_comes_next_shows_the_steps_again(string procedure, string message) =>
        Assert.Equal($"procedure:{procedure}", Knowledge.Read(message, After(procedure), Today).Route.Name);

    [Theory]
    [InlineData("unblock", "いらなくなったら？")]
    public void To_give_back_the_view_is_a_step_of_getting_it(string procedure, string message) =>
        Assert.Equal("6-1-イ", Knowledge.Read(message, After(procedure), Today).Clauses[0].Id.ToString());

    [Theory]
    [InlineData("変更届も同じ？")]
    [InlineData("様式3の分もですか")]
    public void What_is_done_with_a_copy_is_the_same_for_every_paper(string message) =>
        Assert.Equal("6-2-エ", Knowledge.Read(message, After("share"), Today).Clauses[0].Id.ToString());

    [Theory]
    [InlineData("start", "じゃあやめるときは？", "procedure:end")]
    [InlineData("start", "ありがとう", "talk:thanks")]
    public void Another_matter_is_another_matter(string procedure, string message, string route) =>
        Assert.Equal(route, Knowledge.Read(message, After(procedure), Today).Route.Name);

    private static Situation After(string procedure) =>
        new() { Topic = new Topic(Knowledge.ProcedureOf(procedure)!.Main, "手順を教えて", procedure) };
}
