namespace GuidelineBot.Tests.Browser;

/// <summary>The bot in a real browser, from the first question to the one that 広報広聴課 has to answer.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class FirstVisitTests
{
    private const string Guideline = "岡山市ソーシャルメディアの運用に関するガイドライン";
    private const string Password =
        "取得したアカウントへのログインパスワードの設定に当たっては、推測されやすいものは避け、第三者に知られることのないように厳重に管理し、定期的に変更することとする。";

    [BrowserFact]
    public async Task A_newcomer_asks_reads_the_clause_and_puts_an_open_question_to_the_public_relations_section()
    {
        await using var bot = BotProcess.Start();
        await using var page = await PlaygroundPage.OpenAsync(await bot.PlaygroundAsync());
        await page.CardAsync("ガイドラインボットです", "届出・申請", "投稿チェック");
        await page.ShootAsync("01-welcome");

        await page.SayAsync("パスワードってどれくらいの頻度で変えるの？");
        var answer = await page.CardAsync("4⑤", Password, Guideline, "令和5年4月改訂");
        await page.ShootAsync("02-answer");

        await PlaygroundPage.PressAsync(answer, "役に立った");
        answer = await page.CardAsync(Password, "「役に立った」とのご回答、ありがとうございました。");
        await page.ShootAsync("03-rated");

        await PlaygroundPage.FillAsync(answer, "コメント（任意）", "すぐに分かりました。");
        await PlaygroundPage.PressAsync(answer, "送信");
        answer = await page.CardAsync(Password, "コメントをお送りいただき、ありがとうございました。");

        await PlaygroundPage.PressAsync(answer, "関連");
        await PlaygroundPage.PressAsync(answer, "4⑥ を開く");
        var next = await page.CardAsync("4⑥", "発信した情報に対する意見や質問に対する返信の対応は、各所属で決定することとするが");
        await page.ShootAsync("04-next-clause");

        await PlaygroundPage.PressAsync(next, "関連");
        await PlaygroundPage.PressAsync(next, "目次");
        var contents = await page.CardAsync("目次", "4 ソーシャルメディア利用の基本事項", "7 用語の解説");
        await page.ShootAsync("05-contents");

        await page.SayAsync("ヘルプ");
        await page.CardAsync("ヘルプ", "質問一覧", "投稿チェック");
        await page.ShootAsync("06-help");

        await page.SayAsync("出張旅費の精算はどうすればいい？");
        var none = await page.CardAsync("ガイドラインに該当する定めは見つかりませんでした", "出張旅費の精算はどうすればいい？");
        await page.ShootAsync("07-none");

        await PlaygroundPage.PressAsync(none, "広報広聴課に質問する");
        var form = await page.CardAsync("広報広聴課に質問する", "補足（任意）");
        await page.ShootAsync("08-form");

        await PlaygroundPage.FillAsync(form, "補足（任意）", "来週の出張までに知りたいです。");
        await PlaygroundPage.PressAsync(form, "送信");
        await page.CardAsync("質問を受け付けました", "受付番号", "出張旅費の精算はどうすればいい？", "来週の出張までに知りたいです。");
        await page.ShootAsync("09-sent");

        await page.SayAsync("質問一覧");
        await page.CardAsync("未回答の質問は1件です。", "山田 太郎", "出張旅費の精算はどうすればいい？", "来週の出張までに知りたいです。");
        await page.ShootAsync("10-questions");
    }
}
