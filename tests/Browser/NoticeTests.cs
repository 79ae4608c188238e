using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Tests.Notices;

namespace GuidelineBot.Tests.Browser;

/// <summary>Notices in a real browser, from one sentence to the submission; and of somebody else's, to its acceptance.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class NoticeTests
{
    private const string Group = "19:group-chat@thread.v2";

    [BrowserFact]
    public async Task A_sentence_becomes_an_accepted_notice()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        await page.CardAsync("ガイドラインボットです");
        await page.GoToAsync("広報担当グループ");
        await page.SayAsync("ヘルプ", mention: "ガイドラインボット");
        await page.CardAsync("ヘルプ");
        await page.GoToAsync("Personal Chat");

        await page.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健");
        var form = await page.CardAsync("様式1　ソーシャルメディア利用開始届出書", "1/3", "所属「観光課」");
        await page.ShootAsync("20-form");

        await PlaygroundPage.PressAsync(form, "なぜ必要？");
        await page.CardAsync("アカウント名、URL（※2）及びアカウント管理者名");
        await page.ShootAsync("21-why");

        await PlaygroundPage.FillAllAsync(
            form,
            ("アカウント名（必須）", "おかやま桃だより"),
            ("URL（必須）", "tiktok"),
            ("アカウント管理者名（必須）", "観光課長 赤木花子")
        );
        await PlaygroundPage.PressAsync(form, "次へ");
        form = await page.CardAsync("「tiktok」はURLとして読み取れません");
        await page.ShootAsync("22-form-error");
        await PlaygroundPage.FillAsync(form, "URL（必須）", "https://www.tiktok.com/@okayama_momo_demo");
        await PlaygroundPage.PressAsync(form, "次へ");

        form = await page.CardAsync("2/3", "運用時間");
        await PlaygroundPage.FillAllAsync(
            form,
            ("情報発信の目的（必須）", "市内の桃の魅力を知らせ、来訪を促すため"),
            ("情報発信の内容（必須）", "桃の生育、催し、売り場の案内"),
            ("運用時間", "平日の午前8時30分から午後5時15分まで"),
            ("意見や質問への対応方法", "原則として返信しない。災害時は必要に応じて返信する。")
        );
        await PlaygroundPage.PressAsync(form, "次へ");

        form = await page.CardAsync("3/3", "免責事項");
        await PlaygroundPage.FillAllAsync(
            form,
            ("運用ポリシーのURL", "https://www.city.okayama.jp/example/policy.html"),
            ("利用規約のURL", "https://www.city.okayama.jp/example/terms.html")
        );
        await PlaygroundPage.PressAsync(form, "内容を確認する");
        var confirm = await page.CardAsync("あて先", "おかやま桃だより", "提出する");
        await page.ShootAsync("23-confirm");

        await PlaygroundPage.PressAsync(confirm, "提出する");
        await page.CardAsync("開始 第1号", "提出済");
        await page.ShootAsync("24-submitted");

        // Nobody decides on their own notice: one of somebody else's is there, too.
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        await FileAsync(bot, PlaygroundPerson.Sato(bot, http));
        await page.SayAsync("届出一覧");
        var list = await page.CardAsync("届出一覧", "2件");
        await page.ShootAsync("25-list");
        await PlaygroundPage.PressAsync(list, $"{await NumberAsync(list, "開始")}を開く");
        var notice = await page.CardAsync("開始 第1号", "経過", "代理を決める");
        await page.ShootAsync("26-own");
        await PlaygroundPage.PressAsync(notice, "一覧へ戻る");
        list = await page.CardAsync("届出一覧", "2件");
        await PlaygroundPage.PressAsync(list, $"{await NumberAsync(list, "終了")}を開く");
        notice = await page.CardAsync("終了 第1号", "経過", "受理する");
        await page.ShootAsync("26-review");

        await PlaygroundPage.PressAsync(notice, "差し戻す");
        await page.CardAsync("差戻しの理由");
        await page.ShootAsync("27-reason");
        await PlaygroundPage.PressAsync(await page.CardAsync("差戻しの理由"), "やめる");
        notice = await page.CardAsync("終了 第1号", "経過", "受理する");
        await PlaygroundPage.PressAsync(notice, "受理する");
        var yes = await page.CardAsync("この届出を受理しますか？");
        await page.ShootAsync("27-yes");
        await PlaygroundPage.PressAsync(yes, "受理する");
        notice = await page.CardAsync("終了 第1号", "状態　受理", "このあと");
        await page.ShootAsync("28-accepted");
        await PlaygroundPage.PressAsync(notice, "取り消す（10分以内）");
        notice = await page.CardAsync("終了 第1号", "状態　提出済", "一覧へ戻る");
        await PlaygroundPage.PressAsync(notice, "一覧へ戻る");
        await page.CardAsync("届出一覧", "2件");

        await page.SayAsync("届出");
        await page.CardAsync("届出・申請", "閲覧解除申請を作る");
        await page.ShootAsync("29-notices");
    }

    /// <summary>An end notice of somebody else's.</summary>
    private static async Task FileAsync(BotProcess bot, PlaygroundPerson sato)
    {
        var draft = new NoticeDraft
        {
            Kind = NoticeKind.End,
            Owner = new("29:user-sato", "佐藤 花子"),
            Conversation = Group,
            Fields = new(Filed.EndFields),
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
        await using (var database = PlaygroundPerson.Open(bot))
        {
            database.NoticeDrafts.Add(draft);
            await database.SaveChangesAsync();
        }
        await sato.PressAsync(Group, "", NoticeConfirmCard.SubmitVerb, new() { ["draft"] = draft.Id.ToString(), ["version"] = 0 });
    }

    private static async Task<string> NumberAsync(Microsoft.Playwright.ILocator list, string kind) =>
        System.Text.RegularExpressions.Regex.Match(await list.InnerTextAsync(), $"令和[0-9]+年度 {kind} 第[0-9]+号").Value;
}
