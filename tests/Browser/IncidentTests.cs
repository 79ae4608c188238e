using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GuidelineBot.Tests.Browser;

/// <summary>A 炎上 drill of three people in a real browser, from the panicked message to the report: one at the page, two in the same group chat.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class IncidentTests
{
    private const string Bot = "ガイドラインボット";
    private const string Title = "【訓練】炎上";

    [BrowserFact]
    public async Task Three_people_go_through_a_drill_with_hardly_more_than_one_press_a_step()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        var presses = 0;
        await page.CardAsync("ガイドラインボットです");
        await page.GoToAsync("広報担当グループ");

        await page.SayAsync("訓練です。インスタの「おかやま花だより」が叩かれまくってる どうすれば", mention: Bot);
        var form = await page.CardAsync("チェックリストを始める", "一人で言い返さないでください");
        await page.ShootAsync("30-incident-form");
        await PressAsync(form, "始める");
        await page.CardAsync(Title, "Instagram　おかやま花だより", "12件のうち0件が済みました。");
        await page.ShootAsync("31-incident");
        Assert.InRange(presses, 1, 2);
        var sato = await Colleague.OfAsync(bot, PlaygroundPerson.Sato(bot, http));
        var suzuki = await Colleague.OfAsync(bot, PlaygroundPerson.Suzuki(bot, http));

        // A colleague who opens a form and goes away with it keeps nobody from seeing the card as it is.
        await sato.PressAsync(IncidentTeamCard.OpenVerb, new());
        await sato.PressAsync(IncidentTeamCard.RoleVerb, new() { ["takes"] = IncidentTeamCard.Recorder });
        await page.CardAsync(Title, "記録 佐藤 花子");
        await suzuki.PressAsync(IncidentTeamCard.OpenVerb, new());
        await suzuki.PressAsync(IncidentTeamCard.RoleVerb, new() { ["takes"] = IncidentTeamCard.Responder });
        await page.CardAsync(Title, "対応 鈴木 一郎");
        await PressAsync(await page.CardAsync(Title), "体制・共有");
        var team = await page.CardAsync("体制・共有", "自分の役割");
        await page.ShootAsync("32-incident-team");
        await PressAsync(team, "統括（所属長）");
        await page.CardAsync(Title, "統括 山田 太郎");
        await page.ShootAsync("33-incident-with-a-team");

        presses = 0;
        await TickAsync(1, done: 1);
        await page.ShootAsync("34-incident-ticked");
        await ProveAsync(sato, "capture");
        await TickAsync(3, done: 3);
        await ActAsync(suzuki, "office");
        await TickAsync(5, done: 5);
        await UnfoldAsync("災害発生時などの緊急時の手順を開く");
        await TickAsync(6, done: 6);
        await ActAsync(suzuki, "facts");
        await UnfoldAsync("報道機関から問い合わせがあったときの手順を開く");
        await TickAsync(8, done: 8);
        // What needs proof asks for it.
        await PressAsync(await CardAsync(8), "9を完了にする");
        var step = await page.CardAsync("この手順は証拠が必要です。", "文例");
        await page.ShootAsync("35-incident-proof");
        await PlaygroundPage.FillAsync(
            step,
            "記録（したこと、URL、対象外にする理由など）",
            "説明を出した。https://www.instagram.com/p/demo"
        );
        await PressAsync(step, "完了");
        await UnfoldAsync("投稿に誤りなどがあったときの手順を開く");
        await ProveAsync(sato, "correct");
        await TickAsync(11, done: 11);
        await TickAsync(12, done: 12);
        Assert.InRange(presses, 12, 19);
        await page.ShootAsync("36-incident-done");

        Task PressAsync(ILocator card, string title)
        {
            presses++;
            return PlaygroundPage.PressAsync(card, title);
        }

        // Not before the message itself shows it: a person takes longer to read a card than that.
        async Task<ILocator> CardAsync(int done)
        {
            await PlaygroundPerson.DrawnAsync(bot);
            return await page.CardAsync(Title, $"12件のうち{done}件が済みました。");
        }

        async Task TickAsync(int number, int done)
        {
            await PressAsync(await CardAsync(done - 1), $"{number}を完了にする");
            await page.CardAsync(Title, $"12件のうち{done}件が済みました。");
            await PlaygroundPerson.DrawnAsync(bot);
        }

        async Task UnfoldAsync(string title)
        {
            await PlaygroundPerson.DrawnAsync(bot);
            await PressAsync(await page.CardAsync(Title), title);
        }

        Task ActAsync(Colleague colleague, string done, string? note = null)
        {
            presses++;
            return colleague.ActAsync(done, note);
        }

        // The step is opened, the proof written, 完了 pressed.
        async Task ProveAsync(Colleague colleague, string done)
        {
            presses++;
            await colleague.PressAsync(IncidentStepCard.OpenVerb, new() { ["step"] = done });
            await ActAsync(colleague, done, "画面を共有フォルダーに保存した。https://www.instagram.com/p/demo");
        }
    }

    /// <summary>Somebody who presses on the same card in the same chat.</summary>
    private sealed class Colleague(PlaygroundPerson person, string incident, string conversation, string message)
    {
        public static async Task<Colleague> OfAsync(BotProcess bot, PlaygroundPerson person)
        {
            await using var database = PlaygroundPerson.Open(bot);
            var card = await database.LiveCards.FirstAsync(card => card.Topic == "incident");
            return new Colleague(person, card.About, card.Conversation, card.Activity);
        }

        public Task<JsonNode> PressAsync(string verb, JsonObject data)
        {
            data["incident"] = incident;
            return person.PressAsync(conversation, message, verb, data);
        }

        public async Task ActAsync(string step, string? note)
        {
            var act = new JsonObject { ["step"] = step, ["does"] = IncidentStepCard.Done };
            if (note is not null)
                act["note"] = note;
            Assert.Contains("完了しました。", (await PressAsync(IncidentStepCard.ActVerb, act)).Card().Words(), StringComparison.Ordinal);
        }
    }
}
