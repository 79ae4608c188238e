namespace GuidelineBot.Tests.Browser;

/// <summary>Without a mouse, in a real browser.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class KeyboardTests
{
    [BrowserFact]
    public async Task A_row_is_opened_a_form_filled_in_and_sent_and_a_step_ticked_by_keyboard_alone()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        await page.CardAsync("ガイドラインボットです");
        await page.SayAsync("ヘルプ");
        await page.CardAsync("ヘルプ", "下の行は押すと開きます。");

        // From the box in which one types, upwards into the conversation.
        await page.TabToAsync("投稿チェック", back: true);
        await page.KeyAsync("Enter");
        await page.CardAsync("出す前の文をここに貼ってください。");
        await page.TabToAsync("投稿の文");
        await page.TypeAsync("花まつりのお知らせ　詳しくは bit.ly/3abc へ");
        await page.TabToAsync("確認する");
        await page.KeyAsync("Enter");
        await page.CardAsync("短縮URL");

        await page.SayAsync("うちの課の偽アカウントを見つけました");
        await page.CardAsync("チェックリストを始める");
        await page.TabToAsync("始める", back: true);
        await page.KeyAsync("Enter");
        await page.CardAsync("10件のうち0件が済みました。");
        await page.SayAsync("状況");
        await page.CardAsync("ここまで");
        await page.TabToAsync("2を完了にする", back: true);
        await page.KeyAsync("Enter");
        await page.CardAsync("10件のうち1件が済みました。");
    }
}
