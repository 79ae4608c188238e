using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Browser;

/// <summary>A 炎上 drill in a real browser, from the panicked message to the report: one person at the page, a colleague in the same group chat.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class IncidentTests
{
    private const string Bot = "ガイドラインボット";

    [BrowserFact]
    public async Task A_drill_goes_from_the_message_to_the_report()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        await page.CardAsync("ガイドラインボットです");
        await page.GoToAsync("広報担当グループ");

        await page.SayAsync("投稿が叩かれまくってる どうすれば", mention: Bot);
        var form = await page.CardAsync("チェックリストを始める", "一人で言い返さないでください");
        await page.ShootAsync("30-incident-form");
        await PlaygroundPage.FillAsync(form, "アカウント", "Instagram おかやま花だより");
        await PlaygroundPage.TickAsync(form, "訓練です");
        await PlaygroundPage.PressAsync(form, "始める");
        var card = await page.CardAsync("【訓練】炎上", "12件のうち0件が済みました。");
        await page.ShootAsync("31-incident");

        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "次の手順");
        var step = await page.CardAsync("個人の判断で反論や抗弁をしない", "担当する");
        await PlaygroundPage.PressAsync(step, "担当する");
        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(await page.CardAsync("最新　", "担当：個人の判断で反論や抗弁をしない"), "次の手順");
        step = await page.CardAsync("個人の判断で反論や抗弁をしない", "担当をやめる");
        await page.ShootAsync("32-incident-step");
        await PlaygroundPage.FillAsync(step, "記録（したこと、URL、対象外にする理由など）", "担当の三人に伝えた。");
        await PlaygroundPage.PressAsync(step, "完了");
        await page.CardAsync("【訓練】炎上", "12件のうち1件が済みました。");

        var colleague = await Colleague.OfAsync(bot, http);
        await colleague.ActAsync("capture", "take");
        await page.CardAsync("【訓練】炎上", "記録：佐藤 花子");
        await page.ShootAsync("33-incident-with-a-colleague");

        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(await page.CardAsync("【訓練】炎上"), "体制・共有");
        await PlaygroundPage.PressAsync(await page.CardAsync("体制・共有", "自分の役割"), "統括（所属長）");
        await page.CardAsync("「統括」になりました。");
        await page.ShootAsync("34-incident-team");
        await PlaygroundPage.PressAsync(await page.CardAsync("「統括」になりました。"), "一覧へ戻る");

        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(await page.CardAsync("【訓練】炎上", "統括 山田 太郎"), "状況を報告");
        var status = await page.CardAsync("状況報告", "今の状況");
        await page.ShootAsync("35-incident-status");
        await PlaygroundPage.FillAsync(status, "今の状況", "批判は10分に3件ほど。事実を確認中。");
        await PlaygroundPage.PressAsync(status, "報告する");
        card = await page.CardAsync("最後の状況報告", "批判は10分に3件ほど。");

        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "経過");
        var timeline = await page.CardAsync("経過", "担当：投稿と反応を記録する");
        await PlaygroundPage.FillAsync(timeline, "書き足す", "市民から電話が2件あった。");
        await PlaygroundPage.PressAsync(timeline, "記録する");
        await page.CardAsync("記録しました。", "市民から電話が2件あった。");
        await page.ShootAsync("36-incident-timeline");
        await PlaygroundPage.PressAsync(await page.CardAsync("市民から電話が2件あった。"), "一覧へ戻る");

        foreach (var done in new[] { "capture", "chief", "office", "facts", "notice", "answer", "correct", "replies", "watch" })
            await colleague.ActAsync(done, "done");
        card = await page.CardAsync("【訓練】炎上", "12件のうち10件が済みました。");
        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "終了する");
        var closing = await page.CardAsync("終了する", "報道機関への答えをそろえる");
        await page.ShootAsync("37-incident-closing");
        await PlaygroundPage.FillAsync(closing, "終了する理由（行わなかった手順があれば、その理由も）", "訂正のあと、新しい批判がない。");
        await PlaygroundPage.PressAsync(closing, "終了する");
        card = await page.CardAsync("終了 令和", "振り返り");
        await page.ShootAsync("38-incident-closed");

        await PlaygroundPerson.DrawnAsync(bot);
        await PlaygroundPage.PressAsync(card, "報告書");
        var papers = await page.CardAsync("報告書", "30分");
        await page.ShootAsync("39-incident-report");
        Assert.Equal(
            1,
            await papers
                .GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Word（.docx）" })
                .Or(papers.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Word（.docx）" }))
                .CountAsync()
        );
        await colleague.KeepReportAsync();

        await page.SayAsync("チェックリスト", mention: Bot);
        await page.CardAsync("チェックリスト", "すべてのチェックリスト");
        await page.ShootAsync("39-incidents");
    }

    /// <summary>佐藤 花子, who presses on the same card in the same chat.</summary>
    private sealed class Colleague(PlaygroundPerson person, HttpClient http, string incident, string conversation, string message)
    {
        public static async Task<Colleague> OfAsync(BotProcess bot, HttpClient http)
        {
            await using var database = PlaygroundPerson.Open(bot);
            var card = await database.LiveCards.FirstAsync(card => card.Topic == "incident");
            return new Colleague(PlaygroundPerson.Sato(bot, http), http, card.About, card.Conversation, card.Activity);
        }

        public Task<JsonNode> ActAsync(string step, string does) =>
            person.PressAsync(
                conversation,
                message,
                "incident.act",
                new JsonObject
                {
                    ["incident"] = incident,
                    ["step"] = step,
                    ["does"] = does,
                    ["note"] = "確かめた。",
                }
            );

        public async Task KeepReportAsync()
        {
            var links = await person.PressAsync(conversation, message, "incident.papers", new JsonObject { ["incident"] = incident });
            foreach (var (title, name) in new[] { ("Word（.docx）", "incident.docx"), ("Markdown（.md）", "incident.md") })
                await File.WriteAllBytesAsync(
                    Path.Combine(Machine.Repository, "artifacts", "screenshots", name),
                    await http.GetByteArrayAsync(new Uri(links.Card().Button(title)["url"]!.GetValue<string>()))
                );
        }
    }
}
