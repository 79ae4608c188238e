using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Browser;

/// <summary>
/// A 炎上 drill of three people in a real browser: one at the page, two colleagues in the same group chat. Presses are counted: under stress
/// each one too many is felt.
/// </summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class DrillTests
{
    private const string Bot = "ガイドラインボット";

    /// <summary>What stands in the way of nobody: two to start, one a step, the rest for roles, the report and the end.</summary>
    private const int MostPresses = 19;

    private const string Opened = "を開く";

    private int presses;

    [BrowserFact]
    public async Task Three_people_go_from_a_panicked_sentence_to_the_report_in_less_than_twenty_presses()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        await page.CardAsync("ガイドラインボットです");
        await page.GoToAsync("広報担当グループ");

        await page.SayAsync("やばい、訓練やけど、インスタの花だよりの投稿がめちゃくちゃ叩かれとる どうしよう", mention: Bot);
        var form = await page.CardAsync("チェックリストを始める");
        await page.ShootAsync("50-drill-form");
        await PressAsync(form, "始める");
        await page.CardAsync("【訓練】炎上", "12件のうち0件が済みました。");
        Assert.InRange(presses, 1, 2);
        await page.ShootAsync("51-drill-card");

        var (incident, conversation, message) = await CardOfAsync(bot);
        var sato = PlaygroundPerson.Sato(bot, http);
        var kondo = PlaygroundPerson.Kondo(bot, http);
        await ByAsync(kondo, "incident.role", ("takes", "responder"));
        // The card is let alone while somebody looks at a form on it.
        await ByAsync(kondo, "incident.open");

        // What needs proof takes its words with it, by whoever has them; all else is one press on its box.
        await ByAsync(sato, "incident.act", ("step", "capture"), ("does", "done"), ("note", "画面を保存した。"));
        foreach (var title in new[] { "個人の判断で反論や抗弁をしない", "所属長に知らせ、統括を決める", "広報広聴課に知らせる" })
            await TickAsync(page, bot, title);
        await ByAsync(kondo, "incident.act", ("step", "notice"), ("does", "done"));
        await ByAsync(kondo, "incident.act", ("step", "disaster"), ("does", "waive"), ("note", "災害ではない。"));
        await TickAsync(page, bot, "事実を確かめ、誤りがあるかを判断する");
        await ByAsync(sato, "incident.act", ("step", "press"), ("does", "waive"), ("note", "問い合わせはない。"));
        await ByAsync(kondo, "incident.act", ("step", "answer"), ("does", "done"), ("note", "課長の確認を受けて説明を出した。"));
        await ByAsync(kondo, "incident.act", ("step", "correct"), ("does", "waive"), ("note", "誤りはなかった。"));
        await ByAsync(kondo, "incident.act", ("step", "replies"), ("does", "done"));
        await ByAsync(sato, "incident.act", ("step", "watch"), ("does", "done"));
        var card = await page.CardAsync("【訓練】炎上", "12件のうち12件が済みました。");
        await page.ShootAsync("52-drill-all-done");

        await page.SayAsync("落ち着きました", mention: Bot);
        await page.CardAsync("記録しました。", "落ち着きました");
        await PlaygroundPerson.DrawnAsync(bot);
        await page.SayAsync("チェックリスト", mention: Bot);
        await PressAsync(await page.CardAsync("チェックリスト", "12件のうち12件が済みました。"), Opened);
        card = await page.CardAsync("【訓練】炎上", "終了する");
        await PressAsync(card, "終了する");
        var closing = await page.CardAsync("終了する", "すべての手順が済んでいます。");
        await PlaygroundPage.FillAsync(closing, "終了する理由（行わなかった手順があれば、その理由も）", "新しい批判がない。");
        await PressAsync(closing, "終了する");
        card = await page.CardAsync("終了 令和", "振り返り");
        await page.ShootAsync("53-drill-closed");
        await PlaygroundPerson.DrawnAsync(bot);
        await PressAsync(card, "報告書");
        await page.CardAsync("報告書", "30分");
        await KeepReportAsync();

        Assert.InRange(presses, 12, MostPresses);
        await using var database = PlaygroundPerson.Open(bot);
        var stored = await database.Incidents.SingleAsync();
        Assert.True(stored is { IsDrill: true, ClosedAt: not null, QuietAt: not null });
        Assert.Equal(3, await database.IncidentMembers.CountAsync());

        async Task ByAsync(PlaygroundPerson person, string verb, params (string Name, string Value)[] data)
        {
            presses++;
            var sent = new JsonObject { ["incident"] = incident };
            foreach (var (name, value) in data)
                sent[name] = value;
            await person.PressAsync(conversation, message, verb, sent);
        }

        async Task KeepReportAsync()
        {
            var links = await sato.PressAsync(conversation, message, "incident.papers", new JsonObject { ["incident"] = incident });
            await File.WriteAllBytesAsync(
                Path.Combine(Machine.Repository, "artifacts", "screenshots", "drill.docx"),
                await http.GetByteArrayAsync(new Uri(links.Card().Button("Word（.docx）")["url"]!.GetValue<string>()))
            );
        }
    }

    private async Task PressAsync(Microsoft.Playwright.ILocator card, string title)
    {
        presses++;
        // The row of the list is called after the incident.
        if (title == Opened)
            await card.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("^【訓練】炎上.*を開く$") })
                .First.ClickAsync();
        else
            await PlaygroundPage.PressAsync(card, title);
    }

    /// <summary>The box before a step, by the number that it has on the card.</summary>
    private async Task TickAsync(PlaygroundPage page, BotProcess bot, string title)
    {
        presses++;
        await PlaygroundPerson.DrawnAsync(bot);
        await using var database = PlaygroundPerson.Open(bot);
        var step = await database.IncidentSteps.SingleAsync(known => known.Title == title);
        var settled = await database.IncidentSteps.CountAsync(known => known.State != StepState.Open);
        await PlaygroundPage.PressAsync(await page.CardAsync("【訓練】炎上", $"12件のうち{settled}件"), $"{step.Place + 1}を完了にする");
        await page.CardAsync("【訓練】炎上", $"12件のうち{settled + 1}件が済みました");
    }

    private static async Task<(string Incident, string Conversation, string Message)> CardOfAsync(BotProcess bot)
    {
        await using var database = PlaygroundPerson.Open(bot);
        var card = await database.LiveCards.FirstAsync(card => card.Topic == "incident");
        return (card.About, card.Conversation, card.Activity);
    }
}
