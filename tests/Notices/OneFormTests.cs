using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Notices;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>One live form a draft: what is newer stays, whatever older card is pressed.</summary>
public sealed class OneFormTests
{
    private const string Chat = "a:personal";
    private const string Person = "sato";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_older_form_never_overwrites_a_newer_value_and_says_so(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await using var other = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        var form = (await one.SayAsync("月末で観光課のXをやめるので終了届を出したい、担当は岡本健", Person)).Card();
        await one.SayAsync("担当は藤原みのりです", Person);

        // Untouched: what the form showed is not what is meant now.
        var untouched = (await other.PressAsync(form, "一時保存", Filling.Untouched(form), Person))["value"]!;
        Assert.DoesNotContain("書き込んでいません", untouched.Words(), StringComparison.Ordinal);
        Assert.Equal("藤原みのり", (await FieldsAsync(one))["person"]);

        var told = (
            await other.PressAsync(
                form,
                "内容を確認する",
                Filling.Inputs(form, new() { ["f_person"] = "赤木花子", ["f_reason"] = "統合のため" }),
                Person
            )
        )["value"]!;
        Assert.Contains(
            "「利用担当者」は、あとから「藤原みのり」に変わっています。この画面の「赤木花子」は書き込んでいません。",
            told.Words(),
            StringComparison.Ordinal
        );
        Assert.Equal("藤原みのり", told.Input("f_person")["value"]!.ToString());
        var fields = await FieldsAsync(one);
        // What nobody else has written since is taken.
        Assert.Equal(("藤原みのり", "統合のため"), (fields["person"], fields["reason"]));

        // The form that says so is the newest, and is taken at its word.
        await other.PressAsync(told, "内容を確認する", Filling.Inputs(told, new() { ["f_person"] = "赤木花子" }), Person);
        Assert.Equal("赤木花子", (await FieldsAsync(one))["person"]);
    }

    [Fact]
    public async Task No_old_card_of_a_long_dialog_changes_what_was_said_last()
    {
        await using var bot = await BotHost.StartAsync();
        var cards = new List<JsonNode> { (await bot.SayAsync("月末で観光課のXをやめるので終了届を出したい", Person)).Card() };
        foreach (
            var said in new[]
            {
                "担当は藤原みのりです",
                "やっぱり15日で",
                "担当は岡本健です",
                "所属は広報課です",
                "担当は赤木花子です",
                "アカウント名は花だよりです",
            }
        )
            if ((await bot.SayAsync(said, Person)) is { } message && message["attachments"] is JsonArray { Count: > 0 })
                cards.Add(message.Card());
        var last = await FieldsAsync(bot);
        Assert.Equal(("赤木花子", "広報課", "花だより"), (last["person"], last["section"], last["accountName"]));

        foreach (var card in cards.Where(card => card.Presses().Contains("一時保存")))
        foreach (var title in new[] { "一時保存", "内容を確認する", "ひとつずつ答える" }.Intersect(card.Presses()))
            await bot.PressAsync(card, title, Filling.Untouched(card), Person);

        Assert.Equal(last.OrderBy(field => field.Key), (await FieldsAsync(bot)).OrderBy(field => field.Key));
    }

    [Fact]
    public async Task A_newer_form_closes_the_cards_of_older_ones()
    {
        await using var bot = await BotHost.StartAsync();
        var first = bot.Teams.IdOf(await bot.SayAsync("月末で観光課のXをやめるので終了届を出したい", Person));
        var second = bot.Teams.IdOf(await bot.SayAsync("担当は藤原みのりです", Person));
        await DrawnAsync(bot);

        Assert.Equal(["再開"], Seen(bot, first).Presses());
        Assert.Contains("内容を確認する", Seen(bot, second).Presses());

        // What is written on a form that is opened again closes the other.
        await bot.PressOnAsync(Chat, first, "再開", person: Person);
        await bot.PressOnAsync(
            Chat,
            first,
            "内容を確認する",
            Filling.Inputs(Seen(bot, first), new() { ["f_accountName"] = "花だより", ["f_url"] = "" }),
            Person
        );
        await DrawnAsync(bot);
        Assert.Equal(["再開"], Seen(bot, second).Presses());
        Assert.Contains("提出する", Seen(bot, first).Presses());

        await bot.PressOnAsync(Chat, first, "提出する", person: Person);
        await DrawnAsync(bot);
        bot.Teams.Reload();
        Assert.Contains("提出されたか、削除されています", Seen(bot, second).Words(), StringComparison.Ordinal);
        Assert.Contains("状態　提出済", Seen(bot, first).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named_in_one_sentence_and_marked_where_it_is()
    {
        await using var bot = await BotHost.StartAsync();
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", Person)).Card();
        Assert.Matches("入力済み：必須[0-9]+項目中4項目", form.Words());
        var values = new Dictionary<string, string>
        {
            ["f_accountName"] = "おかやま桃だより",
            ["f_url"] = "https://www.tiktok.com/@okayama_momo",
            ["f_purpose"] = "",
            ["f_content"] = "",
        };

        var confirm = await bot.FillAsync(form, Person, values);

        Assert.Contains("「情報発信の目的」「情報発信の内容」を入力してください。", confirm.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("提出する", confirm.Presses());
        // The page of the first fault, not the first page.
        var marked = (await bot.PressAsync(confirm, "直す", person: Person))["value"]!;
        Assert.Contains("2/3", marked.Words(), StringComparison.Ordinal);
        Assert.Contains("「情報発信の目的」「情報発信の内容」を入力してください。", marked.Words(), StringComparison.Ordinal);
        Assert.Equal("● 情報発信の目的（必須・未入力）", marked.Input("f_purpose")["label"]!.ToString());
        Assert.Equal("運用時間", marked.Input("f_hours")["label"]!.ToString());
    }

    private static JsonNode Seen(BotHost bot, string message) => bot.Teams.Seen(Chat, message, $"29:user-{Person}");

    private static async Task DrawnAsync(BotHost bot)
    {
        await using var database = bot.Open();
        bot.Services.GetRequiredService<LiveCards>().Bell.Ring();
        await IncidentBot.DrawnAsync(database);
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(BotHost bot)
    {
        await using var database = bot.Open();
        return (await database.NoticeDrafts.AsNoTracking().SingleAsync()).Fields;
    }
}
