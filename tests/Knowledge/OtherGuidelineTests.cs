using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Tests.Knowledge.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Knowledge;

/// <summary>A further guideline is dropped into the folder; nobody has written example questions for it.</summary>
[Slow]
public sealed class OtherGuidelineTests
{
    private const string Question = "利用者の読書の記録は発信を控える？";

    [Fact]
    public void A_dropped_in_guideline_is_searchable_at_once()
    {
        var folder = KnowledgeCopy.Whole();
        var live = new LiveKnowledge(folder);
        Assert.DoesNotContain(live.Current.Search(Question).Clauses, clause => clause.Id.Guideline == "library");

        Add(folder);
        live.Refresh();

        var found = live.Current.Search(Question);
        Assert.NotEqual(Route.None, found.Route);
        Assert.EndsWith("利用者の読書の記録", live.Current.Find(found.Clauses[0].Id)!.Text, StringComparison.Ordinal);
        var guideline = live.Current.GuidelineOf(found.Clauses[0].Id)!;
        Assert.Equal(("青崎市立図書館ＳＮＳ運用の手引", "令和６年１０月１日一部改正"), (guideline.Name, guideline.Revision));
    }

    [Theory]
    [InlineData("有給休暇の申請方法は？")]
    [InlineData("明日の天気は？")]
    [InlineData("図書館の駐車場は何時まで？")]
    public void It_does_not_answer_what_neither_guideline_says(string question)
    {
        var folder = KnowledgeCopy.Whole();
        Add(folder);

        Assert.Equal(Route.None, KnowledgeBase.Load(folder).Search(question).Route);
    }

    [Fact]
    public void The_citys_own_clauses_are_found_as_before()
    {
        var folder = KnowledgeCopy.Whole();
        Add(folder);

        Assert.Equal("5-1-d", KnowledgeBase.Load(folder).Search("URL短縮サービスを使ってもいい？").Clauses[0].Id.ToString());
    }

    [Fact]
    public async Task The_bot_quotes_it_under_its_own_name_and_revision()
    {
        var folder = KnowledgeCopy.Whole();
        await using var bot = await BotHost.StartAsync(settings: new() { ["Knowledge:Path"] = folder });
        await bot.SayAsync("ヘルプ");
        Add(folder);
        bot.Services.GetRequiredService<LiveKnowledge>().Refresh();

        var message = await bot.SayAsync(Question);
        var card = message.Card();
        if (
            card.Actions()
                .FirstOrDefault(action =>
                    action["data"]?["clause"]?.ToString().StartsWith("library:", StringComparison.Ordinal) == true
                    && !card.Words().Contains("出典", StringComparison.Ordinal)
                ) is
            { } candidate
        )
            card = (await bot.PressAsync(card, candidate["title"]!.ToString())).Card();

        Assert.Contains("利用者の読書の記録", card.Words(), StringComparison.Ordinal);
        Assert.Contains("出典: 青崎市立図書館ＳＮＳ運用の手引（令和６年１０月１日一部改正）", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contents_offer_both_guidelines()
    {
        var folder = KnowledgeCopy.Small();
        Add(folder);
        await using var bot = await BotHost.StartAsync(settings: new() { ["Knowledge:Path"] = folder });
        KnowledgeCopy.Write(folder, "intents/commands.md", "## command:contents\n\n- 目次\n");
        bot.Services.GetRequiredService<LiveKnowledge>().Refresh();

        var contents = (await bot.SayAsync("目次")).Card();
        var library = (await bot.PressAsync(contents, "青崎市立図書館ＳＮＳ運用の手引（令和６年１０月１日一部改正） を開く")).Card();

        Assert.Contains("岡山市ソーシャルメディアの運用に関するガイドライン（令和5年4月改訂）", contents.Words(), StringComparison.Ordinal);
        Assert.Contains("２　発信の手順", library.Words(), StringComparison.Ordinal);
    }

    private static void Add(string folder) => File.Copy(Samples.Library, Path.Combine(folder, "guidelines", "library.txt"));
}
