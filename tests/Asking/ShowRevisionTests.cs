using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Tests.Asking;

/// <summary>A new text of the guideline is put beside the old one; it counts from its day on.</summary>
[Slow]
public sealed class ShowRevisionTests
{
    private readonly JapaneseClock clock = new(new DateTimeOffset(2027, 3, 31, 23, 59, 0, TimeSpan.FromHours(9)));

    [Fact]
    public async Task Answers_name_the_revision_in_force_on_the_day()
    {
        var folder = Revised();
        await using var bot = await StartAsync(folder);

        Assert.Contains(
            "出典: 岡山市ソーシャルメディアの運用に関するガイドライン（令和5年4月改訂）4⑤",
            await AskAsync(bot),
            StringComparison.Ordinal
        );
        clock.Advance(TimeSpan.FromMinutes(2));
        bot.Services.GetRequiredService<LiveKnowledge>().Refresh();
        var answer = await AskAsync(bot);
        Assert.Contains("（令和9年4月改訂）4⑤", answer, StringComparison.Ordinal);
        Assert.Contains("90日ごとに変更", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_shows_what_will_change_and_to_reviewers_what_points_at_it()
    {
        await using var bot = await StartAsync(Revised());

        var card = (await bot.SayAsync("改訂内容")).Card();
        Assert.Contains("令和9年4月1日から　令和5年4月改訂から令和9年4月改訂へ", card.Words(), StringComparison.Ordinal);
        Assert.Contains("変更　4⑤", card.Words(), StringComparison.Ordinal);
        Assert.Contains("90日ごとに変更", card.Words(), StringComparison.Ordinal);
        Assert.Contains("確かめるもの：", card.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "確かめるもの：",
            (await bot.SayAsync("改訂内容", "sato", "a:sato")).Card().Words(),
            StringComparison.Ordinal
        );
        foreach (var odd in (JsonObject[])[new() { ["revision"] = -3, ["number"] = 99 }, new() { ["revision"] = 99, ["number"] = -1 }])
            Assert.Contains("変更　4⑤", (await bot.PressAsync(RevisionCard.PageVerb, odd)).Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_another_text_it_says_which_one_is_in_force()
    {
        await using var bot = await StartAsync(KnowledgeCopy.Whole());

        Assert.Equal(
            "比べられる前の本文はありません。今のガイドラインは令和5年4月改訂です。",
            (await bot.SayAsync("改訂内容"))["text"]!.ToString()
        );
    }

    [Fact]
    public void A_pointer_that_will_break_is_told_before_the_day()
    {
        var folder = Revised(
            text =>
                text.Replace(
                    "- ・URL短縮サービスは、他の利用者に不安を与える恐れがあることに留意しなければならない。\n",
                    "",
                    StringComparison.Ordinal
                ),
            "2999-04-01"
        );

        Assert.Contains(
            KnowledgeBase.Check(folder),
            finding => finding.IsError && finding.Message == "条項 5-1-d はガイドラインにありません。（2999-04-01 から）"
        );
    }

    private static string Revised(Func<string, string>? change = null, string from = "2027-04-01")
    {
        var folder = KnowledgeCopy.Whole();
        var text = File.ReadAllText(Path.Combine(folder, "guidelines", "guideline.txt"))
            .Replace("(令和5年4月改訂)", "(令和5年4月改訂)\n\n(令和9年4月改訂)", StringComparison.Ordinal)
            .Replace("定期的に変更することとする", "90日ごとに変更することとする", StringComparison.Ordinal);
        KnowledgeCopy.Write(folder, $"guidelines/guideline@{from}.txt", change?.Invoke(text) ?? text);
        return folder;
    }

    private Task<BotHost> StartAsync(string folder) =>
        BotHost.StartAsync(
            settings: new() { ["Knowledge:Path"] = folder },
            services: collection => collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
        );

    private static async Task<string> AskAsync(BotHost bot) =>
        (await bot.SayAsync("パスワードってどれくらいの頻度で変えるの？")).Card().Words();
}
