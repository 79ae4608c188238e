namespace GuidelineBot.Tests.Browser;

/// <summary>A notice in a real browser, from one sentence to its acceptance. The Playground's first user may do both.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class NoticeTests
{
    [BrowserFact]
    public async Task A_sentence_becomes_an_accepted_notice()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        await page.CardAsync("ガイドラインボットです");

        await page.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健");
        var form = await page.CardAsync("様式1　ソーシャルメディア利用開始届出書", "1/3", "所属「観光課」");
        await page.ShootAsync("20-form");

        await PlaygroundPage.PressAsync(form, "なぜ必要？");
        await page.CardAsync("アカウント名、URL（※2）及びアカウント管理者名");
        await page.ShootAsync("21-why");

        await PlaygroundPage.FillAsync(form, "アカウント名（必須）", "おかやま桃だより");
        await PlaygroundPage.FillAsync(form, "URL（必須）", "tiktok");
        await PlaygroundPage.FillAsync(form, "アカウント管理者名（必須）", "観光課長 赤木花子");
        await PlaygroundPage.PressAsync(form, "次へ");
        form = await page.CardAsync("「tiktok」はURLとして読み取れません");
        await page.ShootAsync("22-form-error");
        await PlaygroundPage.FillAsync(form, "URL（必須）", "https://www.tiktok.com/@okayama_momo_demo");
        await PlaygroundPage.PressAsync(form, "次へ");

        form = await page.CardAsync("2/3", "運用時間");
        await PlaygroundPage.FillAsync(form, "情報発信の目的（必須）", "市内の桃の魅力を知らせ、来訪を促すため");
        await PlaygroundPage.FillAsync(form, "情報発信の内容（必須）", "桃の生育、催し、売り場の案内");
        await PlaygroundPage.FillAsync(form, "運用時間（必須）", "平日の午前8時30分から午後5時15分まで");
        await PlaygroundPage.FillAsync(form, "意見や質問への対応方法（必須）", "原則として返信しない。災害時は必要に応じて返信する。");
        await PlaygroundPage.PressAsync(form, "次へ");

        form = await page.CardAsync("3/3", "免責事項");
        await PlaygroundPage.FillAsync(form, "運用ポリシーのURL", "https://www.city.okayama.jp/example/policy.html");
        await PlaygroundPage.FillAsync(form, "利用規約のURL", "https://www.city.okayama.jp/example/terms.html");
        await PlaygroundPage.PressAsync(form, "内容を確認する");
        var confirm = await page.CardAsync("あて先", "おかやま桃だより", "提出する");
        await page.ShootAsync("23-confirm");

        await PlaygroundPage.PressAsync(confirm, "提出する");
        await page.CardAsync("開始 第1号", "提出済");
        await page.ShootAsync("24-submitted");

        await page.SayAsync("届出一覧");
        var list = await page.CardAsync("届出一覧", "1件");
        await page.ShootAsync("25-list");
        await PlaygroundPage.PressAsync(list, $"{await NumberAsync(list)}を開く");
        var notice = await page.CardAsync("開始 第1号", "経過", "受理する");
        await page.ShootAsync("26-review");

        await PlaygroundPage.PressAsync(notice, "差し戻す");
        await page.CardAsync("差戻しの理由");
        await page.ShootAsync("27-reason");
        await PlaygroundPage.PressAsync(await page.CardAsync("差戻しの理由"), "やめる");
        notice = await page.CardAsync("開始 第1号", "経過", "受理する");
        await PlaygroundPage.PressAsync(notice, "受理する");
        await page.CardAsync("開始 第1号", "状態　受理");
        await page.ShootAsync("28-accepted");

        await page.SayAsync("届出");
        await page.CardAsync("届出・申請", "閲覧解除申請を作る");
        await page.ShootAsync("29-notices");
    }

    private static async Task<string> NumberAsync(Microsoft.Playwright.ILocator list) =>
        System.Text.RegularExpressions.Regex.Match(await list.InnerTextAsync(), "令和[0-9]+年度 開始 第[0-9]+号").Value;
}
