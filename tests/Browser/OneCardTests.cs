using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Browser;

/// <summary>様式1 in a real browser: filed in a few presses, and on one card in the office's chat until it is accepted, and that is taken back.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class OneCardTests
{
    private const string Group = "19:group-chat@thread.v2";
    private const string GroupName = "広報担当グループ";
    private const string Number = "令和8年度 開始 第1号";
    private const string Suzuki = "33333333-3333-4333-8333-333333333332";
    private const string SatoChat = "a:sato";
    private static readonly Actor Sato = new("29:user-sato", "佐藤 花子");

    [BrowserFact]
    public async Task A_start_notice_is_filed_in_four_presses_and_stays_one_card_until_its_acceptance_is_taken_back()
    {
        await using var bot = BotProcess.Start(settings: new() { ["Approvals__SectionChief"] = "true", ["Roles__Reviewers__0"] = Suzuki });
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        var (sato, suzuki) = (PlaygroundPerson.Sato(bot, http), PlaygroundPerson.Suzuki(bot, http));
        await page.CardAsync("ガイドラインボットです");
        await page.GoToAsync(GroupName);
        await page.SayAsync("ここに届ける", mention: "ガイドラインボット");
        await UntilAsync(bot, database => database.KnownConversations.AnyAsync(known => known.Id == Group && known.TakesNotices));
        await KnowAsync(bot);
        await page.GoToAsync("Personal Chat");

        await page.SayAsync("来月1日から観光課でTikTok「おかやま桃だより」を始めます、担当は岡本健");
        var (presses, answers) = (0, 0);
        var form = await page.CardAsync("1/3", "内線「1234」を、以前の届出や台帳から入れました。");
        await page.ShootAsync("50-known");
        await AnswerAsync(("URL（必須）", "@okayama_momo_demo"));
        await PressAsync(form, "次へ");
        form = await page.CardAsync("2/3", "標準の文を使う");
        await page.ShootAsync("51-standard");
        await AnswerAsync(
            ("情報発信の目的（必須）", "市内の桃の魅力を知らせ、来訪を促すため"),
            ("情報発信の内容（必須）", "桃の生育、催し、売り場の案内")
        );
        await PressAsync(form, "標準の文を使う");
        var confirm = await page.CardAsync(
            "あて先",
            "https://www.tiktok.com/@okayama_momo_demo",
            "「著作権等の帰属」「免責事項」は、標準の文で届け出ます（実務の目安）。"
        );
        await page.ShootAsync("52-confirm");
        await PressAsync(confirm, "提出する");
        await page.CardAsync(Number, "状態　所属長の承認待ち", Sato.Name);
        await page.ShootAsync("53-awaiting");
        Assert.InRange(presses, 1, 4);
        Assert.InRange(answers, 1, 3);

        await StepAsync(sato, NoticeStep.Approved);
        await page.CardAsync(Number, "状態　提出済", "所属長の承認");
        await OfficeAsync("状態　提出済", "54-office-submitted");

        await StepAsync(suzuki, NoticeStep.Asked, "桃の時期が終わったら、どうしますか。");
        await OfficeAsync("桃の時期が終わったら", "55-office-asked");
        var asked = await page.CardAsync(Number, "質問に答える");
        await page.ShootAsync("56-asked");
        await PlaygroundPage.PressAsync(asked, "質問に答える");
        var reason = await page.CardAsync("質問への回答");
        await PlaygroundPage.FillAllAsync(reason, ("質問への回答", "ぶどうの案内に使います。"));
        await PlaygroundPage.PressAsync(reason, "質問に答える");
        await page.CardAsync(Number, "ぶどうの案内に使います。");
        await OfficeAsync("ぶどうの案内に使います。", "57-office-answered");

        await StepAsync(suzuki, NoticeStep.Returned, "発信の内容に、ぶどうを加えてください。");
        await OfficeAsync("状態　差戻し", "58-office-returned");
        var returned = await page.CardAsync(Number, "直して出し直す");
        await page.ShootAsync("59-returned");

        await PlaygroundPage.PressAsync(returned, "直して出し直す");
        form = await page.CardAsync("1/3", "アカウント名");
        await page.ShootAsync("60-again");
        await PlaygroundPage.PressAsync(form, "次へ");
        form = await page.CardAsync("2/3", "情報発信の内容");
        await PlaygroundPage.FillAllAsync(form, ("情報発信の内容（必須）", "桃とぶどうの生育、催し、売り場の案内"));
        await PlaygroundPage.PressAsync(form, "次へ");
        form = await page.CardAsync("3/3", "免責事項");
        await PlaygroundPage.PressAsync(form, "内容を確認する");
        confirm = await page.CardAsync("あて先", "桃とぶどうの生育");
        // The Playground has no chat for the chief: the card for them has not got there, and that is said.
        await UntilAsync(bot, database => database.KnownConversations.AnyAsync(known => known.Id == SatoChat && known.IsClosed));
        await PlaygroundPage.PressAsync(confirm, "提出する");
        confirm = await page.CardAsync("あて先", $"{Sato.Name}さんには、今はボットから届けられません。");
        await page.ShootAsync("61-unreachable");
        await sato.SayAsync("ヘルプ", SatoChat);
        await UntilAsync(bot, database => database.KnownConversations.AnyAsync(known => known.Id == SatoChat && !known.IsClosed));
        await PlaygroundPage.PressAsync(confirm, "提出する");
        await page.CardAsync(Number, "状態　所属長の承認待ち", "再提出");
        await page.ShootAsync("62-awaiting-again");

        await StepAsync(sato, NoticeStep.Approved);
        await OfficeAsync("状態　提出済", "63-office-resubmitted");
        await StepAsync(suzuki, NoticeStep.Accepted);
        await OfficeAsync("状態　受理", "64-office-accepted");
        await page.CardAsync(Number, "状態　受理");
        await page.ShootAsync("65-accepted");
        await StepAsync(suzuki, NoticeStep.TakenBack);
        await OfficeAsync("状態　提出済", "66-office-taken-back");
        await page.CardAsync(Number, "状態　提出済");
        await page.ShootAsync("67-taken-back");

        Task PressAsync(Microsoft.Playwright.ILocator card, string title)
        {
            presses++;
            return PlaygroundPage.PressAsync(card, title);
        }

        Task AnswerAsync(params (string Label, string Text)[] fields)
        {
            answers += fields.Length;
            return PlaygroundPage.FillAllAsync(form, fields);
        }

        async Task StepAsync(PlaygroundPerson person, NoticeStep step, string? why = null)
        {
            await using var database = PlaygroundPerson.Open(bot);
            var notice = await database.Notices.AsNoTracking().SingleAsync(notice => notice.Kind == NoticeKind.Start);
            var data = new JsonObject
            {
                ["notice"] = notice.Id.ToString(),
                ["version"] = notice.Version,
                ["step"] = NoticeSteps.NameOf(step),
            };
            if (why is not null)
                data[NoticeCard.ReasonInput] = why;
            await person.PressAsync(Group, "", NoticeCard.DecideVerb, data);
        }

        // In the office's chat one card of the notice shows what has become of it.
        async Task OfficeAsync(string state, string picture)
        {
            await page.GoToAsync(GroupName);
            await page.CardAsync(Number, "状態", state);
            await page.ShootAsync(picture, Number, "状態");
            Assert.Equal(1, await page.CountAsync(Number, "状態"));
            await page.GoToAsync("Personal Chat");
        }
    }

    /// <summary>A notice of the page's own user is there already, and its chief has spoken to the bot.</summary>
    private static async Task KnowAsync(BotProcess bot)
    {
        await using var database = PlaygroundPerson.Open(bot);
        var group = await database.KnownConversations.AsNoTracking().SingleAsync(known => known.Id == Group);
        database.KnownConversations.Add(
            new KnownConversation
            {
                Id = SatoChat,
                PersonId = Sato.Id,
                Name = Sato.Name,
                ServiceUrl = group.ServiceUrl,
                TenantId = group.TenantId,
                Reference = group.Reference.Replace(Group, SatoChat, StringComparison.Ordinal),
                SeenAt = DateTimeOffset.UtcNow,
            }
        );
        database.Notices.Add(
            new Notice
            {
                Kind = NoticeKind.End,
                FiscalYear = 2020,
                Number = 1,
                Status = NoticeStatus.Accepted,
                Submitter = new("29:user-yamada", "山田 太郎"),
                Chief = Sato,
                Conversation = "a:personal-chat",
                Fields = new()
                {
                    ["section"] = "観光課",
                    ["manager"] = "観光課長 赤木花子",
                    ["chief"] = "観光課長 赤木花子",
                    ["extension"] = "1234",
                },
                SubmittedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await database.SaveChangesAsync();
    }

    private static async Task UntilAsync(BotProcess bot, Func<Database, Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var database = PlaygroundPerson.Open(bot);
        while (!await isSo(database))
            await Task.Delay(50, late.Token);
    }
}
