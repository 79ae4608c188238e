using System.Text.Json.Nodes;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Asking;

public sealed class EscalationTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task What_the_guideline_does_not_answer_is_said_to_be_missing()
    {
        var message = await bot.SayAsync(asking.UnansweredQuestion);

        Assert.StartsWith("ガイドラインに該当する定めは見つかりませんでした。", message["summary"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("ガイドラインに該当する定めは見つかりませんでした", message.Card().Words(), StringComparison.Ordinal);
        Assert.Null(message["entities"]);
    }

    [Fact]
    public async Task An_empty_question_keeps_what_was_entered_and_says_what_to_do()
    {
        var answer = (
            await bot.PressAsync(await FormAsync(), "送信", new JsonObject { ["question"] = "　", ["note"] = "来週までに知りたいです。" })
        ).Card();

        Assert.Contains("ご確認ください：質問が空です。知りたいことを一文でお書きください。", answer.Words(), StringComparison.Ordinal);
        Assert.Equal("来週までに知りたいです。", answer.Input("note")["value"]!.ToString());
    }

    [Fact]
    public async Task Inputs_that_a_client_leaves_out_count_as_empty()
    {
        var answer = (await bot.PressAsync(await FormAsync(), "送信")).Card();

        Assert.Contains("質問が空です。", answer.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1001, 0, "質問が1001文字あります。1000文字以内に短くしてください。")]
    [InlineData(10, 501, "補足が501文字あります。500文字以内に短くしてください。")]
    public async Task What_is_too_long_is_refused_with_its_length(int question, int note, string sentence)
    {
        var inputs = new JsonObject { ["question"] = new string('あ', question), ["note"] = new string('い', note) };

        Assert.Contains(sentence, (await bot.PressAsync(await FormAsync(), "送信", inputs)).Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_sent_gets_a_number_and_a_reviewer_sees_it_under_that_number()
    {
        const string question = "課の公式アカウントで市長の動画を引用するときの注意は？";
        var sent = (
            await bot.PressAsync(await FormAsync("sato"), "送信", new JsonObject { ["question"] = question, ["note"] = "X です。" }, "sato")
        ).Card();

        Assert.Contains("質問を受け付けました", sent.Words(), StringComparison.Ordinal);
        var number = sent.Words().Split('\n').Single(line => line.StartsWith("受付番号　Q-", StringComparison.Ordinal))[
            "受付番号　".Length..
        ];
        Assert.Matches("^Q-[0-9A-F]{8}$", number);

        var seen = await WholeListAsync();
        Assert.Contains($"{number}　sato", seen, StringComparison.Ordinal);
        Assert.Contains(question, seen, StringComparison.Ordinal);
        Assert.Contains("X です。", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_sent_twice_by_an_impatient_press_is_one_ticket()
    {
        const string question = "二度押しの質問です。";
        var press = bot.Press((await FormAsync()).Button("送信"), inputs: new JsonObject { ["question"] = question });
        using var first = await bot.PostAsync(press);
        press["id"] = "sent-again";
        using var again = await bot.PostAsync(press);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await using var database = asking.Open();
        Assert.Equal(1, await database.Tickets.CountAsync(ticket => ticket.Question == question));
    }

    [Fact]
    public async Task Leaving_the_form_sends_nothing()
    {
        await using var database = asking.Open();
        var before = await database.Tickets.CountAsync();

        var left = await bot.PressAsync(await FormAsync(), "やめる");

        Assert.Contains("ガイドラインに該当する定めは見つかりませんでした", left.Card().Words(), StringComparison.Ordinal);
        Assert.Equal(before, await database.Tickets.CountAsync());
    }

    [Fact]
    public async Task A_plain_member_of_staff_does_not_see_the_list() =>
        Assert.Equal("この操作は、広報広聴課の担当者だけが行えます。", (await bot.SayAsync("質問一覧", "sato"))["text"]!.ToString());

    [Fact]
    public async Task A_forged_press_does_not_show_the_list_either()
    {
        using var response = await bot.PostAsync(bot.Press(AskingBot.Forged("tickets.page", new JsonObject { ["number"] = 0 }), "sato"));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("application/vnd.microsoft.activity.message", answer["type"]!.ToString());
        Assert.Equal("この操作は、広報広聴課の担当者だけが行えます。", answer["value"]!.ToString());
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task A_page_that_does_not_exist_shows_the_nearest(int number)
    {
        using var response = await bot.PostAsync(bot.Press(AskingBot.Forged("tickets.page", new JsonObject { ["number"] = number })));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        Assert.Contains("職員からの質問", answer.Card().Words(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> FormAsync(string person = "yamada") =>
        (
            await bot.PressAsync((await bot.SayAsync(asking.UnansweredQuestion, person)).Card(), "広報広聴課に質問する", person: person)
        ).Card();

    /// <summary>All pages, as a reviewer leafs through them.</summary>
    private async Task<string> WholeListAsync()
    {
        var page = (await bot.SayAsync("質問一覧")).Card();
        var words = page.Words();
        while (page.Titles().FirstOrDefault(title => title.StartsWith("次へ", StringComparison.Ordinal)) is { } next)
        {
            page = (await bot.PressAsync(page, next)).Card();
            words += "\n" + page.Words();
        }
        return words;
    }
}
