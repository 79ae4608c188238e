namespace GuidelineBot.Tests.Browser;

/// <summary>The message extension in a real browser: a clause goes into a message, and drafts are looked over.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class MessageExtensionTests
{
    [BrowserFact]
    public async Task A_clause_goes_into_a_message_and_a_draft_is_looked_over_in_the_window_and_beside_its_message()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        await page.CardAsync("ガイドラインボットです");

        await page.InsertFoundAsync("パスワード", "4⑤", "50-search");
        await page.CardAsync("4⑤", "定期的に変更することとする。", "出典");
        await page.ShootAsync("51-citation");

        var form = await page.ActAsync("checkDraft");
        await PlaygroundPage.FillAsync(form, "投稿の文", "外人さんも大歓迎！詳しくは bit.ly/3abc へ ㈱花屋");
        await PlaygroundPage.PressAsync(form, "確認する");
        var found = await page.CardAsync("確認してください 2件、ヒント 1件。", "短縮URL");
        await page.ShootAsync("52-draft-window");
        await PlaygroundPage.FillAsync(found, "投稿の文", "外人さんも大歓迎！詳しくは bit.ly/3abc へ ㈱花屋");
        await PlaygroundPage.PressAsync(found, "直せるところを直す");
        await page.CardAsync("直せるところを直しました。", "確認してください 1件。");
        await page.CloseWindowAsync();

        // Without a mention, the bot hears nothing of what colleagues write.
        await page.GoToAsync("広報担当グループ");
        await page.CardAsync("ガイドラインボットです");
        await page.SayAsync("大雨です。もう安全ですのでご安心ください。連絡は090-1234-5678まで。");
        await page.ActAsync("checkDraft", besideMessage: true);
        await page.CardAsync("危険についての断定", "個人の電話番号");
        await page.ShootAsync("53-draft-beside-message");
        await page.CloseWindowAsync();

        await page.GoToAsync("Personal Chat");
        await page.SayAsync("投稿チェック");
        form = await page.CardAsync("出す前の文をここに貼ってください。");
        await page.ShootAsync("54-draft-form");
        await PlaygroundPage.FillAsync(form, "投稿の文", "花まつりの詳しい日程は画像をご覧ください🌸🌸🌸");
        await PlaygroundPage.PressAsync(form, "確認する");
        found = await page.CardAsync("ヒント 2件。", "画像の説明");
        await page.ShootAsync("55-draft-found");
        await PlaygroundPage.FillAsync(found, "投稿の文", "花まつりは3月20日の10時から、後楽園で開きます🌸");
        await PlaygroundPage.PressAsync(found, "もう一度確認");
        found = await page.CardAsync("気になるところは見つかりませんでした。");
        await PlaygroundPage.PressAsync(found, "保存する");
        await page.CardAsync("保存しました。");
        await page.SayAsync("保存した投稿");
        await page.CardAsync("保存した投稿", "花まつりは3月20日");
        await page.ShootAsync("56-kept-posts");
    }
}
