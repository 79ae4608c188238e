using System.Text.Json.Nodes;
using GuidelineBot.Tests.Delivery;

namespace GuidelineBot.Tests.Notices;

/// <summary>What people read of a delivery is what will happen.</summary>
public sealed class ToldTrulyTests
{
    [Theory]
    [InlineData(false, false, "届け先の設定がまだないため、市長公室広報広聴課長には自動では届きません。")]
    [InlineData(true, false, "市長公室広報広聴課長に、Teamsで届けます。")]
    [InlineData(false, true, "市長公室広報広聴課長に、メールで届けます。")]
    [InlineData(true, true, "市長公室広報広聴課長に、Teamsとメールで届けます。")]
    public async Task A_submitted_notice_says_where_it_goes(bool isChat, bool isMail, string told)
    {
        await using var bot = await StartAsync(isMail ? "koho@example.jp" : null);
        if (isChat)
            await bot.SayAsync("ここに届ける", conversation: "19:koho@thread.v2");
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", "sato")).Card();
        var confirm = await bot.FillAsync(form, "sato", []);

        var submitted = (await bot.PressAsync(confirm, "提出する", person: "sato"))["value"]!;

        Assert.Contains(told, submitted.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "広報広聴課には自動では届きません。")]
    [InlineData(true, "広報広聴課からの連絡をお待ちください。")]
    public async Task A_question_to_the_office_says_whether_it_gets_there(bool isChat, string told)
    {
        await using var bot = await StartAsync(null);
        if (isChat)
            await bot.SayAsync("ここに届ける", conversation: "19:koho@thread.v2");
        var none = (await bot.SayAsync("市バスのラッピング広告の締切は？", "sato")).Card();
        var form = (await bot.PressAsync(none, "広報広聴課に質問する", person: "sato"))["value"]!;

        var sent = (await bot.PressAsync(form, "送信", new JsonObject { ["question"] = "締切は？" }, "sato"))["value"]!;

        Assert.Contains(told, sent.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_delivered_comes_to_the_submitters_notice()
    {
        await using var bot = await StartAsync("not an address");
        await Filed.EndAsync(bot, "sato", "a:sato");
        await bot.Services.DrainAsync();
        await bot.Services.DrainAsync();

        var told = bot.Teams.Calls.Last(call => call.Conversation == "a:sato").Body!.Card().Words();
        Assert.Contains("市長公室広報広聴課長へのメールが届きませんでした。", told, StringComparison.Ordinal);
        Assert.Contains("終了 第1号", told, StringComparison.Ordinal);
    }

    private static Task<BotHost> StartAsync(string? address) =>
        BotHost.StartAsync(
            settings: address is null
                ? []
                : new()
                {
                    ["Recipients:PublicRelations:0"] = address,
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = "9",
                },
            services: BotHost.WithoutJobs
        );
}
