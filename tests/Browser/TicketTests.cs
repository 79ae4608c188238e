using System.Text.Json.Nodes;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Browser;

/// <summary>A question goes to 広報広聴課 and its answer comes back, in a real browser: 佐藤 花子 asks in the group chat, the person at the page answers.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class TicketTests
{
    private const string Bot = "ガイドラインボット";
    private const string Group = "19:group-chat@thread.v2";
    private const string Question = "市バスのラッピング広告の締切は？";

    [BrowserFact]
    public async Task Two_people_ask_answer_ask_on_and_make_the_answer_known()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        var sato = PlaygroundPerson.Sato(bot, http);
        await page.CardAsync("ガイドラインボットです");
        await page.SayAsync("ここに届ける");
        await page.GoToAsync("広報担当グループ");
        await page.SayAsync(Question, mention: Bot);
        await page.CardAsync("該当する定めは見つかりませんでした");

        await sato.PressAsync(
            Group,
            "",
            "ask.escalate.send",
            new JsonObject { ["question"] = Question, ["note"] = "来月号に載せたいです。" }
        );
        await page.GoToAsync("Personal Chat");
        var card = await page.CardAsync("状態　未対応", "佐藤 花子");
        await page.ShootAsync("60-ticket");
        await PlaygroundPage.PressAsync(card, "担当する");
        card = await page.CardAsync("状態　対応中（山田 太郎さん）");
        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "回答を書く");
        var form = await page.CardAsync("回答を書く", "回答");
        await page.ShootAsync("61-ticket-form");
        await PlaygroundPage.FillAsync(form, "回答", "広告の担当課と広報広聴課の両方に、事前に御相談ください。");
        await PlaygroundPage.PressAsync(form, "回答を送る");
        card = await page.CardAsync("状態　回答済", "広報広聴課の回答");
        await page.ShootAsync("62-ticket-answered");

        await page.GoToAsync("広報担当グループ");
        await page.CardAsync("広報広聴課から回答がありました。", "両方に、事前に御相談ください。");
        await page.ShootAsync("63-ticket-answer-at-the-asker");
        await sato.PressAsync(
            Group,
            "",
            "ticket.follow",
            new JsonObject { ["ticket"] = await TicketAsync(bot), ["text"] = "何日前までですか？" }
        );

        await page.GoToAsync("Personal Chat");
        card = await page.CardAsync("追加の質問", "何日前までですか？");
        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "回答を書く");
        form = await page.CardAsync("回答を書く", "回答");
        await PlaygroundPage.FillAsync(form, "回答", "広告の担当課と広報広聴課の両方に、前月の10日までに御相談ください。");
        await PlaygroundPage.PressAsync(form, "回答を送る");
        card = await page.CardAsync("状態　回答済", "前月の10日までに");
        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "知識に加える");
        form = await page.CardAsync("知識に加える", "お名前や個人情報は消してください。");
        await page.ShootAsync("64-ticket-teach");
        await PlaygroundPage.PressAsync(form, "加える");
        await page.CardAsync("知識に加えました。今から答えに使います。");

        await page.SayAsync(Question);
        await page.CardAsync("出典: 広報広聴課の回答", "前月の10日までに");
        await page.ShootAsync("65-own-answer");
        await sato.PressAsync(Group, "", "ticket.close", new JsonObject { ["ticket"] = await TicketAsync(bot) });
        await PlaygroundPerson.DrawnAsync(bot);
        await page.SayAsync("質問一覧");
        await page.CardAsync("未回答の質問はありません。");
    }

    private static async Task<string> TicketAsync(BotProcess bot)
    {
        await using var database = PlaygroundPerson.Open(bot);
        return (await database.Tickets.SingleAsync()).Id.ToString();
    }
}
